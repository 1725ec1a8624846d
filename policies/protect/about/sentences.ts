import { fold } from '../../language/fold.js'
import type { Found } from '../detector.js'
import type { Kind } from '../finding.js'
import { type Doc, hasFlag, isCapital, wordAt, wordFrom } from '../text/document.js'
import {
  ADDRESSED as ADDRESSED_WORD,
  FIRST_PERSON,
  GENERAL_TALK,
  GIVEN_NAME,
  NOT_NAME,
  PEOPLE as PEOPLE_WORD,
  QUESTION,
  RELATION,
  SALUTATION,
  STATING as STATING_WORD,
  THIRD_PERSON,
} from '../text/flags.js'
import { isPossessive, relationSign } from './relations.js'
import {
  ADDRESSED,
  ANYBODY,
  ASKING,
  FIRST,
  GENERAL,
  IDENTIFIED,
  NAMED,
  OFFICIAL,
  POSSESSIVE,
  QUESTIONED,
  SHE,
  SOMEBODY,
  STATING,
  THIRD,
} from './signs.js'

const INTERESTING =
  ADDRESSED_WORD |
  FIRST_PERSON |
  GENERAL_TALK |
  GIVEN_NAME |
  PEOPLE_WORD |
  QUESTION |
  RELATION |
  SALUTATION |
  STATING_WORD |
  THIRD_PERSON
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

/** Who is spoken of, word by word and sentence by sentence. */
export type Sentences = {
  readonly signs: Int32Array
  readonly bySentence: Int32Array
  /** All of the block together. */
  readonly whole: number
}

export function readSentences(doc: Doc, found: readonly Found[]): Sentences {
  const signs = new Int32Array(doc.count)
  for (let word = 0; word < doc.count; word++) {
    const flags = (doc.flags[word] ?? 0) & INTERESTING
    if (flags !== 0) signs[word] = signsOf(doc, word, flags)
  }
  for (const finding of found) {
    const contact = finding.kind === 'PERSON' ? sourceBefore(doc.text, finding.start) : undefined
    const sign = contact === undefined ? signOf(finding) : OFFICIAL
    if (sign === 0) continue
    const from = wordFrom(doc, contact ?? finding.start)
    for (let word = from; word < doc.count && (doc.start[word] ?? 0) < finding.end; word++) signs[word] = sign
  }
  const bySentence = new Int32Array((doc.sentence[doc.count - 1] ?? 0) + 1)
  let whole = 0
  for (let word = 0; word < doc.count; word++) {
    const sign = signs[word] ?? 0
    if (sign === 0) continue
    const sentence = doc.sentence[word] ?? 0
    const asks = isAsked(doc, signs, word) ? QUESTIONED : 0
    bySentence[sentence] = (bySentence[sentence] ?? 0) | sign | asks
    whole |= sign
  }
  return { signs, bySentence, whole }
}

const CONTACT =
  /(?<![\p{L}])(?:(?:(?:rück)?fragen|anmeldung(?:en)?|bewerbung(?:en)?|auskünfte|auskunft) (?:an|bei|beantwortet|erteilt|gibt)|(?:wenden|melden) sie sich (?:bitte )?(?:an|bei)|(?:ansprech(?:partner|person)|referent|dozent|autor|moderator|redakteur|herausgeber)(?:in)?(?: für [\p{L} ]{1,30}|(?: ist|:|,)?)|moderation:?):? (?:(?:frau|herrn?|dr\.|prof\.) ){0,2}$/iu
const LONGEST_CONTACT = 80

/** "…, sagt Frau Kern": who tells of something need not be the one it is about. */
const TELLS =
  /[,“"”»«] (?:so|sagt|sagte|meint|meinte|meldet|meldete|betont|betonte|erklärt|erklärte|bestätigt|weiß|findet|kritisiert|fordert|teilt|teilte|rechnet) (?:(?:frau|herrn?|dr\.) ){0,2}$/iu

/** Where "Herrn" stands in "Rückfragen an Herrn Zahn": whom to ask is not whom it is about. */
function sourceBefore(text: string, name: number): number | undefined {
  const before = text.slice(Math.max(0, name - LONGEST_CONTACT), name)
  if (!CONTACT.test(before) && !TELLS.test(before)) return undefined
  return name - (/(?:(?:frau|herrn?|dr\.) ){0,2}$/i.exec(before)?.[0].length ?? 0)
}

function signOf({ kind, certainty, reason }: Found): number {
  if (reason === 'office-contact') return 0
  if (kind === 'PERSON') return reason === 'public-role' ? OFFICIAL : NAMED
  return IDENTIFYING.has(kind) && certainty !== 'hinweis' ? IDENTIFIED : 0
}

function signsOf(doc: Doc, word: number, flags: number): number {
  let signs = 0
  if (flags & GIVEN_NAME && isNamedInChat(doc, word, flags)) signs |= SOMEBODY
  if (flags & GENERAL_TALK && !isPlaceOfSomebody(doc, word) && !isNoOrder(doc, word) && !ordersFor(doc, word))
    signs |= GENERAL
  if (flags & STATING_WORD) signs |= STATING
  if (flags & FIRST_PERSON && !isAbbreviated(doc, word)) signs |= FIRST
  if (flags & QUESTION && startsClause(doc, word)) signs |= ASKING
  if (flags & STATING_WORD && setsCondition(doc, word)) signs |= ASKING
  if (flags & (PEOPLE_WORD | RELATION | SALUTATION)) signs |= relationSign(doc, word, flags)
  if (flags & (THIRD_PERSON | ADDRESSED_WORD)) signs |= pronounSign(doc, word)
  if (flags & (FIRST_PERSON | THIRD_PERSON | ADDRESSED_WORD) && isPossessive(doc, word)) signs |= POSSESSIVE
  return signs
}

/** "Erkläre mir …" asks for a text; "wie erkläre ich ihr …" does not. */
const isNoOrder = (doc: Doc, word: number): boolean => ORDER.test(fold(wordAt(doc, word))) && !startsClause(doc, word)
const ORDER = /^(?:erklar|schreib|formulier|fass|nenn|list|beschreib|erlauter|ubersetz|erstell|definier)e(?:n|t)?$/

/** "Formuliere freundlicher: …", "Fasse zusammen: …": what follows is a text of its own, not a subject. */
const ordersFor = (doc: Doc, word: number): boolean =>
  ORDER.test(fold(wordAt(doc, word))) &&
  /^[^.!?\n:]{0,40}:/.test(doc.text.slice(doc.end[word], (doc.end[word] ?? 0) + 42))

/** "melanie hat corona": without capitals a name shows by its verb. */
const isNamedInChat = (doc: Doc, word: number, flags: number): boolean =>
  (flags & NOT_NAME) === 0 && !isCapital(doc, word) && word + 1 < doc.count && VERB.test(wordAt(doc, word + 1))
const VERB = /^(?:hat|ist|war|wird|wurde|hatte|geht|kommt|will|muss)$/

/** "Die Kassiererin des Vereins" is somebody, whatever is said of clubs. */
const isPlaceOfSomebody = (doc: Doc, word: number): boolean =>
  word > 1 && /^(?:des|der|vom|im)$/.test(wordAt(doc, word - 1)) && hasFlag(doc, word - 2, RELATION)

/** "i. A." is not "I". */
const isAbbreviated = (doc: Doc, word: number): boolean => doc.text.slice(doc.start[word], doc.end[word]) === 'i'

/** "Sie haben" speaks to somebody, "Sie hat" of somebody; a capital within a sentence is an address. */
function pronounSign(doc: Doc, word: number): number {
  const text = fold(wordAt(doc, word))
  if (!/^(?:sie|ihr|ihre[nmrs]?|ihnen)$/.test(text)) return THIRD
  if (!isCapital(doc, word)) return SHE
  if (!startsSentence(doc, word)) return ADDRESSED
  if (text !== 'sie') return SHE | ADDRESSED
  return word + 1 < doc.count && /n$|^sind$/.test(wordAt(doc, word + 1)) ? ADDRESSED : THIRD
}

/** "Ist ein Kind krank, …", "Erkrankt eine Lehrkraft, …": the verb first, and no question. */
const setsCondition = (doc: Doc, word: number): boolean =>
  isCapital(doc, word) &&
  startsSentence(doc, word) &&
  word + 1 < doc.count &&
  /^(?:eine?|der|die|das|jemand|Sie|Ihre?)$/.test(wordAt(doc, word + 1)) &&
  !asksUntilItsEnd(doc, word)

const startsSentence = (doc: Doc, word: number): boolean => word === 0 || doc.sentence[word - 1] !== doc.sentence[word]

function startsClause(doc: Doc, word: number): boolean {
  if (startsSentence(doc, word) || /[,;:\n]|- /.test(gapBefore(doc, word))) return true
  return startsSentence(doc, word - 1) || /[,;:\n]/.test(gapBefore(doc, word - 1))
}

const gapBefore = (doc: Doc, word: number): string => doc.text.slice(doc.end[word - 1] ?? 0, doc.start[word])

/** "Wie lange … ?", "Bekomme ich … ?", and "Hat der Antragsteller …, ist …", which is a condition. */
function isAsked(doc: Doc, signs: Int32Array, word: number): boolean {
  if (startsSentence(doc, word) || /[:\n]/.test(gapBefore(doc, word)))
    return ((signs[word] ?? 0) & ASKING) !== 0 && asksUntilItsEnd(doc, word)
  if (startsSentence(doc, word - 1) || /:/.test(gapBefore(doc, word - 1)))
    return (
      /^(?:ich|wir|man|Sie)$/.test(wordAt(doc, word)) &&
      !HELLO.test(wordAt(doc, word - 1)) &&
      asksUntilItsEnd(doc, word)
    )
  const verbFirst =
    startsSentence(doc, word - 2) && isCapital(doc, word - 2) && ((signs[word - 2] ?? 0) & STATING) !== 0
  const anybody =
    ((signs[word] ?? 0) & (SOMEBODY | ANYBODY)) !== 0 && /^(?:der|die|das|eine?)$/.test(wordAt(doc, word - 1))
  return verbFirst && anybody && !asksUntilItsEnd(doc, word)
}

/** "hallo ich krieg …" puts no verb first. */
const HELLO = /^(?:hallo|hi|hey|moin|servus|du|also|sorry|ja|nein)$/i

const LONGEST_QUESTION = 40

function asksUntilItsEnd(doc: Doc, first: number): boolean {
  for (let word = first; word < doc.count && word - first < LONGEST_QUESTION; word++) {
    if (word + 1 < doc.count && doc.sentence[word + 1] === doc.sentence[word]) continue
    return /^[^\p{L}\p{N}\n]{0,3}\?/u.test(doc.text.slice(doc.end[word], (doc.end[word] ?? 0) + 4))
  }
  return false
}
