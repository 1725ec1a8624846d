/**
 * A plain stretch of a longer text, beginning there at `at`. Line breaks stand alone: a stretch that begins with one would reach
 * back to the end of the line before.
 */
export function Lines({ text, at }: { readonly text: string; readonly at: number }) {
  let start = at
  return text.split(/(\n+)/).map(line => {
    const key = start
    start += line.length
    return line === '' ? null : <span key={key}>{line}</span>
  })
}
