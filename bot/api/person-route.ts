import express, { type Request, type RequestHandler, type Response } from 'express'
import type { z } from 'zod'
import type { Person, Principal } from '../../policies/tools/principal.js'
import { type Door, mayUse } from '../identity/access.js'
import { problemOf, refuse } from './problem.js'

/** Who sends a request; undefined if nobody known. */
export type WhoAsks = (request: Request) => Promise<Principal | undefined>

const NOT_ALLOWED = 'Das ist für Sie nicht freigeschaltet. Ihr KI-Team hilft Ihnen weiter.'

/** Lets in whom the table of doors lets in. */
export function only(door: Door, whoAsks: WhoAsks): RequestHandler {
  return async (request, response, next) => {
    if (mayUse(door, await whoAsks(request))) next()
    else refuse(response, 403, NOT_ALLOWED)
  }
}

export const onlyJson: RequestHandler = (request, response, next) => {
  if (request.is('application/json')) next()
  else refuse(response, 415, problemOf(415))
}

/** A route that is about the person who asks, and nobody else. Its answers are never kept by a cache. */
export function forPerson(
  door: Door,
  whoAsks: WhoAsks,
  run: (person: Person, request: Request, response: Response) => Promise<void>,
): RequestHandler {
  return async (request, response) => {
    const principal = await whoAsks(request)
    if (principal?.kind !== 'person' || !mayUse(door, principal)) {
      refuse(response, 403, NOT_ALLOWED)
      return
    }
    response.set('cache-control', 'no-store')
    await run(principal, request, response)
  }
}

/** The same with a body: read as JSON of at most `limit`, checked against the contract. */
export function withBody<Schema extends z.ZodType>(
  door: Door,
  whoAsks: WhoAsks,
  schema: Schema,
  run: (person: Person, body: z.infer<Schema>, response: Response) => Promise<void>,
  limit = '32kb',
): RequestHandler[] {
  return [
    only(door, whoAsks),
    onlyJson,
    express.json({ limit, type: 'application/json' }),
    forPerson(door, whoAsks, async (person, request, response) => {
      const body = schema.safeParse(request.body)
      if (body.success) await run(person, body.data, response)
      else refuse(response, 400, problemOf(400))
    }),
  ]
}
