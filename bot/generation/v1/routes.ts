import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express'
import type { Logger } from 'pino'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import { dayOf } from '../../clock.js'
import { type Door, mayUse } from '../../identity/access.js'
import { endsWith } from '../events.js'
import type { Guard, GuardedRequest } from '../guard-contract.js'
import { answerInPieces, answerWhole } from './answer.js'
import { type Caller, callerOf, type PrincipalOf } from './caller.js'
import { refuse, v1Error } from './error.js'
import { misfitOf } from './misfit.js'
import { findModel, modelView, type Offered, offeredTo } from './offered.js'
import { BROKEN, blockedError, failureError, HELD } from './outcomes.js'
import { jsonBody, readError } from './read-body.js'
import { ChatRequest } from './request.js'
import { textsOf } from './texts.js'

export type V1Deps = {
  readonly guard: Guard
  readonly pack: () => Pack
  readonly now: () => Date
  readonly principalOf: PrincipalOf
  /** Something nobody can guess, for the id of an answer. */
  readonly newId: () => string
  readonly log: Pick<Logger, 'error'>
}

/** OpenAI's chat completions for other programs, through the same guard as everybody else. Its errors are in OpenAI's shape. */
export function v1Routes(deps: V1Deps): Router {
  const routes = Router()
  routes.get('/v1/models', forProgram('GET /v1/models', deps, list))
  routes.get('/v1/models/{*id}', forProgram('GET /v1/models/{*id}', deps, show))
  routes.post('/v1/chat/completions', forProgram('POST /v1/chat/completions', deps, chat))
  routes.use('/v1', (_, response) => refuse(response, NO_SUCH_ADDRESS))
  routes.use('/v1', onError(deps))
  return routes
}

const NO_SUCH_ADDRESS = v1Error(
  404,
  'Hier gibt es POST /v1/chat/completions, GET /v1/models und GET /v1/models/{id}; mehr gibt es unter /v1 nicht.',
)

type Known = Extract<Caller, { kind: 'program' }>
type Run = (caller: Known, deps: V1Deps, request: Request, response: Response) => Promise<void> | void

/** Who calls is settled before anything of a request is read. */
const forProgram =
  (door: Door, deps: V1Deps, run: Run): RequestHandler =>
  async (request, response) => {
    const caller = await callerOf(request, deps.principalOf)
    if (caller.kind === 'nobody') return refuse(response, caller.error)
    if (!mayUse(door, caller.program)) return refuse(response, NO_SUCH_ADDRESS)
    await run(caller, deps, request, response)
  }

const list: Run = ({ program }, { pack, now }, _, response) => {
  const offered = offeredTo(program, pack(), dayOf(now()))
  const data = offered.map(model => modelView(model, seconds(now())))
  response.set('cache-control', 'no-store').json({ object: 'list', data })
}

const show: Run = ({ program }, { pack, now }, request, response) => {
  const found = findModel([request.params.id].flat().join('/'), program, pack(), dayOf(now()))
  if (found.kind === 'missing') return refuse(response, found.error)
  response.set('cache-control', 'no-store').json(modelView(found.model, seconds(now())))
}

async function chat(caller: Known, deps: V1Deps, request: Request, response: Response): Promise<void> {
  const signal = endsWith(response)
  const body = await jsonBody(request, response)
  const asked = ChatRequest.safeParse(body)
  if (!asked.success) return refuse(response, misfitOf(asked.error.issues, body))
  const pack = deps.pack()
  const found = findModel(asked.data.model, caller.program, pack, dayOf(deps.now()))
  if (found.kind === 'missing') return refuse(response, found.error)
  const outcome = await deps.guard(guarded(caller, asked.data, found.model, signal))
  const { tool } = found.model
  switch (outcome.kind) {
    case 'refused':
      return refuse(response, blockedError(outcome, tool, pack))
    case 'held':
      return refuse(response, HELD)
    case 'failed':
      return refuse(response, failureError(outcome.failure, tool))
    case 'running': {
      const head = { id: `chatcmpl-${deps.newId()}`, created: seconds(deps.now()), model: asked.data.model }
      const answering = { head, tool, onBroken: (error: unknown) => note(error, deps) }
      const counted = asked.data.stream_options?.include_usage === true
      if (asked.data.stream === true) return answerInPieces(response, outcome, { ...answering, counted })
      return answerWhole(response, outcome, answering)
    }
  }
}

/** The token decides what the texts may be; a request can add nothing to it. */
function guarded(
  { program, onFound }: Known,
  request: ChatRequest,
  { tool, purposes }: Offered,
  signal: AbortSignal,
): GuardedRequest {
  const { procedure, declared } = program
  return { principal: program, tool, purposes, procedure, declared, ...textsOf(request), onFound, signal }
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)

/** By its name only: a message may quote what was sent. */
const note = (error: unknown, { log }: V1Deps): void =>
  log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'request failed')

const onError =
  (deps: V1Deps): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const sent = readError(error)
    if (!sent) note(error, deps)
    refuse(response, sent ?? BROKEN)
  }
