import { ModelFailure } from './model.js'

/** A piece of an answer is a few hundred characters; arguments of a tool call may come in one. */
const LONGEST_EVENT = 1_000_000

/**
 * The data of server-sent events, as they come. Comments and other fields are skipped; an event cut at the end is
 * dropped. Throws `ModelFailure('malformed')` when an event does not end, and what the body throws. Linear in the length.
 */
export async function* events(body: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  let data: string[] = []
  let length = 0
  for await (const line of linesOf(body)) {
    if (line === '') {
      if (data.length > 0) yield data.join('\n')
      data = []
      length = 0
    } else if (line.startsWith('data:')) {
      const value = line.slice(line[5] === ' ' ? 6 : 5)
      length += value.length
      if (length > LONGEST_EVENT) throw new ModelFailure('malformed')
      data.push(value)
    }
  }
  // The last event often lacks its empty line; half a line never comes this far.
  if (data.length > 0) yield data.join('\n')
}

/** Whole lines only. What comes after the last line break is a line that was cut. */
async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder()
  let begun: string[] = []
  let length = 0
  for await (const bytes of body) {
    const [first = '', ...others] = decoder.decode(bytes, { stream: true }).split('\n')
    const last = others.pop()
    begun.push(first)
    length += first.length
    if (length > LONGEST_EVENT) throw new ModelFailure('malformed')
    if (last === undefined) continue
    yield trimmed(begun.join(''))
    for (const line of others) yield trimmed(line)
    begun = [last]
    length = last.length
  }
}

const trimmed = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)
