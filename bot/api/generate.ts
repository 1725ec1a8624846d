import { randomUUID } from 'node:crypto'
import { type Response, Router } from 'express'
import { assemble } from '../../policies/generation/assemble.js'
import { missingFrom } from '../../policies/generation/missing.js'
import { type GenerateEvent, type GenerateRefusal, GenerateRequest } from '../../policies/generation-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Prompt } from '../../policies/pack/prompt-schema.js'
import type { Tool } from '../../policies/pack/tool-schema.js'
import { refusalText } from '../../policies/tools/permit-texts.js'
import type { Person } from '../../policies/tools/principal.js'
import { endsWith, openEvents } from '../generation/events.js'
import type { Guard, GuardedRequest, GuardOutcome } from '../generation/guard-contract.js'
import { failureText } from '../generation/models/failure-texts.js'
import { type FailureKind, ModelFailure } from '../generation/models/model.js'
import { type WhoAsks, withBody } from './person-route.js'

export type GenerateDeps = { readonly pack: () => Pack; readonly guard: Guard; readonly whoAsks: WhoAsks }

/** 200,000 characters, each of them written as an escape of six, and what is asked besides. */
const LARGEST = '1400kb'

/**
 * POST /api/generate: a person's text to a model and its answer back as events. The page has put placeholders in before and
 * keeps what they stand for; what is still recognised here is refused.
 */
export function generateRoutes({ pack, guard, whoAsks }: GenerateDeps): Router {
  return Router().post(
    '/api/generate',
    withBody(
      'POST /api/generate',
      whoAsks,
      GenerateRequest,
      async (person, request, response) => {
        const content = pack()
        const tool = content.tools.find(({ id }) => id === request.tool)
        const prompt = content.prompts.find(({ id }) => id === request.purpose)
        if (!tool || !prompt) return refuseWith(response, 404, UNKNOWN)
        if (missingFrom(prompt, request).length > 0) return refuseWith(response, 400, INCOMPLETE)
        const outcome = await guard(guarded(person, request, tool, prompt, endsWith(response)))
        await answerWith(response, outcome, tool, content)
      },
      LARGEST,
    ),
  )
}

const UNKNOWN: GenerateRefusal = {
  code: 'refused',
  problem: 'Dieses Werkzeug oder diese Aufgabe gibt es hier nicht. Bitte laden Sie die Seite neu.',
}
const INCOMPLETE: GenerateRefusal = {
  code: 'refused',
  problem: 'Es fehlt noch etwas: Bitte füllen Sie Text, Wunsch und die Fragen zur Aufgabe aus.',
}
const HELD: GenerateRefusal = {
  code: 'held',
  problem:
    'Der Text ließ sich nicht prüfen und wurde deshalb nicht gesendet. Ihr Text ist noch da; versuchen Sie es noch einmal oder mit einem kürzeren Text.',
}

/** All a person wrote is checked; the instructions are our own content. */
function guarded(
  person: Person,
  { material, wish, answers, procedure, declared, purpose }: GenerateRequest,
  tool: Tool,
  prompt: Prompt,
  signal: AbortSignal,
): GuardedRequest {
  const asked = Object.keys(answers)
  const boundary = randomUUID()
  return {
    principal: person,
    tool,
    purposes: [purpose],
    procedure,
    declared,
    texts: [material, wish, ...asked.map(id => answers[id] ?? '')],
    fixed: new Set(),
    assemble: ([text = '', said = '', ...rest]) => ({
      ...assemble(prompt, {
        material: text,
        wish: said,
        answers: Object.fromEntries(asked.map((id, at) => [id, rest[at] ?? ''])),
        boundary,
      }),
    }),
    onFound: 'block',
    signal,
  }
}

async function answerWith(response: Response, outcome: GuardOutcome, tool: Tool, pack: Pack): Promise<void> {
  switch (outcome.kind) {
    case 'held':
      return refuseWith(response, 503, HELD)
    case 'failed':
      return refuseWith(response, STATUS[outcome.failure.kind] ?? 502, failedAs(outcome.failure, tool))
    case 'refused':
      return refuseWith(response, 403, refusedAs(outcome, tool, pack))
    case 'running':
      return stream(response, outcome, tool)
  }
}

async function stream(
  response: Response,
  { conditions, mark, answer }: Extract<GuardOutcome, { kind: 'running' }>,
  tool: Tool,
): Promise<void> {
  const events = openEvents(response)
  const send = (event: GenerateEvent): Promise<void> => events.send(JSON.stringify(event))
  try {
    await send({ kind: 'start', conditions: [...conditions] })
    let finish: 'stop' | 'length' | 'filtered' = 'stop'
    for await (const chunk of answer) {
      const text = `${chunk.text ?? ''}${chunk.refusal ?? ''}`
      if (text !== '') await send({ kind: 'text', text })
      if (chunk.finish === 'length') finish = 'length'
      if (chunk.finish === 'content_filter') finish = 'filtered'
    }
    await send({ kind: 'end', finish, ...(mark.label === undefined ? {} : { label: mark.label }) })
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error
    const { problem, retryAfter } = failedAs(error, tool)
    await send({ kind: 'failed', problem, ...(retryAfter === undefined ? {} : { retryAfter }) })
  } finally {
    events.end()
  }
}

function refuseWith(response: Response, status: number, refusal: GenerateRefusal): void {
  if (response.headersSent || response.destroyed) return
  response.status(status).set('cache-control', 'no-store').json(refusal)
}

/** What did not reach an answer because of whom; everything else is the model's fault (502). */
const STATUS: Partial<Record<FailureKind, number>> = {
  slow: 504,
  stalled: 504,
  busy: 429,
  resting: 503,
  crowded: 429,
  budget: 429,
  'too-long': 413,
  'no-key': 503,
  aborted: 499,
}

const failedAs = (failure: ModelFailure, { name }: Tool): GenerateRefusal => ({
  code: 'failed',
  problem: failureText(failure, name, 'de'),
  ...(failure.retryAfter === undefined ? {} : { retryAfter: failure.retryAfter }),
})

function refusedAs(
  { permit, found }: Extract<GuardOutcome, { kind: 'refused' }>,
  tool: Tool,
  pack: Pack,
): GenerateRefusal {
  const { reason, rule, lacks, alternative } = permit
  return {
    code: 'refused',
    problem: refusalText(permit, { tool: tool.name, tools: pack.tools, modules: pack.training.modules }),
    reason,
    rule,
    kinds: [...found],
    lacks: [...lacks],
    ...(alternative && { alternative }),
  }
}
