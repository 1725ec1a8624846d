import { type MappedText, replaceMapped } from './mapped-text.js'

/**
 * Single letters with the same single sign between them: "G E H E I M", "H-u-b-e-r". Where spaces part them any sign may
 * stand between ("a n n a @ w e b . d e"). A wider gap behind them is the gap to the next word.
 */
const SPACED =
  /(?<![\p{L}\p{N}])\p{L}(?:( )[^\s](?: [^\s]){2,200}|([.\-·/])[\p{L}\p{N}](?:\2[\p{L}\p{N}]){2,200}|([_*|\n])[^\s](?:\3[^\s]){2,200})(?![\p{L}\p{N}])( {2,4}(?=[\p{L}\p{N}]))?/gu
/** Beside letters that were pulled apart: "H B - A B  7 7", "g e b .  1 2 . 0 3 . 1 9 7 5". */
const SPACED_WITH_LETTERS = /(?<![\p{L}\p{N}])\d( )[\d./-](?: [\d./-]){0,40}(?![\p{L}\p{N}])/gu
/** Seven or more single digits: "0 1 7 1 …", "0.1.7.1 …". */
const SPACED_DIGITS = /(?<![\p{L}\p{N}])\d([ .\-_·*/\n])\d(?:\1\d){5,40}(?![\p{L}\p{N}])/gu
const SHORTEST = 4
const SHORTEST_WITH_DOTS = 6

/** Letters and digits somebody has pulled apart are joined again; a wider gap between them is the gap between words. */
export function joinSpaced(source: MappedText): MappedText {
  const letters = replaceMapped(source, SPACED, ([run, space, mark, line, gap = '']) => {
    const sign = space ?? mark ?? line ?? ' '
    const parts = run.slice(0, run.length - gap.length).split(sign)
    const least = sign === '.' ? SHORTEST_WITH_DOTS : SHORTEST
    if (parts.some(part => [...part].length !== 1) || parts.filter(part => /[\p{L}\p{N}]/u.test(part)).length < least)
      return undefined
    return [...joined(parts), ...(gap ? [[' ', gap.length] as const] : [])]
  })
  const digits = letters === source ? SPACED_DIGITS : SPACED_WITH_LETTERS
  return replaceMapped(letters, digits, ([run, sign = ' ']) => joined(run.split(sign)))
}

/** Each part keeps its own place, so that two words or numbers of one row stay apart. */
const joined = (parts: readonly string[]): (readonly [string, number])[] =>
  parts.flatMap((part, at) => [...(at > 0 ? [['', 1] as const] : []), [part, part.length] as const])
