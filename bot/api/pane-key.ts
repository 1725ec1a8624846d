import { createHmac } from 'node:crypto'
import { Router } from 'express'
import type { PaneKey } from '../../policies/contract.js'
import type { Learning } from '../learning/learning.js'
import { forPerson, type WhoAsks } from './person-route.js'

export type PaneKeyDeps = { readonly learning: Pick<Learning, 'pseudonymOf'>; readonly whoAsks: WhoAsks }

/**
 * GET /api/pane-key: with it the pane seals what it keeps in its window while it reloads. Nobody else gets it, so neither
 * another person at the same window nor a page the window goes to can open or forge that. Nothing is stored for it.
 */
export function paneKeyRoutes({ learning, whoAsks }: PaneKeyDeps): Router {
  return Router().get(
    '/api/pane-key',
    forPerson('GET /api/pane-key', whoAsks, async ({ id }, _, response) => {
      response.json({ key: paneKeyOf(learning.pseudonymOf(id)) } satisfies PaneKey)
    }),
  )
}

/** Follows from the secret behind pseudonyms, and leads back to none. */
const paneKeyOf = (pseudonym: string): string => createHmac('sha256', pseudonym).update('pane').digest('base64url')
