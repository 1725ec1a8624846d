import { failureOfReply } from './failures.js'

type Fetch = typeof globalThis.fetch

/** What a model must know to answer. The client would also tell it platform, versions and whatever stands in the environment. */
const NEEDED = ['accept', 'content-type', 'authorization', 'api-key']
/** Error texts are a few lines; an endless one must not fill the memory. */
const LONGEST_ERROR = 16_384

/**
 * `fetch` for the client: sends only the headers needed, follows no redirect (key and text would go along), and throws
 * any reply that is no event stream as `ModelFailure`.
 * @param fetch the way out, through a proxy where there is one
 */
export const fetchFor =
  (now: () => Date, fetch: Fetch = globalThis.fetch): Fetch =>
  async (input, init) => {
    const response = await fetch(input, { ...init, headers: neededOf(init?.headers), redirect: 'manual' })
    if (response.ok && isEventStream(response)) return response
    const { status, headers } = response
    throw failureOfReply({ status, headers, text: await beginningOf(response) }, now())
  }

function neededOf(headers: ConstructorParameters<typeof Headers>[0]): Headers {
  const all = new Headers(headers)
  const needed = NEEDED.flatMap(name => {
    const value = all.get(name)
    return value === null ? [] : [[name, value] satisfies [string, string]]
  })
  return new Headers([...needed, ['user-agent', 'ki-kompass']])
}

const isEventStream = ({ headers }: Response): boolean =>
  headers.get('content-type')?.toLowerCase().startsWith('text/event-stream') ?? false

/** Leaving the loop closes the connection if there is more. A broken one changes nothing: the status says enough. */
async function beginningOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const bytes of body ?? []) {
      text += decoder.decode(bytes, { stream: true })
      if (text.length > LONGEST_ERROR) break
    }
  } catch {}
  return text
}
