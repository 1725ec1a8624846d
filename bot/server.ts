import { createHash } from 'node:crypto'
import express, { type ErrorRequestHandler, type Express } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import type { LocalIdentity } from './identity/local.js'
import type { LivePack } from './packs/live-pack.js'
import { STYLE } from './pages/page.js'
import { startPage } from './pages/start-page.js'
import type { BotEndpoint } from './teams/sdk/adapter.js'

export type ServerDeps = {
  readonly live: LivePack
  readonly bot: BotEndpoint
  readonly local: LocalIdentity | undefined
  /** Address of the local chat; undefined where the chat is Teams itself. */
  readonly chat: string | undefined
  readonly log: Logger
}

const LARGEST_ACTIVITY = '256kb'

/** The HTTP side of the service; knows routes, not rules. */
export function createServer({ live, bot, local, chat, log }: ServerDeps): Express {
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

/** Broken or too large bodies are the sender's fault; everything else is ours and stays without detail. */
function onError(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const status =
      typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
        ? error.status
        : 500
    if (status >= 500) log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'request failed')
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
