import type { RequestHandler } from 'express'
import type { WhoAsks } from '../api/person-route.js'
import { refuse } from '../api/problem.js'
import { waitAfter } from '../generation/tokens/pace.js'
import type { PaceStore } from '../storage/store.js'

export type PersonPaceDeps = {
  readonly pace: Pick<PaceStore, 'enter'>
  readonly whoAsks: WhoAsks
  /** A person's id never stands in the table. */
  readonly pseudonymOf: (person: string) => string
  readonly now: () => Date
}

/** More than anybody clicks, too few for a script to keep the service busy. */
const A_MINUTE = 240
/** Questions to a model a minute; who waits in the queue besides is the gateway's matter. */
const MODEL_A_MINUTE = 30
/** Below where the middleware is mounted. */
const MODEL = '/generate'

/** Requests that change or cost something, per person and minute, counted in the storage and so over all replicas. */
export function personPace({ pace, whoAsks, pseudonymOf, now }: PersonPaceDeps): RequestHandler {
  return async (request, response, next) => {
    const who = request.method === 'GET' || request.method === 'HEAD' ? undefined : await whoAsks(request)
    if (who?.kind !== 'person') return next()
    const [name, most] = request.path === MODEL ? ['model', MODEL_A_MINUTE] : ['any', A_MINUTE]
    const at = now()
    // A count that is lost must not cost anybody an answer: what needs the storage fails by itself.
    const entered = await pace.enter(`${name}:${pseudonymOf(who.id)}`, most, at).catch(() => 'in' as const)
    if (entered === 'in') return next()
    const seconds = waitAfter(entered, most, (at.getTime() % 60_000) / 1000)
    response.set('retry-after', String(seconds))
    refuse(
      response,
      429,
      `Das waren gerade sehr viele Anfragen. In ${seconds} Sekunden geht es weiter; Ihr Text bleibt stehen.`,
    )
  }
}
