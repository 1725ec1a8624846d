/** No event of ours is longer; what is, comes from somebody else. */
const LONGEST_LINE = 1_000_000

/** The data of server-sent events, one after the other, however their bytes were cut on the way. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > LONGEST_LINE) throw new Error('an event too long')
      for (const line of lines) if (line.startsWith(FIELD)) yield line.slice(FIELD.length).trim()
    }
  } finally {
    // Whoever stops reading also ends the request.
    reader.cancel().catch(() => undefined)
  }
}

const FIELD = 'data:'
