import { afterEach, describe, expect, test } from '@jest/globals'
import { createTextCheck } from '../../../bot/check/check-text.js'
import { createGuard } from '../../../bot/generation/guard.js'
import { ModelFailure } from '../../../bot/generation/models/model.js'
import { createRunning } from '../../../bot/generation/running.js'
import type { Services } from '../../../bot/teams/services.js'
import { GenerateEvent, GenerateRefusal, ToolsView } from '../../../policies/generation-contract.js'
import { type BotHost, hostBot } from '../../support/bot-host.js'
import { musterstadt, NOW } from '../../support/musterstadt.js'
import { IBAN, LEAKED, PERSON } from '../../support/protected.js'
import { servicesFor } from '../../support/scenes.js'
import { NO_METER, scriptedModels } from '../../support/scripted-models.js'

const PACK = await musterstadt()
/** Somebody who has learned all. */
const LEARNED: Services['house'] = async () => ({
  municipality: 'musterstadt',
  tools: PACK.tools,
  pseudonymisedInto: PACK.manifest.pseudonymised_into,
  lacks: () => [],
})

let host: BotHost
afterEach(() => host.close())

function gateway(script?: Parameters<typeof scriptedModels>[0], changes: Partial<Services> = {}) {
  const models = scriptedModels(script)
  const house = changes.house ?? LEARNED
  const checkText = changes.checkText ?? createTextCheck({ pause: async () => undefined, now: () => NOW })
  const guard = createGuard({
    running: createRunning(),
    pack: () => PACK,
    now: () => NOW,
    houseFor: house,
    checkText,
    models,
    note: () => undefined,
    meter: NO_METER,
    seconds: () => 0,
  })
  return { models, services: servicesFor(PACK, { house, guard, ...changes }) }
}

const REQUEST = {
  tool: 'mucgpt',
  purpose: 'entwerfen',
  material: '',
  wish: 'Einladung zum Sommerfest im Rathaus',
  answers: { textart: 'Einladung' },
  declared: 'D1',
}

async function post(services: Services, body: unknown) {
  host = await hostBot(services)
  const response = await fetch(`${host.address}/api/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const eventsIn = (text: string): GenerateEvent[] =>
  text
    .split('\n\n')
    .filter(Boolean)
    .map(event => GenerateEvent.parse(JSON.parse(event.replace(/^data: /, ''))))

describe('POST /api/generate', () => {
  test('an answer comes as events, with what belongs under it', async () => {
    const { models, services } = gateway(() => [{ text: 'Liebe ' }, { text: 'Gäste' }, { finish: 'stop' }])
    const { status, headers, text } = await post(services, REQUEST)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store, no-transform')
    expect(eventsIn(text)).toEqual([
      { kind: 'start', conditions: [] },
      { kind: 'text', text: 'Liebe ' },
      { kind: 'text', text: 'Gäste' },
      { kind: 'end', finish: 'stop', label: 'Mit Unterstützung von MUCGPT entworfen, fachlich geprüft' },
    ])
    const [call] = models.calls
    expect(call?.body.messages.map(({ role }) => role)).toEqual(['system', 'user'])
    expect(Object.keys(call?.body ?? {})).toEqual(['messages'])
    expect(JSON.stringify(call?.body.messages[1])).toContain('Sommerfest')
    expect(JSON.stringify(call?.body.messages[0])).not.toContain('Sommerfest')
  })

  test.each([
    { why: 'in the material', change: { material: `${PERSON}, ${IBAN}` } },
    { why: 'in the wish', change: { wish: `Brief an ${PERSON}, ${IBAN}` } },
    { why: 'in an answer', change: { answers: { textart: `${PERSON}, ${IBAN}` } } },
    { why: 'in an answer to no question', change: { answers: { textart: 'Brief', sonst: `${PERSON}, ${IBAN}` } } },
  ])('a name left in the text is refused: $why', async ({ change }) => {
    const { models, services } = gateway()
    const { status, text } = await post(services, { ...REQUEST, ...change })
    expect(status).toBe(403)
    expect(text).not.toMatch(LEAKED)
    expect(GenerateRefusal.parse(JSON.parse(text))).toMatchObject({
      code: 'refused',
      reason: 'procedure',
      rule: 'personenbezogene-daten',
      alternative: { tool: 'mucgpt', replacing: true },
      kinds: expect.arrayContaining([{ kind: 'IBAN', count: 1 }]),
    })
    expect(models.calls).toEqual([])
  })

  test('the missing lessons are named', async () => {
    const { services } = gateway(undefined, {
      house: async who => ({ ...(await LEARNED(who)), lacks: () => ['g1', 'g3'] }),
    })
    const { status, text } = await post(services, REQUEST)
    expect(status).toBe(403)
    expect(GenerateRefusal.parse(JSON.parse(text))).toMatchObject({ reason: 'training', lacks: ['g1', 'g3'] })
  })

  test('a failed check holds the text', async () => {
    const { models, services } = gateway(undefined, { checkText: async () => ({ kind: 'held' }) })
    const { status, text } = await post(services, REQUEST)
    expect(status).toBe(503)
    expect(GenerateRefusal.parse(JSON.parse(text)).code).toBe('held')
    expect(models.calls).toEqual([])
  })

  test.each([
    { why: 'busy', failure: new ModelFailure('busy', 30), status: 429, retryAfter: 30 },
    { why: 'slow', failure: new ModelFailure('slow'), status: 504, retryAfter: undefined },
    { why: 'down', failure: new ModelFailure('unreachable'), status: 502, retryAfter: undefined },
    { why: 'the budget of the day', failure: new ModelFailure('budget', 3600), status: 429, retryAfter: 3600 },
    { why: 'too long', failure: new ModelFailure('too-long'), status: 413, retryAfter: undefined },
  ])('a model that does not begin: $why', async ({ failure, status, retryAfter }) => {
    const { services } = gateway(
      // biome-ignore lint/correctness/useYield: a model that never begins
      function* () {
        throw failure
      },
    )
    const answer = await post(services, REQUEST)
    expect(answer.status).toBe(status)
    const refusal = GenerateRefusal.parse(JSON.parse(answer.text))
    expect(refusal).toMatchObject({ code: 'failed', problem: expect.stringContaining('MUCGPT') })
    expect(refusal.retryAfter).toBe(retryAfter)
  })

  test('a model that breaks off: what came stays, and it is said', async () => {
    const { services } = gateway(function* () {
      yield { text: 'Liebe Gäste' }
      throw new ModelFailure('cut-off')
    })
    const { status, text } = await post(services, REQUEST)
    expect(status).toBe(200)
    expect(eventsIn(text)).toEqual([
      { kind: 'start', conditions: [] },
      { kind: 'text', text: 'Liebe Gäste' },
      { kind: 'failed', problem: expect.any(String) },
    ])
  })

  test('whoever goes away ends the call to the model', async () => {
    const { models, services } = gateway(async function* ({ signal }) {
      yield { text: 'Liebe' }
      await new Promise(done => signal.addEventListener('abort', done, { once: true }))
      throw new ModelFailure('aborted')
    })
    host = await hostBot(services)
    const leaving = new AbortController()
    const response = await fetch(`${host.address}/api/generate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(REQUEST),
      signal: leaving.signal,
    })
    await response.body?.getReader().read()
    leaving.abort()
    while (models.ended() === 0) await new Promise(done => setTimeout(done, 5))
    expect(models.calls[0]?.signal.aborted).toBe(true)
  })

  test.each([
    { why: 'a tool that does not exist', body: { ...REQUEST, tool: 'gibt-es-nicht' }, status: 404 },
    { why: 'a question of the task left open', body: { ...REQUEST, answers: {} }, status: 400 },
    { why: 'nothing said', body: { ...REQUEST, wish: ' ' }, status: 400 },
    { why: 'another field', body: { ...REQUEST, temperature: 2 }, status: 400 },
    { why: 'a purpose that does not exist', body: { ...REQUEST, purpose: 'zaubern' }, status: 400 },
    { why: 'too much material', body: { ...REQUEST, material: 'a'.repeat(200_001) }, status: 400 },
    { why: 'ten megabytes', body: { ...REQUEST, material: 'a'.repeat(10_000_000) }, status: 413 },
  ])('refused: $why', async ({ body, status }) => {
    const { models, services } = gateway()
    const answer = await post(services, body)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text)).toMatchObject({ problem: expect.any(String) })
    expect(models.calls).toEqual([])
  })
})

describe('GET /api/tools', () => {
  async function view(changes: Partial<Services> = {}) {
    host = await hostBot(servicesFor(PACK, changes))
    const response = await fetch(`${host.address}/api/tools`)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const text = await response.text()
    return { text, view: ToolsView.parse(JSON.parse(text)) }
  }

  test('the tools of the municipality, what is missing for them, and what one writes with', async () => {
    const { view: shown } = await view()
    expect(shown.tools.map(({ id, status, served }) => [id, status, served])).toEqual(
      expect.arrayContaining([
        ['mucgpt', 'freigegeben', true],
        ['f13', 'freigegeben', false],
        ['deepl-pro', 'geplant', false],
      ]),
    )
    expect(shown.tools.find(({ id }) => id === 'mucgpt')?.lacks.map(({ id }) => id)).toEqual(['g1', 'g2', 'g3', 'g4'])
    expect(shown.tools.some(({ status }) => status === 'beispiel')).toBe(false)
    expect(shown.prompts).toHaveLength(PACK.prompts.length)
    expect(shown.who).toEqual({ roles: ['beschaeftigt'], department: 'buergerdienste', groups: [] })
  })

  test('no address of a model, no instructions, no id of anybody', async () => {
    const { text } = await view()
    expect(text).not.toMatch(/11434|mistral|local:ki-team|Immer gilt/)
  })
})
