/** `warnung`: it runs, but not for ever or not for everybody; `fehler`: it does not do what it should. */
type Trouble = 'warnung' | 'fehler'

/** What a check found. Sentences are German and never hold a secret; `mend` says what to do. */
export type Finding =
  | { readonly level: 'ok'; readonly what: string }
  | { readonly level: Trouble; readonly what: string; readonly mend: string }

export const fine = (what: string): Finding => ({ level: 'ok', what })
export const warn = (what: string, mend: string): Finding => ({ level: 'warnung', what, mend })
export const fail = (what: string, mend: string): Finding => ({ level: 'fehler', what, mend })
