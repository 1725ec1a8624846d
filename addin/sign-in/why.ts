import type { SignInAnswer } from '../../policies/sign-in-contract.js'

/** Whoever lets people in: Entra ID or any other provider of OpenID Connect. */
export type Provider = Exclude<SignInAnswer, { kind: 'local' }>

/**
 * Why nobody is signed in (any more); each has its words and its way on (texts/sign-in.ts).
 * - first, expired: nothing went wrong, the person is needed.
 * - cancelled: the window was closed, or the person said no there.
 * - blocked: the browser or Word did not open the window.
 * - consent: the administration has not yet allowed this application.
 * - refused: the provider said no; `code` is its word for it (`error` of RFC 6749).
 * - strange: an answer nobody here has asked for, or that cannot be read.
 * - other-person: somebody else signed in, while the page still shows the first one's work.
 * - unaccepted: the provider gave a token, and the service does not take it.
 * - clock: neither takes the other's, because their clocks differ by so many minutes.
 * - unknown: the service knows no municipality of this name.
 * - elsewhere: no way to sign in at this place, but in a browser there is.
 * - teams: Teams gave no token.
 */
export type Why =
  | {
      readonly kind:
        | 'first'
        | 'expired'
        | 'cancelled'
        | 'blocked'
        | 'consent'
        | 'strange'
        | 'other-person'
        | 'unaccepted'
        | 'unknown'
        | 'elsewhere'
        | 'offline'
        | 'teams'
    }
  | { readonly kind: 'refused'; readonly code: string | undefined }
  | { readonly kind: 'clock'; readonly minutes: number }

/** Signed in, or why not. `ends` in milliseconds since 1970; `who` names the person only to tell two apart. */
export type Entry =
  | { readonly kind: 'in'; readonly token: string; readonly ends: number | undefined; readonly who: string | undefined }
  | Out
export type Out = { readonly kind: 'out'; readonly why: Why }

export const out = (kind: Exclude<Why['kind'], 'refused' | 'clock'>): Out => ({ kind: 'out', why: { kind } })

/** One way of signing in. */
export type Door = {
  /** What a person sees of `open`: a window, or nothing. */
  readonly shows: 'window' | 'nothing'
  /** When the page opens; nobody has typed anything yet. */
  readonly start: () => Promise<Entry>
  /** Without anybody seeing it. */
  readonly renew: () => Promise<Entry>
  /** Wanted by the person; runs inside a click, so that windows may open. */
  readonly open: () => Promise<Entry>
}
