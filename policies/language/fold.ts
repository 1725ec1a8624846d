/**
 * Lower case without umlauts and accents, so that "Verträge", "Vertraege" and "vertrage" become the same word.
 * The digraphs ae, oe, ue fold like the umlaut they stand for; "ue" after a, e or q is no umlaut (neue, Frauen, Quelle).
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  const plain = ASCII.test(lower) ? lower : withoutMarks(lower)
  return DIGRAPH.test(plain)
    ? plain.replace(/ae|oe/g, digraph => digraph.charAt(0)).replace(/(?<![aeq])ue/g, 'u')
    : plain
}

const DIGRAPH = /[aou]e/
const ASCII = /^[\0-\x7f]*$/

/** Folded words with single spaces between them: the same for any spelling, case and punctuation. */
export const plainWords = (text: string): string =>
  fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Marks go first, or decomposing would have to sort long runs of them; then those that were part of a letter. */
const withoutMarks = (lower: string): string =>
  GERMAN.test(lower) ? lower.replace(/[äöüß]/g, letter => PLAIN[letter] ?? letter) : decomposed(lower)

/** Most German words hold nothing but these, and need no decomposing. */
const GERMAN = /^[\0-\x7fäöüß]*$/
const PLAIN: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss' }

const decomposed = (lower: string): string =>
  lower.replaceAll('ß', 'ss').replace(/\p{M}/gu, '').normalize('NFD').replace(/\p{M}/gu, '')
