/** A stretch of text around digits, where numbers are looked for; everything else never sees a number pattern. */
export type Region = { readonly start: number; readonly text: string }

/** All stretches of a block one after the other, so that a pattern runs once over all of them. */
export type NumberText = {
  readonly text: string
  /** Where each stretch begins in `text`, and where it begins in the block. */
  readonly starts: readonly number[]
  readonly origins: readonly number[]
  /** The stretches themselves, by their offsets in the block. */
  readonly regions: readonly Region[]
}

/** Stands between stretches; no pattern goes across. */
const BORDER = '\u0001\u0001\u0001\u0001'

export function joinRegions(regions: readonly Region[]): NumberText {
  const starts: number[] = []
  const origins: number[] = []
  let text = ''
  for (const region of regions) {
    starts.push(text.length)
    origins.push(region.start)
    text += region.text + BORDER
  }
  return { text, starts, origins, regions }
}

/** Offset in the block of an offset in the joined text. */
export function originOf({ starts, origins }: NumberText, offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return (origins[low] ?? 0) + offset - (starts[low] ?? 0)
}

/** A number of so many digits cannot stand in a shorter stretch. */
export const MANY_DIGITS = 9

export function digitsIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) count++
  }
  return count
}
