import type { Candidate } from './detector.js'

/** Machine-readable zones of identity documents (ICAO Doc 9303): three lines of 30 signs or two of 44. */

export type Zone = {
  readonly value: Candidate
  /** What the first signs say: P passport, I card, A residence permit; undefined for the lines below without a first one. */
  readonly type: 'ID_CARD' | 'PASSPORT' | 'RESIDENCE_PERMIT' | undefined
}

const FILLER = '<<'
const SIGN = /[A-Z0-9<]/
/** Copied lines lose or gain a few fillers. */
const SHORTEST = 24
const LONGEST = 48
const TYPES = [
  [/^P[A-Z<]/, 'PASSPORT'],
  [/^(?:I[R]|A[A-Z<]|V[A-Z<])[A-Z<]{3}/, 'RESIDENCE_PERMIT'],
  [/^[IC][A-Z<]{1,4}/, 'ID_CARD'],
] as const
/** Second lines: number or date of birth, check digit, nationality. */
const SECOND = /^(?:[A-Z0-9<]{9}\d[A-Z<]{1,3}\d{7}|[A-Z0-9<]{9}\d[A-Z<]{1,3}<*\d{6}|\d{7}[FMX<]\d{7})/

/** The lines of a block that belong to a zone; the line with the name only below another one. */
export function* documentZones(text: string): Generator<Zone> {
  let last: { readonly end: number; readonly type: Zone['type'] } | undefined
  for (let at = text.indexOf(FILLER); at >= 0; at = text.indexOf(FILLER, at)) {
    let start = at
    while (start > 0 && at - start < LONGEST && SIGN.test(text.charAt(start - 1))) start--
    while (at < text.length && SIGN.test(text.charAt(at))) at++
    const line = text.slice(start, at)
    if (line.length < SHORTEST || line.length > LONGEST) continue
    const below = last !== undefined && /^\s{1,4}$/.test(text.slice(last.end, start)) ? last : undefined
    const first = below ? undefined : TYPES.find(([form]) => form.test(line) && line.length >= SHORTEST)
    if (!below && !first && !SECOND.test(line)) continue
    const type = below?.type ?? first?.[1]
    yield { value: { start, end: at, certainty: 'sicher', reason: 'known-format' }, type }
    last = { end: at, type }
  }
}
