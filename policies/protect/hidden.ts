import type { Found } from './detector.js'
import { detect, rankOf, type Workshop } from './stages.js'
import { type Doc, readDocument } from './text/document.js'
import { decodeBase64, decodeHex } from './text/encodings.js'

/** Base64 or hexadecimal bytes of a short text; longer ones are files, which nobody reads as text. */
const SHORTEST = 12
const LONGEST = 2_000
const ENCODED = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/_-]{12,2000}={0,2}(?![A-Za-z0-9+/=_-])/g

/** Classified data behind base64 or hexadecimal bytes: the whole encoded word is the finding, of the kind that counts most inside. */
export function findHidden(doc: Doc, { lists, lexicon, memory }: Workshop): Found[] {
  const found: Found[] = []
  for (const { start, word } of longWords(doc)) {
    const text = decodeHex(word) ?? decodeBase64(word)
    if (text === undefined) continue
    const inner = readDocument(text, lexicon)
    const scene = { doc: inner, lists, memory: { ...memory }, found: [] }
    const values = detect('value', scene)
    const [worst] = [...values, ...detect('meaning', { ...scene, found: values })]
      .filter(({ certainty }) => certainty !== 'hinweis')
      .sort((a, b) => rankOf(a.kind) - rankOf(b.kind))
    if (worst) found.push({ ...worst, start, end: start + word.length, certainty: 'sicher', reason: 'encoded' })
  }
  return found
}

/** Only stretches around long mixed words are looked at; ordinary German has none. */
function* longWords({ text, count, start, end }: Doc): Generator<{ start: number; word: string }> {
  let done = 0
  for (let word = 0; word < count; word++) {
    const from = start[word] ?? 0
    const length = (end[word] ?? 0) - from
    if (length < SHORTEST || length > LONGEST || from < done || !isMixed(text, from, length)) continue
    ENCODED.lastIndex = Math.max(done, from - 1)
    const match = ENCODED.exec(text.slice(0, from + LONGEST + 4))
    if (!match || match.index > from + 1) continue
    done = match.index + match[0].length
    yield { start: match.index, word: match[0] }
  }
}

/** Small and capital letters in no order a word has: at least two capitals behind the first letter; or digits among them. */
function isMixed(text: string, from: number, length: number): boolean {
  let capitals = 0
  let small = 0
  let digits = 0
  for (let at = from + 1; at < from + length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 65 && code <= 90) capitals++
    else if (code >= 97 && code <= 122) small++
    else if (code >= 48 && code <= 57) digits++
  }
  return (capitals >= 2 && small >= 2) || digits * 2 >= length
}
