import { Router } from 'express'
import type { Erased } from '../../policies/learning-contract.js'
import { eraseOwnData, exportOwnData, type OwnDataDeps } from '../people/own-data.js'
import { forPerson, type WhoAsks } from './person-route.js'

/** What is kept about the asker: to see, to take away, to delete. */
export function meRoutes(deps: OwnDataDeps & { readonly whoAsks: WhoAsks }): Router {
  const routes = Router()
  routes.get(
    '/api/me',
    forPerson('GET /api/me', deps.whoAsks, async (person, _, response) => {
      response
        .attachment('meine-daten.json')
        .type('json')
        .send(JSON.stringify(await exportOwnData(person, deps), null, 2))
    }),
  )
  routes.delete(
    '/api/me',
    forPerson('DELETE /api/me', deps.whoAsks, async (person, _, response) => {
      response.json((await eraseOwnData(person, deps)) satisfies Erased)
    }),
  )
  return routes
}
