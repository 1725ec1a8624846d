import { type Attempt, freshAttempt } from './attempt.js'
import { authorizationAddress, type Returned, whyOf } from './authorization.js'
import { exchangeCode, type Fetch, type Given, renewToken } from './tokens.js'
import { type Entry, type Out, out, type Provider } from './why.js'

/** Signing in with code and PKCE, whichever window shows it. What renews a token is known in here and nowhere else. */
export type Flow = {
  readonly provider: Provider
  readonly begin: () => Promise<Attempt>
  readonly address: (attempt: Attempt) => string
  /** The end of an attempt; what belongs to another is not ours. */
  readonly finish: (attempt: Kept, returned: Returned) => Promise<Entry>
  readonly renew: () => Promise<Entry>
}

/** What of an attempt is needed until its end. */
type Kept = Pick<Attempt, 'state' | 'nonce' | 'verifier'>

export function createFlow(
  provider: Provider,
  redirect: string,
  { fetch = boundFetch, now = Date.now }: { fetch?: Fetch; now?: () => number } = {},
): Flow {
  let refresh: string | undefined
  let entered = false
  const enter = (given: Given | Out): Entry => {
    if (given.kind === 'out') return given
    entered = true
    refresh = given.refresh
    const { token, lives, who } = given
    return { kind: 'in', token, who, ends: lives === undefined ? undefined : now() + lives * 1000 }
  }
  return {
    provider,
    begin: freshAttempt,
    address: attempt => authorizationAddress(provider, redirect, attempt),
    finish: async (attempt, returned) => {
      if (returned.state !== attempt.state) return out('strange')
      if (returned.kind === 'error') return whyOf(returned.code)
      return enter(await exchangeCode(provider, redirect, attempt, returned.code, fetch))
    },
    renew: async () => {
      if (refresh === undefined) return out(entered ? 'expired' : 'first')
      const given = await renewToken(provider, refresh, fetch)
      // Without a line it may serve later; refused, it never will again.
      if (given.kind === 'out' && given.why.kind !== 'offline') refresh = undefined
      return enter(given)
    },
  }
}

/** Called as a method of something else, the browser's own throws. */
const boundFetch: Fetch = (...given) => globalThis.fetch(...given)
