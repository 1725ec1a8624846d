import { events } from './events.js'
import { failureOfError } from './failures.js'
import type { ModelLimits } from './limits.js'
import type { Meter } from './meter.js'
import { type Finish, type ModelChunk, ModelFailure, type Usage } from './model.js'
import { type Piece, readPiece } from './piece.js'
import type { Watch } from './watch.js'

export type Attempt = {
  /** Asks the model; resolves with its event stream. */
  readonly ask: (signal: AbortSignal) => Promise<Response>
  readonly watch: Watch
  readonly meter: Meter
  readonly limits: ModelLimits
  readonly now: () => Date
}

/**
 * Asks once and passes on what comes; finish and usage in the last chunk. Throws `ModelFailure`, also where the answer
 * just stops.
 */
export async function* attempt(asking: Attempt): AsyncGenerator<ModelChunk, void, undefined> {
  const { watch, meter, limits } = asking
  let begun = false
  let finish: Finish | undefined
  let usage: Usage | undefined
  try {
    for await (const { chunk, characters, ...end } of pieces(asking)) {
      meter.generated(characters)
      begun ||= characters > 0 || chunk !== undefined
      finish ??= end.finish
      usage = end.usage ?? usage
      if (chunk) {
        watch.rest()
        yield chunk
      }
      if (finish !== undefined) watch.expect('stalled', limits.tailMs)
      else if (begun) watch.expect('stalled', limits.idleMs)
    }
    if (finish === undefined) throw new ModelFailure('cut-off')
  } catch (error) {
    // With its finish an answer is complete, whatever becomes of the connection.
    if (finish === undefined || watch.cause() === 'aborted') throw failureOfError(error, watch.cause(), begun)
  } finally {
    if (usage) meter.reported(usage)
  }
  yield { finish, ...(usage && { usage }) }
}

/** The events of an answer, read. What follows the end is left out, but not in the connection: so it can be used again. */
async function* pieces(asking: Attempt): AsyncGenerator<Piece, void, undefined> {
  const { watch, now } = asking
  let done = false
  for await (const data of events(await streamOf(asking))) {
    // What had already come before an abort would be passed on otherwise.
    const over = watch.cause()
    if (over !== undefined) throw new ModelFailure(over)
    done ||= data === '[DONE]'
    if (!done) yield readPiece(data, now())
  }
}

async function streamOf({ ask, watch, meter, limits }: Attempt): Promise<AsyncIterable<Uint8Array>> {
  watch.expect('slow', limits.responseMs)
  try {
    const { body } = await ask(watch.signal)
    if (body === null) throw new ModelFailure('malformed')
    meter.asked()
    watch.expect('slow', limits.firstTokenMs)
    return body
  } catch (error) {
    // Whoever gives up waiting does not know how far the model had come: it may have read everything.
    if (watch.cause() !== undefined) meter.asked()
    throw error
  }
}
