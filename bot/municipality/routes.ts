import { randomUUID } from 'node:crypto'
import express, { Router } from 'express'
import type { Logger } from 'pino'
import { chatRoutes } from '../api/chat.js'
import { checkRoute } from '../api/check.js'
import { falseAlarmRoutes } from '../api/false-alarm.js'
import { generateRoutes } from '../api/generate.js'
import { kompassRoute } from '../api/kompass-view.js'
import { learningRoutes } from '../api/learning.js'
import { meRoutes } from '../api/me.js'
import { packRoute } from '../api/pack-view.js'
import { paneKeyRoutes } from '../api/pane-key.js'
import { only, onlyJson, type WhoAsks } from '../api/person-route.js'
import { proofRoutes } from '../api/proofs.js'
import { statisticsRoutes } from '../api/statistics.js'
import { toolsRoutes } from '../api/tools.js'
import type { TokenDesk } from '../generation/tokens/desk.js'
import { usageRoute } from '../generation/usage/route.js'
import { v1Routes } from '../generation/v1/routes.js'
import { personPace } from '../http/person-pace.js'
import type { IssuerKey } from '../proof/issuer-key.js'
import type { Issuer } from '../proof/open-badge.js'
import type { Services } from '../teams/services.js'

export type RoutesDeps = {
  readonly services: Services
  readonly whoAsks: WhoAsks
  /** Signs credentials, in the name of the service at this address. */
  readonly issuerKey: IssuerKey
  readonly issuer: Issuer
  /** Says which program a token belongs to. */
  readonly principalOf: TokenDesk['principalOf']
  readonly log: Logger
}

/** The longest text of the contract, every character of it written as an escape of six. */
const LARGEST_CHECK = '1300kb'

/** Everything below /api and /v1 that is about one municipality. */
export function municipalityRoutes(deps: RoutesDeps): Router {
  const { services, whoAsks, log } = deps
  const personal = { ...services, whoAsks }
  const { store, learning, now } = services
  const routes = Router()
  routes.use('/api', personPace({ pace: store.pace, pseudonymOf: learning.pseudonymOf, whoAsks, now }))
  routes.get('/api/pack', only('GET /api/pack', whoAsks), packRoute(services))
  routes.get('/api/rules', only('GET /api/rules', whoAsks), kompassRoute(services))
  routes.post(
    '/api/check',
    only('POST /api/check', whoAsks),
    onlyJson,
    express.json({ limit: LARGEST_CHECK, type: 'application/json' }),
    checkRoute(personal),
  )
  routes.get('/api/usage', only('GET /api/usage', whoAsks), usageRoute(services))
  routes.use(
    chatRoutes({ services, whoAsks }),
    falseAlarmRoutes(personal),
    paneKeyRoutes(personal),
    toolsRoutes(personal),
    generateRoutes(personal),
    learningRoutes(personal),
    meRoutes(personal),
    statisticsRoutes(personal),
    proofRoutes({ ...personal, key: deps.issuerKey, issuer: deps.issuer }),
    v1Routes({ ...services, principalOf: deps.principalOf, newId: randomUUID, log }),
  )
  return routes
}
