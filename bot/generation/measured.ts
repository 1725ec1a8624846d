import type { Metrics } from '../metrics/metrics.js'
import type { GuardedChunk } from './guard-contract.js'
import { ModelFailure } from './models/model.js'

export type Meter = Pick<Metrics, 'call' | 'firstToken' | 'whole' | 'tokens' | 'held'>

/** Passes an answer on and measures it: seconds to the first piece and to the end, tokens, how it ended. No text. */
export async function* measured(
  answer: AsyncGenerator<GuardedChunk, void, undefined>,
  tool: string,
  meter: Meter,
  seconds: () => number,
): AsyncGenerator<GuardedChunk, void, undefined> {
  const began = seconds()
  let first = true
  let outcome: Parameters<Meter['call']>[1] = 'aborted'
  try {
    for await (const chunk of answer) {
      if (first) meter.firstToken(tool, seconds() - began)
      first = false
      if (chunk.usage) {
        meter.tokens(tool, 'prompt', chunk.usage.prompt)
        meter.tokens(tool, 'completion', chunk.usage.completion)
      }
      if (chunk.finish !== undefined) outcome = 'answered'
      yield chunk
    }
  } catch (error) {
    if (error instanceof ModelFailure) outcome = error.kind
    throw error
  } finally {
    meter.whole(tool, seconds() - began)
    meter.call(tool, outcome)
  }
}
