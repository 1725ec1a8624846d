import { type Doc, isCapital, wordAt } from '../text/document.js'
import type { Sentences } from './sentences.js'
import {
  ADDRESSED,
  ANYBODY,
  ASKING,
  FIRST,
  GENERAL,
  IDENTIFIED,
  NAMED,
  OFFICIAL,
  PEOPLE,
  POSSESSIVE,
  QUESTIONED,
  SHE,
  SOMEBODY,
  SPECIFIC,
  STATING,
  THIRD,
} from './signs.js'

/** What stands around a term in its sentence. */
export type Around = {
  /** All signs of the sentence; behind a question only those that name somebody. */
  readonly signs: number
  /** "hat", "ist", "wegen" stand close to the term. */
  readonly stated: boolean
  /** "bin", "habe" stand in its clause. */
  readonly self: boolean
  /** "wir sind", "leben wir" stand right before the term: a family, not an office. */
  readonly we: boolean
  /** "meine", "ihre" stand right before the term. */
  readonly owned: number
  /** The clause or the sentence asks or sets a condition. */
  readonly asks: boolean
  /** Talk about a subject comes before the term; behind it, it weighs less. */
  readonly talkBefore: boolean
  /** Its clause is about people in general, or explains a subject ("was bei Grippe hilft"), and names nobody. */
  readonly people: boolean
}

/** So far before and behind the term, in words, a sentence is read; lists without full stops are long. */
const BEFORE = 40
const BEHIND = 30
const NEAR = 8
const ANY_NAMED = NAMED | IDENTIFIED | SPECIFIC
const ANY_PERSON = ANY_NAMED | SOMEBODY | ANYBODY | FIRST | THIRD | SHE | ADDRESSED
const CONDITION = /^(?:wenn|falls|sofern|soweit|sollten?)$/i
const NAMING = NAMED | IDENTIFIED | OFFICIAL
/** "bin", "habe", "leide": somebody says so of themselves. */
const SELF = FIRST | STATING

const WE =
  /(?<!\p{L})(?:wir (?:sind|leben|beziehen|bekommen|haben)|(?:sind|leben|beziehen|bekommen|haben) wir)(?: (?!wegen)\p{L}{1,12}){0,3} $/iu
const LONGEST_WE = 60

export function around(doc: Doc, { signs, bySentence }: Sentences, first: number, last: number): Around {
  const sentence = doc.sentence[first] ?? 0
  let clause = 0
  let before = 0
  let near = 0
  let self = false
  let what = false
  let inClause = true
  for (let word = first; word >= 0 && first - word <= BEFORE && doc.sentence[word] === sentence; word--) {
    // "welches Jahr wir haben": its own first word asks nothing.
    const sign = (signs[word] ?? 0) & (word === first ? ~ASKING : ~0)
    before |= sign
    if (inClause) clause |= sign
    if (inClause && sign & ASKING && !CONDITION.test(wordAt(doc, word))) what = true
    if (first - word <= NEAR) near |= sign
    if (inClause && (sign & SELF) === SELF) self = true
    inClause &&= !endsClause(doc, word - 1)
  }
  const asks = (clause & ASKING) !== 0 || ((bySentence[sentence] ?? 0) & QUESTIONED) !== 0
  let behind = 0
  let counted = ~0
  let asked = (before & ASKING) !== 0
  inClause = true
  for (let word = first + 1; word < doc.count && word - last <= BEHIND && doc.sentence[word] === sentence; word++) {
    // Of its own words a term learns nothing: "Junge Union" are no boys.
    const sign = word <= last ? (signs[word] ?? 0) & STATING : (signs[word] ?? 0)
    inClause &&= !endsClause(doc, word - 1)
    // "Wenn gegen Jugendliche Anklage erhoben wird, begleiten wir ihre Eltern"
    if (!inClause && (clause & ASKING) !== 0) counted = NAMING
    // "Masern – wann darf mein Kind …": whom a question behind the term is about, the term need not be.
    if (sign & ASKING) {
      counted = NAMING
      asked = true
    }
    behind |= sign & counted
    if (inClause) clause |= sign
    if (word - last <= NEAR) near |= sign
    if (inClause && (sign & SELF) === SELF) self = true
  }
  const all = before | behind
  // "Ein Mitarbeiter, der krank ist, muss …"
  const rule = (all & ANYBODY) !== 0 && (all & (ANY_NAMED | SOMEBODY)) === 0 && asked
  const owner = (signs[first - 1] ?? 0) | (doc.sentence[first - 2] === sentence ? (signs[first - 2] ?? 0) : 0)
  return {
    signs: all,
    stated: (near & STATING) !== 0,
    self,
    we: WE.test(doc.text.slice(Math.max(0, (doc.start[first] ?? 0) - LONGEST_WE), doc.start[first])),
    owned: owner & POSSESSIVE ? owner : 0,
    asks: asks || rule,
    talkBefore: (before & GENERAL) !== 0,
    people: clause & PEOPLE ? (clause & ANY_NAMED) === 0 : what && (clause & ANY_PERSON) === 0,
  }
}

/** A comma between two nouns only lists them. */
function endsClause(doc: Doc, word: number): boolean {
  const gap = doc.text.slice(doc.end[word] ?? 0, doc.start[word + 1])
  return gap === ', ' ? !(isCapital(doc, word) && isCapital(doc, word + 1)) : /[,;:.!?]/.test(gap)
}
