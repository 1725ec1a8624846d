/** A stretch of a text, as a finding names it. */
type Place = { readonly start: number; readonly end: number }

/** The text without these places; where one stood between two spaces, one of them goes with it. */
export function withoutPlaces(text: string, places: readonly Place[]): string {
  let left = ''
  let at = 0
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue
    left += text.slice(at, Math.max(at, start))
    at = isLeftDouble(left, text.charAt(end)) ? end + 1 : end
  }
  return left + text.slice(at)
}

const isLeftDouble = (before: string, after: string): boolean =>
  after === ' ' && (before === '' || before.endsWith(' ') || before.endsWith('\n'))
