import type { Request } from 'express'
import type { Person } from '../../policies/tools/principal.js'
import type { WhoAsks } from '../api/person-route.js'
import { bearerOf } from '../http/bearer.js'

/** What a token says. `unavailable`: whoever could tell does not answer. */
type SignInResult =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable' }
export type SignInCheck = (bearer: string) => Promise<SignInResult>

/** Who sends a request, settled once at the door. */
export type Doorkeeper = {
  readonly settle: (request: Request) => Promise<SignInResult>
  /** Whoever was settled; undefined if nobody was. */
  readonly whoAsks: WhoAsks
}

/** Lets in by token. What was settled is remembered with the request, and goes with it. */
export function createDoorkeeper(check: SignInCheck): Doorkeeper {
  const people = new WeakMap<Request, Person>()
  return {
    async settle(request) {
      const bearer = bearerOf(request.headers)
      if (bearer === undefined) return { kind: 'refused' }
      const result = await check(bearer)
      if (result.kind === 'person') people.set(request, result.person)
      return result
    },
    whoAsks: async request => people.get(request),
  }
}

/** On one machine, where nobody proves who they are. */
export const localDoorkeeper = (current: () => Person): Doorkeeper => ({
  settle: async () => ({ kind: 'person', person: current() }),
  whoAsks: async () => current(),
})
