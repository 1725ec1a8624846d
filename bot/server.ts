import { createHash } from 'node:crypto'
import express, { type ErrorRequestHandler, type Express } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { checkRoute } from './api/check.js'
import { packRoute } from './api/pack-view.js'
import { problemOf, refuse, unknownApi } from './api/problem.js'
import type { CheckText } from './check/check-text.js'
import { type Door, mayUse } from './identity/access.js'
import type { LocalIdentity } from './identity/local.js'
import type { Principal } from './identity/principal.js'
import type { LivePack } from './packs/live-pack.js'
import { STYLE } from './pages/page.js'
import { startPage } from './pages/start-page.js'
import { tabPage } from './pages/tab-page.js'
import type { BotEndpoint } from './teams/sdk/adapter.js'

export type ServerDeps = {
  readonly live: LivePack
  readonly bot: BotEndpoint
  readonly local: LocalIdentity | undefined
  /** Address of the local chat; undefined where the chat is Teams itself. */
  readonly chat: string | undefined
  readonly log: Logger
  readonly now: () => Date
  readonly checkText: CheckText
  /** Who sends a request to the API; undefined if nobody known. */
  readonly whoAsks: () => Promise<Principal | undefined>
  /** Folder with the built page "Text prüfen". */
  readonly tab: string
}

/** Teams sends a long message twice, as text and as HTML. */
const LARGEST_ACTIVITY = '1mb'
/** The longest text of the contract, every character of it written as an escape of six. */
const LARGEST_CHECK = '1300kb'

/** The HTTP side of the service; knows routes, not rules. */
export function createServer(deps: ServerDeps): Express {
  const { live, bot, local, chat, log } = deps
  const app = express()
  app.disable('x-powered-by')
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
  app.post('/api/messages', express.json({ limit: LARGEST_ACTIVITY }), bot)
  const api = { pack: live.pack, now: deps.now, checkText: deps.checkText }
  app.get('/api/pack', only('GET /api/pack', deps.whoAsks), packRoute(api))
  app.post(
    '/api/check',
    only('POST /api/check', deps.whoAsks),
    onlyJson,
    express.json({ limit: LARGEST_CHECK, type: 'application/json' }),
    checkRoute(api),
  )
  app.use('/api', unknownApi)
  app.get('/tab{/*file}', tabPage(deps.tab))
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

/** Lets in whom the table of doors lets in. */
function only(door: Door, whoAsks: ServerDeps['whoAsks']): express.RequestHandler {
  return async (_, response, next) => {
    if (mayUse(door, await whoAsks())) next()
    else refuse(response, 403, 'Das ist für Sie nicht freigeschaltet. Ihr KI-Team hilft Ihnen weiter.')
  }
}

const onlyJson: express.RequestHandler = (request, response, next) => {
  if (request.is('application/json')) next()
  else refuse(response, 415, problemOf(415))
}

const hashOf = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** Broken or too large bodies are the sender's fault; everything else is ours and stays without detail. */
function onError(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const status =
      typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
        ? error.status
        : 500
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
