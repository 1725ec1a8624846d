/** No row is as long; another kind of file may hold no end of line at all. */
const LONGEST = 16 * 1024 * 1024

/**
 * The lines of a file, as they come. Not with readline: it also splits at U+2028, which JSON leaves as it is within text, and
 * it loses what it reads before somebody asks for it.
 */
export async function* linesIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n')
    rest += first
    for (const next of others) {
      yield rest
      rest = next
    }
    if (rest.length > LONGEST) break
  }
  if (rest) yield rest
}
