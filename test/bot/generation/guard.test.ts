import { describe, expect, test } from '@jest/globals'
import { createTextCheck } from '../../../bot/check/check-text.js'
import { createGuard, type Use } from '../../../bot/generation/guard.js'
import type { GuardedChunk, GuardedRequest, GuardOutcome } from '../../../bot/generation/guard-contract.js'
import { type ModelChunk, ModelFailure } from '../../../bot/generation/models/model.js'
import { createRunning } from '../../../bot/generation/running.js'
import type { Tool } from '../../../policies/pack/tool-schema.js'
import type { House } from '../../../policies/tools/permit.js'
import type { Person } from '../../../policies/tools/principal.js'
import { musterstadt, NOW } from '../../support/musterstadt.js'
import { NO_METER, scriptedModels } from '../../support/scripted-models.js'
import { byId } from '../../support/small-pack.js'

const PACK = await musterstadt()
const MUCGPT = byId(PACK.tools, 'mucgpt')
const CLERK: Person = { kind: 'person', id: 'p', municipality: 'musterstadt', roles: ['beschaeftigt'] }

type Changes = {
  request?: Partial<GuardedRequest>
  tool?: Partial<Tool>
  lacks?: House['lacks']
  script?: Parameters<typeof scriptedModels>[0]
  checkFails?: boolean
}

function guarded({ request, tool = {}, lacks = () => [], script, checkFails = false }: Changes = {}) {
  const models = scriptedModels(script)
  const used: Use[] = []
  const real = createTextCheck({ pause: async () => undefined, now: () => NOW })
  const guard = createGuard({
    running: createRunning(),
    pack: () => PACK,
    now: () => NOW,
    houseFor: async () => ({
      municipality: 'musterstadt',
      tools: PACK.tools,
      pseudonymisedInto: PACK.manifest.pseudonymised_into,
      lacks,
    }),
    checkText: checkFails ? async () => ({ kind: 'held' }) : real,
    models,
    note: use => void used.push(use),
    meter: NO_METER,
    seconds: () => 0,
  })
  const outcome = guard({
    principal: CLERK,
    tool: { ...MUCGPT, ...tool },
    purposes: ['entwerfen'],
    procedure: undefined,
    declared: 'D1',
    texts: ['Bitte höflich absagen.'],
    fixed: new Set(),
    assemble: texts => ({ messages: texts.map(content => ({ role: 'user', content })) }),
    onFound: 'replace',
    signal: new AbortController().signal,
    ...request,
  })
  return { outcome, models, used }
}

async function all(outcome: GuardOutcome): Promise<GuardedChunk[]> {
  if (outcome.kind !== 'running') throw new Error(`not running: ${outcome.kind}`)
  const chunks: GuardedChunk[] = []
  for await (const chunk of outcome.answer) chunks.push(chunk)
  return chunks
}

const LETTER = 'Sehr geehrte Frau Ottilie Krahwinkel, Ihre IBAN DE02 1203 0000 0000 2020 51 haben wir erhalten.'
const NAMED = { texts: [LETTER], declared: 'D1' as const }

describe('each step may end it, and then nothing reaches a model', () => {
  test.each<{ why: string; changes: Changes; is: string; noted: string }>([
    {
      why: 'who: another municipality',
      changes: { request: { principal: { ...CLERK, municipality: 'fremd' } } },
      is: 'foreign',
      noted: 'foreign',
    },
    {
      why: 'permit: approved until yesterday',
      changes: { tool: { approved_until: '2026-11-22' } },
      is: 'expired',
      noted: 'expired',
    },
    { why: 'permit: a lesson missing', changes: { lacks: () => ['g1'] }, is: 'training', noted: 'training' },
    {
      why: 'permit: one purpose of two',
      changes: { request: { purposes: ['entwerfen', 'protokoll'] }, tool: { purposes: ['entwerfen'] } },
      is: 'purpose',
      noted: 'purpose',
    },
    { why: 'check: it failed', changes: { checkFails: true }, is: 'held', noted: 'held' },
    {
      why: 'refuse: a name, and nothing may be replaced',
      changes: { request: { ...NAMED, onFound: 'block' } },
      is: 'procedure',
      noted: 'procedure',
    },
    {
      why: 'refuse: health cannot be replaced away',
      changes: { request: { texts: ['Frau Krahwinkel leidet an Depressionen und ist in Therapie.'] } },
      is: 'too-sensitive',
      noted: 'too-sensitive',
    },
    {
      why: 'refuse: a classified paper',
      changes: { request: { texts: ['VS-NUR FÜR DEN DIENSTGEBRAUCH\n\nLagebild'] } },
      is: 'classified',
      noted: 'classified',
    },
    {
      why: 'refuse: a password',
      changes: { request: { texts: ['Das Kennwort lautet: Sommer!2026#x'] } },
      is: 'secret',
      noted: 'secret',
    },
    {
      why: 'refuse: a name where no placeholder can stand',
      changes: { request: { texts: ['Hallo', 'Ottilie Krahwinkel, Ahornallee 33, 54290 Trier'], fixed: new Set([1]) } },
      is: 'procedure',
      noted: 'procedure',
    },
    {
      why: 'permit again: placeholders are still about people, too much for an open tool',
      changes: { request: { ...NAMED, declared: 'D0' }, tool: { class: 'W1', highest: 'D0' } },
      is: 'too-sensitive',
      noted: 'too-sensitive',
    },
    {
      why: 'permit again: the stamp of a closed meeting stays, whoever is replaced beside it',
      changes: {
        request: {
          texts: ['Nichtöffentliche Sitzung\nTOP 4: Stundung für Ottilie Krahwinkel, Ahornallee 33, 54290 Trier'],
        },
      },
      is: 'procedure',
      noted: 'procedure',
    },
    {
      why: 'permit again: said to be specially protected',
      changes: { request: { declared: 'D3' } },
      is: 'too-sensitive',
      noted: 'too-sensitive',
    },
  ])('$why', async ({ changes, is, noted }) => {
    const { outcome, models, used } = guarded(changes)
    const given = await outcome
    expect(given.kind === 'refused' ? given.permit.reason : given.kind).toBe(is)
    expect(models.calls).toEqual([])
    expect([...new Set(used.map(use => use.outcome))]).toEqual([noted])
  })

  test('what was found is told in kinds and numbers, never in values', async () => {
    const given = await guarded({ request: { ...NAMED, onFound: 'block' } }).outcome
    expect(given).toMatchObject({
      found: expect.arrayContaining([
        { kind: 'IBAN', count: 1 },
        { kind: 'PERSON', count: 1 },
      ]),
    })
    expect(JSON.stringify(given)).not.toMatch(/Krahwinkel|1203/)
  })

  test('a tool without a model fails, and says so', async () => {
    const { endpoint: _, ...without } = MUCGPT
    const given = await guarded({ request: { tool: without } }).outcome
    expect(given).toMatchObject({ kind: 'failed', failure: { kind: 'no-key' } })
  })
})

describe('replaced, sent, restored', () => {
  const echo = (call: { body: { messages: readonly Record<string, unknown>[] } }): ModelChunk[] => {
    const said = call.body.messages.map(({ content }) => String(content)).join(' ')
    return [...said.split(/(?<=.)/s).map(text => ({ text })), { finish: 'stop' as const }]
  }

  test('no value reaches the model; the answer carries them again', async () => {
    const { outcome, models } = guarded({ request: NAMED, script: echo })
    const chunks = await all(await outcome)
    expect(JSON.stringify(models.calls)).not.toMatch(/Krahwinkel|Ottilie|1203/)
    expect(JSON.stringify(models.calls)).toContain('[PERSON 1]')
    expect(chunks.map(({ text }) => text ?? '').join('')).toBe(LETTER)
    expect(chunks.at(-1)).toEqual({ finish: 'stop' })
  })

  test('the same person in two texts is one person', async () => {
    const texts = ['Herr Günther Bielefeldt hat angerufen.', 'Schreiben Sie Herrn Bielefeldt zurück.']
    const { outcome, models } = guarded({ request: { texts }, script: echo })
    await all(await outcome)
    expect(models.calls[0]?.body.messages.map(({ content }) => content)).toEqual([
      'Herr [PERSON 1] hat angerufen.',
      'Schreiben Sie Herrn [PERSON 1 NACHNAME] zurück.',
    ])
  })

  test('values go into the arguments of a tool call as JSON, in pieces of any size', async () => {
    const texts = ['Frau Ottilie Krahwinkel, Ahornallee 33, 54290 Trier']
    const pieces = [...'{"an":"[PERSON 1]","wo":"[ANSCHRIFT 1]"}'].map(piece => ({
      toolCalls: [{ index: 0, arguments: piece }],
    }))
    const { outcome } = guarded({
      request: { texts },
      script: () => [{ toolCalls: [{ index: 0, id: 'c', name: 'brief' }] }, ...pieces, { finish: 'tool_calls' }],
    })
    const chunks = await all(await outcome)
    const json = chunks.flatMap(({ toolCalls = [] }) => toolCalls.map(call => call.arguments ?? '')).join('')
    expect(JSON.parse(json)).toEqual({ an: 'Ottilie Krahwinkel', wo: 'Ahornallee 33, 54290 Trier' })
    expect(chunks.at(-1)).toEqual({ finish: 'tool_calls' })
  })

  test('it says under which condition, and that a machine made it', async () => {
    const given = await guarded({ request: NAMED }).outcome
    expect(given).toMatchObject({
      conditions: ['pseudonymised'],
      mark: { madeBy: 'ai', tool: 'MUCGPT', label: MUCGPT.label },
    })
    if (given.kind === 'running') await given.answer.return()
  })

  test('what the page replaced before it came is still about people', async () => {
    const texts = ['Bitte schreiben Sie [PERSON 1], wohnhaft [ANSCHRIFT 1].']
    const { outcome, models } = guarded({ request: { texts, declared: 'D2', onFound: 'block' } })
    const given = await outcome
    expect(given).toMatchObject({ kind: 'running', conditions: ['pseudonymised'] })
    expect(models.calls[0]?.body.messages[0]?.content).toBe(texts[0])
    if (given.kind === 'running') await given.answer.return()
  })

  test('nothing recognised and nothing replaced, but said to be about people: a Verfahren is needed', async () => {
    const open = await guarded({ request: { declared: 'D2' } }).outcome
    expect(open).toMatchObject({ kind: 'refused', permit: { reason: 'procedure' } })
    const released = await guarded({ request: { declared: 'D2', procedure: 'beschwerden-und-hinweise' } }).outcome
    expect(released).toMatchObject({ kind: 'running', conditions: ['procedure'] })
  })
})

describe('failures of the model', () => {
  test('before its first piece: an outcome', async () => {
    const { outcome, used } = guarded({
      // biome-ignore lint/correctness/useYield: a model that never begins
      script: function* () {
        throw new ModelFailure('busy', 7)
      },
    })
    expect(await outcome).toMatchObject({ kind: 'failed', failure: { kind: 'busy', retryAfter: 7 } })
    expect(used.map(use => use.outcome)).toEqual(['busy'])
  })

  test('after it: what came stays, then the failure', async () => {
    const { outcome } = guarded({
      script: function* () {
        yield { text: 'Sehr geehrte' }
        throw new ModelFailure('cut-off')
      },
    })
    const given = await outcome
    const came: GuardedChunk[] = []
    const reading = async (): Promise<void> => {
      if (given.kind === 'running') for await (const chunk of given.answer) came.push(chunk)
    }
    await expect(reading()).rejects.toMatchObject({ kind: 'cut-off' })
    expect(came).toEqual([{ text: 'Sehr geehrte' }])
  })

  test('whoever stops reading ends the call', async () => {
    const { outcome, models } = guarded({
      script: function* () {
        for (;;) yield { text: 'weiter ' }
      },
    })
    const given = await outcome
    if (given.kind === 'running') for await (const _ of given.answer) break
    expect(models.ended()).toBe(1)
  })
})
