import { afterEach } from '@jest/globals'
import express from 'express'
import OpenAI from 'openai'
import { createTextCheck } from '../../../../bot/check/check-text.js'
import { createGuard } from '../../../../bot/generation/guard.js'
import type { Guard, GuardedChunk, GuardedRequest, GuardOutcome } from '../../../../bot/generation/guard-contract.js'
import { createRunning } from '../../../../bot/generation/running.js'
import type { Bearer } from '../../../../bot/generation/v1/caller.js'
import { type V1Deps, v1Routes } from '../../../../bot/generation/v1/routes.js'
import type { Pack } from '../../../../policies/pack/pack-schema.js'
import type { Program } from '../../../../policies/tools/principal.js'
import { type Listening, listenAlone } from '../../../support/listen.js'
import { musterstadt, NOW } from '../../../support/musterstadt.js'
import { NO_METER, scriptedModels } from '../../../support/scripted-models.js'

export const PACK = await musterstadt()
export const TOKEN = 'kk_open-webui_0123456789'

export const PROGRAM: Program = {
  kind: 'program',
  id: 'open-webui',
  municipality: 'musterstadt',
  tools: ['mucgpt'],
  purposes: ['entwerfen', 'zusammenfassen'],
  procedure: undefined,
  declared: 'D1',
  answersFor: 'Amt 11, Frau X',
}

/** An answer that comes as told. */
export const running = (
  chunks: Iterable<GuardedChunk> | AsyncIterable<GuardedChunk>,
  own: Partial<Extract<GuardOutcome, { kind: 'running' }>> = {},
): GuardOutcome => ({
  kind: 'running',
  conditions: [],
  mark: { madeBy: 'ai', tool: 'MUCGPT', label: undefined },
  answer: (async function* () {
    yield* chunks
  })(),
  ...own,
})

type Own = Partial<Pick<V1Deps, 'guard' | 'pack'>> & {
  readonly bearer?: Bearer
  readonly program?: Partial<Program>
  readonly onFound?: 'block' | 'replace'
}

export type V1Host = {
  readonly address: string
  readonly client: OpenAI
  readonly post: (body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>
  readonly logged: unknown[]
}

const open: Listening[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

/** /v1 alone on a free port; ends with the test. */
export async function v1Host({ guard, pack = () => PACK, bearer, program, onFound = 'replace' }: Own): Promise<V1Host> {
  const logged: unknown[] = []
  const app = express()
  app.use(
    v1Routes({
      guard: guard ?? (async () => ({ kind: 'held' })),
      pack,
      now: () => NOW,
      principalOf: async token => {
        if (token !== TOKEN) return { kind: 'unknown' }
        return bearer ?? { kind: 'program', program: { ...PROGRAM, ...program }, onFound }
      },
      newId: () => 'zufall',
      log: { error: (...said: unknown[]) => void logged.push(said) },
    }),
  )
  const server = await listenAlone(app)
  open.push(server)
  const base = `${server.address}/v1`
  return {
    address: base,
    client: new OpenAI({ baseURL: base, apiKey: TOKEN, maxRetries: 0 }),
    logged,
    post: (body, headers = {}) =>
      fetch(`${base}/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}

/** A guard that answers as told and remembers what it was asked. */
export function scriptedGuard(outcome: (request: GuardedRequest) => GuardOutcome | Promise<GuardOutcome>) {
  const asked: GuardedRequest[] = []
  const guard: Guard = async request => {
    asked.push(request)
    return outcome(request)
  }
  return { guard, asked }
}

/** The real guard before a model that answers as told. */
export function realGuard(script: Parameters<typeof scriptedModels>[0], pack: Pack = PACK) {
  const models = scriptedModels(script)
  const guard = createGuard({
    running: createRunning(),
    pack: () => pack,
    now: () => NOW,
    houseFor: async () => ({
      municipality: 'musterstadt',
      tools: pack.tools,
      pseudonymisedInto: pack.manifest.pseudonymised_into,
      lacks: () => [],
    }),
    checkText: createTextCheck({ pause: async () => undefined, now: () => NOW }),
    models,
    note: () => undefined,
    meter: NO_METER,
    seconds: () => 0,
  })
  return { guard, models }
}
