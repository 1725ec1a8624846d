import type { Reader } from './remark.js'

/** Abbreviations that not everybody knows. */
export const abbreviation: Reader = (sentence, { text, abbreviations }) =>
  // Each reader sees one sentence; the words of it that are abbreviations are found by where they start.
  sentence.words.flatMap(({ start, end }) => {
    if (text.charAt(end - 1) !== '.') return []
    const short = at(abbreviations, start)
    if (!short || short.usual) return []
    return [
      {
        kind: 'abbreviation',
        start,
        end: short.end,
        suggestion: `Bitte ausschreiben: „${text.slice(start, short.end)}“ heißt „${short.words}“.`,
      },
    ]
  })

/** The abbreviation that starts there, by halving: they stand in the order of the text. */
function at<Short extends { readonly start: number }>(sorted: readonly Short[], start: number): Short | undefined {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const short = sorted[middle]
    if (!short || short.start === start) return short
    if (short.start < start) low = middle + 1
    else high = middle - 1
  }
  return undefined
}
