import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import type { Logger } from 'pino'
import { problemOf, refuse, unknownApi } from './api/problem.js'
import { signInRoute } from './api/sign-in.js'
import { REQUEST_ID, requestId } from './http/request-id.js'
import { securityHeaders } from './http/security.js'
import type { Doorkeeper } from './identity/doorkeeper.js'
import type { LocalIdentity } from './identity/local.js'
import type { SignInDesk } from './identity/sign-in-answer.js'
import type { Metrics } from './metrics/metrics.js'
import { countRequests } from './metrics/requests.js'
import { metricsRoute } from './metrics/route.js'
import { forBots, forPeople, forPrograms } from './municipality/front.js'
import type { Municipality } from './municipality/municipality.js'
import { manifestIcons } from './pages/manifest-icons.js'
import { type PanePage, panePage } from './pages/pane-page.js'
import { signInPage } from './pages/sign-in-page.js'
import { startPage } from './pages/start-page.js'
import { type SignInOrigins, tabPage } from './pages/tab-page.js'
import { verifyRoutes } from './pages/verify-page.js'
import type { IssuerKey } from './proof/issuer-key.js'
import type { Issuer } from './proof/open-badge.js'

export type ServerDeps = {
  readonly municipalities: readonly [Municipality, ...Municipality[]]
  readonly doorkeeper: Doorkeeper
  /** How a page signs in whoever opened it. */
  readonly signInDesk: SignInDesk
  /** Address of the local chat; undefined where the chat is Teams itself. */
  readonly chat: string | undefined
  /** The demo people, where nobody proves who they are. */
  readonly local: LocalIdentity | undefined
  readonly log: Logger
  /** Folder with the built page. */
  readonly tab: string
  /** The built pane for Word. */
  readonly pane: PanePage
  /** The built page of signing in. */
  readonly signInFolder: string
  /** Folder with the icons the manifests name. */
  readonly icons: string
  /** Checks credentials, in the name of the service at this address. */
  readonly issuerKey: IssuerKey
  readonly issuer: Issuer
  readonly metrics: Metrics
  /** Lets whoever has it read the figures from another machine. */
  readonly metricsToken: string | undefined
  /** Whether the storage answers. */
  readonly isReady: () => Promise<boolean>
  /** How many proxies stand in front, as set by who runs the service: only their word on the sender counts. */
  readonly proxies: number
  readonly now: () => Date
  readonly newId: () => string
}

/** Teams sends a long message twice, as text and as HTML. */
const LARGEST_ACTIVITY = '1mb'

/** The HTTP side of the service; knows routes, not rules. */
export function createServer(deps: ServerDeps): Express {
  const { municipalities, local, issuer, now } = deps
  const app = base(deps)
  app.get('/', (_, response) => void response.type('html').send(startPage(startOf(deps))))
  if (local) app.post('/local/person', express.urlencoded({ extended: false, limit: '1kb' }), choosePerson(local))
  app.get('/metrics', metricsRoute({ metrics: deps.metrics, token: deps.metricsToken }))
  app.get('/api/sign-in', signInRoute(deps.signInDesk))
  app.use(below('/api/', forPeople(municipalities, deps.doorkeeper)))
  app.use('/api', unknownApi)
  app.use(below('/v1/', forPrograms(municipalities)))
  app.use(verifyRoutes({ keys: deps.issuerKey.verify, issuer, now }))
  const origins = signInOrigins(municipalities, deps.signInDesk)
  app.get('/tab{/*file}', tabPage(deps.tab, origins))
  app.get('/pane{/*file}', panePage(deps.pane, origins))
  app.get('/anmeldung{/*file}', signInPage({ ...deps.pane, folder: deps.signInFolder }))
  app.get('/manifest/icons/:name', manifestIcons(deps.icons))
  return ended(app, deps.log)
}

/** Where pages get tokens; a provider that does not answer is left out, and its page says so itself. */
function signInOrigins(municipalities: ServerDeps['municipalities'], desk: SignInDesk): SignInOrigins {
  return async () => {
    const answers = await Promise.all(municipalities.map(({ id }) => desk({ kommune: id })))
    const places = answers.flatMap(given =>
      given.kind === 'answer' && given.answer.kind !== 'local' ? [new URL(given.answer.tokenEndpoint).origin] : [],
    )
    return [...new Set(places)]
  }
}

/** Nothing but what Microsoft's chat service must reach: for a listener of its own, the only one open to the internet. */
export const createMessagesServer = (deps: BaseDeps): Express => ended(base(deps), deps.log)

type BaseDeps = Pick<ServerDeps, 'municipalities' | 'log' | 'metrics' | 'proxies' | 'issuer' | 'isReady' | 'newId'>

/** What every listener has: ids, headers, health and the way in for the chat. */
function base(deps: BaseDeps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', deps.proxies)
  app.use(requestId(deps.newId), countRequests(deps.metrics), securityHeaders(deps.issuer.address.startsWith('https:')))
  app.get('/healthz', (_, response) => void response.json({ status: 'ok' }))
  app.get('/readyz', readyRoute(deps))
  app.post('/api/messages', express.json({ limit: LARGEST_ACTIVITY }), forBots(deps.municipalities))
  return app
}

function ended(app: Express, log: Logger): Express {
  app.use(
    (_, response) => void response.status(404).type('text').send('Diese Seite gibt es nicht. Zurück zur Startseite: /'),
  )
  app.use(onError(log))
  return app
}

/** Unlike a mounted path it leaves the address as it is: routes name theirs in full, as the table of doors does. */
const below =
  (prefix: string, run: RequestHandler): RequestHandler =>
  (request, response, next) =>
    request.path.startsWith(prefix) ? run(request, response, next) : next()

/** For whoever sends requests here: with one municipality its pack, with several how many there are. */
const readyRoute =
  ({ municipalities, isReady }: Pick<ServerDeps, 'municipalities' | 'isReady'>): RequestHandler =>
  async (_, response) => {
    const [{ live }] = municipalities
    const ready = await isReady().catch(() => false)
    const packProblems = municipalities.reduce((sum, one) => sum + one.live.problems().length, 0)
    response.status(ready ? 200 : 503).json({
      status: ready ? 'ok' : 'storage',
      ...(municipalities.length === 1
        ? { pack: live.pack().manifest.id, rules: live.pack().rules.length }
        : { municipalities: municipalities.length }),
      packProblems,
    })
  }

function startOf({ municipalities, chat, local }: ServerDeps): Parameters<typeof startPage>[0] {
  const [first, ...others] = municipalities
  const { manifest, rules } = first.live.pack()
  return {
    municipality: others.length === 0 ? manifest.name : undefined,
    example: manifest.example,
    rules: rules.length,
    chat,
    people: local?.people ?? [],
    current: local?.current().id,
    // Only on one machine: what is wrong with a pack is nothing for whoever comes by.
    problems: local ? first.live.problems() : [],
  }
}

/** Only a form of our own page may change who one is: another site's form carries another origin. */
function choosePerson(local: LocalIdentity): RequestHandler {
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
    const name = error instanceof Error ? error.name : 'unknown'
    if (status >= 500) log.error({ error: name, request: response.get(REQUEST_ID) }, 'request failed')
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
