import type { Found } from '../detector.js'
import type { Kind } from '../finding.js'
import { type Doc, wordFrom } from '../text/document.js'
import {
  ADDRESSED,
  FIRST_PERSON,
  GENERAL_TALK,
  PEOPLE,
  QUESTION,
  RELATION,
  SALUTATION,
  THIRD_PERSON,
} from '../text/flags.js'

/** A person's name was found here. */
export const NAMED = 1 << 28
/** A number, address or date of one person was found here. */
export const IDENTIFIED = 1 << 29

const PERSON_SIGNS = ADDRESSED | FIRST_PERSON | GENERAL_TALK | PEOPLE | QUESTION | RELATION | SALUTATION | THIRD_PERSON
const IDENTIFYING: ReadonlySet<Kind> = new Set<Kind>([
  'ADDRESS',
  'DATE_OF_BIRTH',
  'EMAIL',
  'PHONE',
  'IBAN',
  'TAX_ID',
  'SOCIAL_SECURITY',
  'HEALTH_INSURANCE',
  'ID_CARD',
  'PASSPORT',
  'RESIDENCE_PERMIT',
  'DRIVING_LICENCE',
  'LICENSE_PLATE',
  'FILE_NUMBER',
])

/** Who is spoken of, sentence by sentence and line by line: the flags of the words, and what was found there. */
export type Sentences = {
  readonly bySentence: Int32Array
  readonly byLine: Int32Array
  /** All of the block together. */
  readonly whole: number
}

export function readSentences(doc: Doc, found: readonly Found[]): Sentences {
  const last = doc.count - 1
  const bySentence = new Int32Array((doc.sentence[last] ?? 0) + 1)
  const byLine = new Int32Array((doc.line[last] ?? 0) + 1)
  let whole = 0
  const add = (word: number, flags: number): void => {
    const sentence = doc.sentence[word] ?? 0
    const line = doc.line[word] ?? 0
    bySentence[sentence] = (bySentence[sentence] ?? 0) | flags
    byLine[line] = (byLine[line] ?? 0) | flags
    whole |= flags
  }
  for (let word = 0; word < doc.count; word++) {
    const flags = doc.info(word).flags & PERSON_SIGNS
    if (flags !== 0) add(word, flags)
  }
  for (const { kind, start, certainty, reason } of found) {
    if (reason === 'public-role' || reason === 'office-contact') continue
    if (kind === 'PERSON') add(wordFrom(doc, start), NAMED)
    else if (IDENTIFYING.has(kind) && certainty !== 'hinweis') add(wordFrom(doc, start), IDENTIFIED)
  }
  return { bySentence, byLine, whole }
}
