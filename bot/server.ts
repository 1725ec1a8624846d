import { createHash, randomUUID } from 'node:crypto'
import express, { type ErrorRequestHandler, type Express } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { chatRoutes } from './api/chat.js'
import { checkRoute } from './api/check.js'
import { falseAlarmRoutes } from './api/false-alarm.js'
import { generateRoutes } from './api/generate.js'
import { kompassRoute } from './api/kompass-view.js'
import { learningRoutes } from './api/learning.js'
import { meRoutes } from './api/me.js'
import { packRoute } from './api/pack-view.js'
import { only, onlyJson, type WhoAsks } from './api/person-route.js'
import { problemOf, refuse, unknownApi } from './api/problem.js'
import { proofRoutes } from './api/proofs.js'
import { statisticsRoutes } from './api/statistics.js'
import { toolsRoutes } from './api/tools.js'
import type { TokenDesk } from './generation/tokens/desk.js'
import { usageRoute } from './generation/usage/route.js'
import { v1Routes } from './generation/v1/routes.js'
import type { LocalIdentity } from './identity/local.js'
import type { Metrics } from './metrics/metrics.js'
import { countRequests } from './metrics/requests.js'
import { metricsRoute } from './metrics/route.js'
import type { LivePack } from './packs/live-pack.js'
import { STYLE } from './pages/page.js'
import { type PanePage, panePage } from './pages/pane-page.js'
import { startPage } from './pages/start-page.js'
import { tabPage } from './pages/tab-page.js'
import { verifyRoutes } from './pages/verify-page.js'
import type { IssuerKey } from './proof/issuer-key.js'
import type { Issuer } from './proof/open-badge.js'
import type { BotEndpoint } from './teams/sdk/adapter.js'
import type { Services } from './teams/services.js'

export type ServerDeps = {
  readonly live: LivePack
  readonly bot: BotEndpoint
  readonly services: Services
  /** Address of the local chat; undefined where the chat is Teams itself. */
  readonly chat: string | undefined
  readonly log: Logger
  readonly whoAsks: WhoAsks
  /** Folder with the built page. */
  readonly tab: string
  /** The built pane for Word. */
  readonly pane: PanePage
  /** Signs credentials, in the name of the service at this address. */
  readonly issuerKey: IssuerKey
  readonly issuer: Issuer
  readonly metrics: Metrics
  /** Lets whoever has it read the figures from another machine. */
  readonly metricsToken: string | undefined
  /** Says which program a token belongs to. */
  readonly principalOf: TokenDesk['principalOf']
}

/** Teams sends a long message twice, as text and as HTML. */
const LARGEST_ACTIVITY = '1mb'
/** The longest text of the contract, every character of it written as an escape of six. */
const LARGEST_CHECK = '1300kb'

/** The HTTP side of the service; knows routes, not rules. */
export function createServer(deps: ServerDeps): Express {
  const { live, bot, services, chat, log, whoAsks } = deps
  const { local } = services
  const app = express()
  app.disable('x-powered-by')
  app.use(countRequests(deps.metrics))
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: [hashOf(STYLE)],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
        },
      },
      strictTransportSecurity: false,
    }),
  )
  app.get('/healthz', (_, response) => void response.json({ status: 'ok' }))
  app.get(
    '/readyz',
    (_, response) =>
      void response.json({
        status: 'ok',
        pack: live.pack().manifest.id,
        rules: live.pack().rules.length,
        packProblems: live.problems().length,
      }),
  )
  app.get('/', (_, response) => {
    const { manifest, rules } = live.pack()
    response.type('html').send(
      startPage({
        municipality: manifest.name,
        example: manifest.example,
        rules: rules.length,
        chat,
        people: local?.people ?? [],
        current: local?.current().id,
        problems: live.problems(),
      }),
    )
  })
  if (local) app.post('/local/person', express.urlencoded({ extended: false, limit: '1kb' }), choosePerson(local))
  app.get('/metrics', metricsRoute({ metrics: deps.metrics, token: deps.metricsToken }))
  app.post('/api/messages', express.json({ limit: LARGEST_ACTIVITY }), bot)
  app.get('/api/pack', only('GET /api/pack', whoAsks), packRoute(services))
  app.get('/api/rules', only('GET /api/rules', whoAsks), kompassRoute(services))
  app.post(
    '/api/check',
    only('POST /api/check', whoAsks),
    onlyJson,
    express.json({ limit: LARGEST_CHECK, type: 'application/json' }),
    checkRoute({ ...services, whoAsks }),
  )
  app.get('/api/usage', only('GET /api/usage', whoAsks), usageRoute(services))
  const personal = { ...services, whoAsks }
  app.use(
    chatRoutes({ services, whoAsks }),
    toolsRoutes(personal),
    generateRoutes(personal),
    falseAlarmRoutes(personal),
    learningRoutes(personal),
    meRoutes(personal),
    statisticsRoutes(personal),
    proofRoutes({ ...personal, key: deps.issuerKey, issuer: deps.issuer }),
    v1Routes({ ...services, principalOf: deps.principalOf, newId: randomUUID, log }),
    verifyRoutes({ keys: deps.issuerKey.verify, issuer: deps.issuer, now: services.now }),
  )
  app.use('/api', unknownApi)
  app.get('/tab{/*file}', tabPage(deps.tab))
  app.get('/pane{/*file}', panePage(deps.pane))
  app.use(
    (_, response) => void response.status(404).type('text').send('Diese Seite gibt es nicht. Zurück zur Startseite: /'),
  )
  app.use(onError(log))
  return app
}

/** Only a form of our own page may change who one is: another site's form carries another origin. */
function choosePerson(local: LocalIdentity): express.RequestHandler {
  return (request, response) => {
    const origin = request.headers.origin
    const person: unknown = request.body?.person
    const own = origin === undefined || origin === `http://${request.headers.host}`
    if (!own || typeof person !== 'string' || !local.become(person)) {
      response
        .status(400)
        .type('text')
        .send('Diese Person gibt es nicht. Bitte wählen Sie auf der Startseite eine der vier.')
      return
    }
    response.redirect(303, '/')
  }
}

const hashOf = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** What the error asks for: a broken body 400, a storage that is away for the moment 503. */
const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : 500

/** Broken or too large bodies are the sender's fault; everything else is ours and stays without detail. */
function onError(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const status = statusOf(error)
    if (status >= 500) log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'request failed')
    if (request.path.startsWith('/api/') && request.path !== '/api/messages') {
      refuse(response, status, problemOf(status))
      return
    }
    response
      .status(status)
      .type('text')
      .send(
        status >= 500
          ? 'Das hat gerade nicht geklappt. Bitte versuchen Sie es noch einmal.'
          : 'Diese Anfrage ist nicht lesbar.',
      )
  }
}
