/** An invented person with an account number from the ranges of test values: what must never come back from the service. */
export const PERSON = 'Frau Birgit Krüger'
export const IBAN = 'DE02 1203 0000 0000 2020 51'

/** Any piece of it, in any spelling. */
export const LEAKED = /birgit|kr(?:ü|ue|\\u00fc)ger|de02|1203\s?0000|2020\s?51/i
