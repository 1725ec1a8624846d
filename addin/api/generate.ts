import { GenerateEvent, GenerateRefusal, type GenerateRequest } from '../../policies/generation-contract.js'
import { eventsOf } from './events.js'
import { type Failure, failureFrom, type Reach } from './send.js'

/** Waiting in a queue and for the first word may take this long. */
const FIRST_WORD = 180_000
/** Then something comes again and again; the service itself gives up earlier. */
const SILENCE = 90_000

type Ended = Extract<GenerateEvent, { kind: 'end' }>

/** How it ended. `cut`: some words came, the rest did not; `problem` is what the service says about it. */
export type Generated =
  | { readonly kind: 'done'; readonly finish: Ended['finish']; readonly label: string | undefined }
  | { readonly kind: 'cut'; readonly problem: string | undefined }
  | { readonly kind: 'refused'; readonly refusal: GenerateRefusal }
  | { readonly kind: 'unsent'; readonly failure: Failure }
  | { readonly kind: 'stopped' }

/** Resolves with the end, whatever it is; until then `heard` gets the answer piece by piece. */
export type Generate = (
  request: GenerateRequest,
  stop: AbortSignal,
  heard: (text: string) => void,
) => Promise<Generated>

/** Texts go out as they stand in the request, with placeholders in; an abort of `stop` ends the call to the model too. */
export function createGenerate(reach: Reach, patience = { first: FIRST_WORD, silence: SILENCE }): Generate {
  return async (request, stop, heard) => {
    const watch = createWatch(patience.first)
    let begun = false
    try {
      const signal = AbortSignal.any([stop, watch.signal])
      const response = await reach('/api/generate', { method: 'POST', body: request, signal, streamed: true })
      if (!response.ok) return await notBegun(response)
      if (!response.body) return { kind: 'unsent', failure: { kind: 'strange' } }
      for await (const data of eventsOf(response.body)) {
        watch.restart(patience.silence)
        const event = readEvent(data)
        if (!event) return begun ? { kind: 'cut', problem: undefined } : STRANGE
        if (event.kind === 'end') return { kind: 'done', finish: event.finish, label: event.label }
        if (event.kind === 'failed') return { kind: 'cut', problem: event.problem }
        begun = true
        if (event.kind === 'text') heard(event.text)
      }
      return begun ? { kind: 'cut', problem: undefined } : STRANGE
    } catch {
      if (stop.aborted) return { kind: 'stopped' }
      return begun ? { kind: 'cut', problem: undefined } : { kind: 'unsent', failure: { kind: 'offline' } }
    } finally {
      watch.end()
    }
  }
}

const STRANGE: Generated = { kind: 'unsent', failure: { kind: 'strange' } }

async function notBegun(response: Response): Promise<Generated> {
  const body: unknown = await response.json().catch(() => undefined)
  const refusal = GenerateRefusal.safeParse(body).data
  if (refusal) return { kind: 'refused', refusal }
  const { problem } = Object(body)
  return { kind: 'unsent', failure: failureFrom(response.status, typeof problem === 'string' ? problem : undefined) }
}

function readEvent(data: string): GenerateEvent | undefined {
  try {
    return GenerateEvent.safeParse(JSON.parse(data)).data
  } catch {
    return undefined
  }
}

/** Aborts when nothing was heard for so long. */
function createWatch(time: number) {
  const silent = new AbortController()
  let timer = setTimeout(() => silent.abort(), time)
  const end = (): void => clearTimeout(timer)
  return {
    signal: silent.signal,
    end,
    restart: (next: number) => {
      end()
      timer = setTimeout(() => silent.abort(), next)
    },
  }
}
