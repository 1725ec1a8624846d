import type { Pack } from '../../../policies/pack/pack-schema.js'
import type { Program } from '../../../policies/tools/principal.js'
import { dayOf } from '../../clock.js'
import type { ProgramToken, Store } from '../../storage/store.js'
import { waitAfter } from './pace.js'
import { digestOf, isSameDigest, isTokenShaped } from './token.js'

export type TokenDeskDeps = {
  readonly store: Pick<Store, 'tokens'>
  readonly pack: () => Pack
  readonly now: () => Date
}

/** `retryAfter`: seconds. Only `program` lets anybody in. */
type Bearer =
  | { readonly kind: 'program'; readonly program: Program; readonly onFound: 'block' | 'replace' }
  | { readonly kind: 'unknown' | 'expired' | 'revoked' }
  | { readonly kind: 'limited'; readonly retryAfter: number }

export type TokenDesk = {
  readonly principalOf: (bearer: string) => Promise<Bearer>
  /** Whether the token was given out here, valid or not; counts nothing. */
  readonly knows: (bearer: string) => Promise<boolean>
}

/** Says which program a token belongs to, and counts the call against its limit. */
export function createTokenDesk({ store, pack, now }: TokenDeskDeps): TokenDesk {
  return {
    async principalOf(bearer) {
      const at = now()
      const token = await tokenOf(bearer, store)
      if (!token) return { kind: 'unknown' }
      if (token.revoked !== undefined) return { kind: 'revoked' }
      if (token.until !== undefined && dayOf(at) > token.until) return { kind: 'expired' }
      const pace = await store.tokens.enter(token.name, token.perMinute, at)
      if (pace !== 'in') return { kind: 'limited', retryAfter: waitAfter(pace, token.perMinute, secondOf(at)) }
      return { kind: 'program', program: programOf(token, pack().manifest.id), onFound: token.onFound }
    },
    knows: async bearer => (await tokenOf(bearer, store)) !== undefined,
  }
}

/**
 * Found by its digest: what the time of a search could tell is about a digest, and nobody can choose a token whose digest
 * begins as they like.
 */
async function tokenOf(bearer: string, { tokens }: Pick<Store, 'tokens'>): Promise<ProgramToken | undefined> {
  if (!isTokenShaped(bearer)) return undefined
  const digest = digestOf(bearer)
  const token = await tokens.withDigest(digest)
  return token && isSameDigest(token.digest, digest) ? token : undefined
}

const secondOf = (at: Date): number => (at.getTime() % 60_000) / 1000

const programOf = (
  { name, tools, purposes, procedure, declared, answersFor }: ProgramToken,
  municipality: string,
): Program => ({ kind: 'program', id: name, municipality, tools, purposes, procedure, declared, answersFor })
