import { gapsIn, type OpenGap } from '../../policies/generation/result.js'
import type { PlaceholderMap } from '../../policies/protect/index.js'

/** A stretch of a draft as it is shown: plain, a real detail that came back, or a gap with its number. */
export type Piece =
  | { readonly kind: 'plain' | 'restored'; readonly text: string; readonly at: number }
  | { readonly kind: 'gap'; readonly text: string; readonly at: number; readonly number: number }

type Marked = { readonly start: number; readonly end: number; readonly number: number | undefined }

/** Cuts a draft at its gaps and at the details that stand for placeholders. */
export function piecesOf(text: string, map: PlaceholderMap): Piece[] {
  const gaps = gapsIn(text).map((gap, number): Marked => ({ ...gap, number }))
  const restored = restoredIn(text, map).map((place): Marked => ({ ...place, number: undefined }))
  const marks = [...gaps, ...restored].sort((a, b) => a.start - b.start || b.end - a.end)
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, number } of marks) {
    if (start < at) continue
    if (start > at) pieces.push({ kind: 'plain', text: text.slice(at, start), at })
    const part = { text: text.slice(start, end), at: start }
    pieces.push(number === undefined ? { kind: 'restored', ...part } : { kind: 'gap', ...part, number })
    at = end
  }
  if (at < text.length) pieces.push({ kind: 'plain', text: text.slice(at), at })
  return pieces
}

/** Wherever a detail of the map stands, whoever put it there: it is a real one. Longer ones first. */
function restoredIn(text: string, map: PlaceholderMap): { start: number; end: number }[] {
  const values = [...new Set(map.values())].filter(value => value.trim() !== '')
  return values
    .sort((a, b) => b.length - a.length)
    .flatMap(value => {
      const places: { start: number; end: number }[] = []
      for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length))
        if (isWhole(text, at, at + value.length)) places.push({ start: at, end: at + value.length })
      return places
    })
}

/** "Ernst" is not found in "Ernsthaft"; "Krauses" holds the name. */
const isWhole = (text: string, start: number, end: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && !/^(?:s\p{L}|[^s\W]|[äöüß\d])/u.test(text.slice(end, end + 2))

export const openGaps = (text: string): OpenGap[] => gapsIn(text)

/** Puts placeholders back where the details stand, for a draft that goes to a model once more. */
export function maskedAgain(text: string, map: PlaceholderMap): string {
  const placeholders = new Map([...map].map(([placeholder, value]) => [value, placeholder]))
  const places = restoredIn(text, map).sort((a, b) => a.start - b.start || b.end - a.end)
  let masked = ''
  let at = 0
  for (const { start, end } of places) {
    if (start < at) continue
    masked += text.slice(at, start) + (placeholders.get(text.slice(start, end)) ?? text.slice(start, end))
    at = end
  }
  return masked + text.slice(at)
}
