/**
 * A selection often reaches behind the end of its last paragraph. Models leave out empty lines at both ends; given back, the
 * paragraphs around stay apart.
 */
export function withEndsOf(before: string, after: string): string {
  if (before.trim() === '') return after
  const { start, end } = endsOf(before)
  const own = endsOf(after)
  return before.slice(0, start) + after.slice(own.start, own.end) + before.slice(end)
}

/** Where the text stands between the line feeds at its ends. */
function endsOf(text: string): { readonly start: number; readonly end: number } {
  let start = 0
  let end = text.length
  while (start < end && text[start] === '\n') start++
  while (end > start && text[end - 1] === '\n') end--
  return { start, end }
}
