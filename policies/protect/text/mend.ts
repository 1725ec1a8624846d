import { type Doc, HAS_DIGIT, HAS_LETTER, INNER_CAPITAL, wordAt } from './document.js'
import { FUNCTION_WORD, GIVEN_NAME, NOT_NAME, SALUTATION, SURNAME } from './flags.js'
import { kindBit, type Lexicon, type WordInfo } from './lexicon.js'
import { type MappedText, replaceStretches, type Stretch } from './mapped-text.js'

/** Signs that look like a letter, as people write who do not want to be read by a program. */
const LOOKS_LIKE: Readonly<Record<string, readonly string[]>> = {
  '0': ['o'],
  '1': ['i', 'l'],
  '3': ['e'],
  '4': ['a'],
  '5': ['s'],
  '6': ['g'],
  '7': ['t'],
  '8': ['b'],
}
const CUT = /^[-._·|/~+]$/
const LONGEST = 40
const SHORTEST = 5

/**
 * Words that only look odd: "M3yer", "DePrEsSiOn", "Depres-sion". A word is mended only if the lists know what comes out,
 * so that "MuSchG" and "A4" stay what they are. Same object if there is nothing to mend.
 */
export function mendWords(source: MappedText, doc: Doc, lexicon: Lexicon): MappedText {
  const mended: Stretch[] = []
  for (const word of doc.oddWords) {
    const start = doc.start[word] ?? 0
    if (start < (mended.at(-1)?.end ?? 0)) continue
    const whole = withAt(doc, word, lexicon)
    if (whole && whole.start >= (mended.at(-1)?.end ?? 0)) {
      mended.push(whole)
      continue
    }
    const better =
      cutWord(doc, word, lexicon) ??
      oddWord(doc, word, lexicon) ??
      surname(doc, word, mended.at(-1)?.end === doc.end[word - 1])
    if (better) mended.push({ ...better, start })
  }
  return replaceStretches(source, mended)
}

const isName = ({ flags }: WordInfo): boolean => (flags & (GIVEN_NAME | SURNAME)) !== 0 && (flags & NOT_NAME) === 0
const isTelling = (info: WordInfo): boolean => info.terms.length > 0 || isName(info)

/** Stamps and the small words beside them, too: "GEHE1M", "N1CHT 0EFFENTL1CH". */
const MARKING = kindBit('CLASSIFICATION_MARKING')
const isWorthIt = (info: WordInfo): boolean =>
  isTelling(info) ||
  (info.contextKinds & MARKING) !== 0 ||
  ((info.flags & FUNCTION_WORD) !== 0 && info.flags === FUNCTION_WORD)

type Better = { readonly text: string; readonly end: number }

function oddWord(doc: Doc, word: number, lexicon: Lexicon): Better | undefined {
  const shape = doc.shape[word] ?? 0
  const raw = wordAt(doc, word)
  if (raw.length > LONGEST || ((shape & INNER_CAPITAL) === 0 && isTelling(doc.info(word)))) return undefined
  const letters = (shape & HAS_DIGIT) !== 0 ? lettersOf(raw) : [raw]
  // Terms are found whatever their capitals; only names need theirs.
  const isWanted = (shape & HAS_DIGIT) !== 0 ? isWorthIt : isName
  const text = letters.map(titled).find(candidate => isWanted(lexicon.word(candidate)))
  if (text === undefined || text === raw) return undefined
  // A stamp in capitals stays one.
  const capitals = raw === raw.toUpperCase() && !isTelling(lexicon.word(text))
  return { text: capitals ? text.toUpperCase() : text, end: doc.end[word] ?? 0 }
}

/** "D@n1el", "M@rkus": the sign stands for an a, unless an address goes on behind it. */
function withAt(doc: Doc, word: number, lexicon: Lexicon): Stretch | undefined {
  const left = isAt(doc, word) ? word : word - 1
  if (left < 0 || !isAt(doc, left)) return undefined
  const end = doc.end[left + 1] ?? 0
  if (/^[.\w-]{1,2}\w/.test(doc.text.slice(end, end + 3))) return undefined
  const raw = `${wordAt(doc, left)}a${wordAt(doc, left + 1)}`
  if (raw.length > LONGEST) return undefined
  const text = (/\d/.test(raw) ? lettersOf(raw) : [raw])
    .map(titled)
    .find(candidate => isTelling(lexicon.word(candidate)))
  return text === undefined ? undefined : { text, start: doc.start[left] ?? 0, end }
}

const isAt = (doc: Doc, word: number): boolean =>
  word + 1 < doc.count &&
  doc.start[word + 1] === (doc.end[word] ?? 0) + 1 &&
  doc.text.charAt(doc.end[word] ?? 0) === '@'

/** "T0b1as R3nnhack": behind a given name or a salutation also a surname no list knows. */
function surname(doc: Doc, word: number, isMended: boolean): Better | undefined {
  const end = doc.end[word] ?? 0
  if (word === 0 || doc.text.slice(doc.end[word - 1], doc.start[word]) !== ' ') return undefined
  if (!isMended && ((doc.flags[word - 1] ?? 0) & (GIVEN_NAME | SALUTATION)) === 0) return undefined
  const raw = wordAt(doc, word)
  const text = /^\p{Lu}[\p{Ll}\d]{3,}$/u.test(raw) ? lettersOf(raw)[0] : undefined
  return text === undefined || text === raw ? undefined : { text, end }
}

const titled = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()

/** What the digits of a word may stand for; none if it is rather a number. */
function lettersOf(raw: string): string[] {
  const digits = raw.replaceAll(/\D/g, '').length
  // In capitals a code is likelier: "AT74" begins an account number and is nobody called Atta.
  const most = /\p{Ll}/u.test(raw) ? raw.length / 3 : raw.length / 5
  if (raw.length < SHORTEST || digits > most || /^[1-9]/.test(raw)) return []
  return [0, 1].map(choice =>
    raw.replace(/\d/g, digit => LOOKS_LIKE[digit]?.[choice] ?? LOOKS_LIKE[digit]?.[0] ?? digit),
  )
}

/** "Depres-sion": two pieces nobody knows that together are a word of the lists. */
function cutWord(doc: Doc, word: number, lexicon: Lexicon): Better | undefined {
  const next = word + 1
  if (next >= doc.count || !CUT.test(doc.text.slice(doc.end[word], doc.start[next]))) return undefined
  if (((doc.shape[word] ?? 0) & HAS_LETTER) === 0 || isTelling(doc.info(word)) || isTelling(doc.info(next)))
    return undefined
  const text = wordAt(doc, word) + wordAt(doc, next).toLowerCase()
  const end = doc.end[next] ?? 0
  return text.length >= 5 && text.length <= LONGEST && isTelling(lexicon.word(text)) ? { text, end } : undefined
}
