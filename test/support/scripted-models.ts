import type { Meter } from '../../bot/generation/measured.js'
import type { ModelCall, ModelChunk, Models } from '../../bot/generation/models/model.js'

/** A model that says what it was told to, and remembers what it was sent. */
export function scriptedModels(
  script: (call: ModelCall) => Iterable<ModelChunk> | AsyncIterable<ModelChunk> = () => [
    { text: 'Gern.' },
    { finish: 'stop' },
  ],
): Models & { readonly calls: ModelCall[]; readonly ended: () => number } {
  const calls: ModelCall[] = []
  let ended = 0
  return {
    calls,
    ended: () => ended,
    async *stream(call) {
      calls.push(call)
      try {
        yield* script(call)
      } finally {
        ended++
      }
    },
    health: () => [],
  }
}

/** Measures nothing. */
export const NO_METER: Meter = {
  call: () => undefined,
  firstToken: () => undefined,
  whole: () => undefined,
  tokens: () => undefined,
  held: () => undefined,
}
