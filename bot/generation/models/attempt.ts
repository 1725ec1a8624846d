import { events } from './events.js'
import { failureOfError } from './failures.js'
import type { ModelLimits } from './limits.js'
import type { Meter } from './meter.js'
import { type Finish, type ModelChunk, ModelFailure, type Usage } from './model.js'
import { readPiece } from './piece.js'
import type { Watch } from './watch.js'

export type Attempt = {
  /** Asks the model; resolves with its event stream. */
  readonly ask: (signal: AbortSignal) => Promise<Response>
  readonly watch: Watch
  readonly meter: Meter
  readonly limits: ModelLimits
  readonly now: () => Date
}

const DONE = '[DONE]'

/**
 * Asks once and passes on what comes; finish and usage in the last chunk. Throws `ModelFailure`, also where the answer
 * just stops.
 */
export async function* attempt({
  ask,
  watch,
  meter,
  limits,
  now,
}: Attempt): AsyncGenerator<ModelChunk, void, undefined> {
  let begun = false
  let given = false
  let finish: Finish | undefined
  let usage: Usage | undefined
  function* last(): Generator<ModelChunk, void, undefined> {
    if (finish === undefined || given) return
    given = true
    yield { finish, ...(usage && { usage }) }
  }
  try {
    for await (const data of events(await streamOf({ ask, watch, meter, limits }))) {
      if (data === DONE) {
        watch.rest()
        yield* last()
        watch.expect('stalled', limits.tailMs)
      }
      // What follows the end is only read so that the connection can be used again.
      if (data === DONE || given) continue
      const piece = readPiece(data, now())
      meter.generated(piece.characters)
      if (piece.usage) meter.reported(piece.usage)
      begun ||= piece.characters > 0 || piece.chunk !== undefined
      finish ??= piece.finish
      usage = piece.usage ?? usage
      if (piece.chunk) {
        watch.rest()
        yield piece.chunk
      }
      if (finish !== undefined) watch.expect('stalled', limits.tailMs)
      else if (begun) watch.expect('stalled', limits.idleMs)
    }
  } catch (error) {
    // With its finish the answer is complete, whatever becomes of the connection.
    const complete = given || (finish !== undefined && watch.cause() !== 'aborted')
    if (!complete) throw failureOfError(error, watch.cause(), begun)
  }
  yield* last()
  if (!given) throw failureOfError(new ModelFailure('cut-off'), watch.cause(), begun)
}

async function streamOf({ ask, watch, meter, limits }: Omit<Attempt, 'now'>): Promise<AsyncIterable<Uint8Array>> {
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
