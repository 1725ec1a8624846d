import type { Kind } from '../finding.js'
import { createSeeker, readToken } from './match.js'
import { createVocabulary } from './vocabulary.js'

/** Gives numbers from 1 on, the same for the same value; skips those the text uses already. */
export type Numbering = (word: string, key: string) => number

/** `standing` is what stays of the text, so what a placeholder must not be mixed up with. */
export function createNumbering(standing: string, words: Iterable<string>): Numbering {
  const taken = numbersIn(standing, [...new Set(words)])
  const given = new Map<string, number>()
  const last = new Map<string, number>()
  return (word, key) => {
    const name = `${word} ${key}`
    const known = given.get(name)
    if (known !== undefined) return known
    let number = (last.get(word) ?? 0) + 1
    while (taken.has(`${word} ${number}`)) number++
    last.set(word, number)
    given.set(name, number)
    return number
  }
}

/** Everything the restorer could take for a placeholder, as "PERSON 3". */
function numbersIn(text: string, words: readonly string[]): Set<string> {
  const numbers = new Set<string>()
  if (words.length === 0) return numbers
  const vocabulary = createVocabulary(words)
  const seek = createSeeker(vocabulary)
  for (let at = seek(text, 0); at < text.length; at = seek(text, at)) {
    const token = readToken({ text, before: '', complete: true }, at, vocabulary)
    if (token && token !== 'more') numbers.add(`${token.asked.word} ${token.asked.number}`)
    at = token && token !== 'more' && !token.bare ? token.end : at + 1
  }
  return numbers
}

/** Kinds whose separators mean nothing: "DE89 3704 …" and "DE893704…" are one account. */
const WITHOUT_SEPARATORS: ReadonlySet<Kind> = new Set([
  'IBAN',
  'BIC',
  'CREDIT_CARD',
  'TAX_ID',
  'TAX_NUMBER',
  'VAT_ID',
  'SOCIAL_SECURITY',
  'HEALTH_INSURANCE',
  'ID_CARD',
  'PASSPORT',
  'RESIDENCE_PERMIT',
  'DRIVING_LICENCE',
])

/** Same key, same number in the placeholder. Where separators carry meaning (dates, plates, files) they stay. */
export function valueKey(kind: Kind, value: string): string {
  const upper = value.normalize('NFKC').toUpperCase()
  if (kind === 'PHONE') return phoneKey(upper)
  if (WITHOUT_SEPARATORS.has(kind)) return upper.replaceAll(/[^\p{L}\p{N}]/gu, '') || upper
  return upper.replaceAll(/\s+/gu, ' ').trim()
}

/** "+49 (0)30 …", "0049 30 …" and "030 …" are one line. */
function phoneKey(value: string): string {
  const digits = value.replaceAll(/[^\d+]/g, '')
  return digits.replace(/^(?:\+|00)49(?:0)?/, '0') || value
}
