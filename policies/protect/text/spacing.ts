import { type MappedText, replaceMapped } from './mapped-text.js'

/** Five or more single letters (a digit may follow) with the same single sign between them: "G E H E I M", "H-u-b-e-r". */
const SPACED =
  /(?<![\p{L}\p{N}])\p{L}(?:([ .\-_·*/\n])[\p{L}\p{N}])(?:\1[\p{L}\p{N}]){2,200}(?![\p{L}\p{N}])(?:( {2,4})(?=\p{L} [\p{L}\p{N}] ))?/gu
const SHORTEST = 4
const SHORTEST_WITH_DOTS = 6

/** Letters somebody has pulled apart are joined again; a wider gap between them is the gap between words. */
export function joinSpaced(source: MappedText): MappedText {
  return replaceMapped(source, SPACED, ([run, sign = '', gap]) => {
    const letters = (gap ? run.slice(0, -gap.length) : run).split(sign)
    if (letters.some(letter => letter.length !== 1)) return undefined
    if (letters.length < (sign === '.' ? SHORTEST_WITH_DOTS : SHORTEST)) return undefined
    // Letter by letter, so that two words of one row keep their own places.
    const parts = [...run].slice(0, letters.length * 2 - 1).map((one, at) => [at % 2 === 0 ? one : '', 1] as const)
    return gap ? [...parts, [' ', gap.length]] : parts
  })
}
