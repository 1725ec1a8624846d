import { describe, expect, test } from '@jest/globals'
import { type ModelCall, type ModelChunk, ModelFailure } from '../../../../bot/generation/models/model.js'
import type { Scene } from '../../../../bot/teams/activities/activity.js'
import { composeWithin } from '../../../../bot/teams/activities/compose.js'
import { executesOf, textOf } from '../../../support/card-text.js'
import { COMPOSE, valueIn, withModel } from '../../../support/drafting.js'
import { DAY, musterstadt } from '../../../support/musterstadt.js'
import { cardsOf, converse, onlyCard, servicesFor } from '../../../support/scenes.js'
import { POINTS } from '../../../support/tool-cards.js'

const PACK = await musterstadt()
const newcomer = () => converse(servicesFor(PACK))

describe('with a model', () => {
  test('the draft comes with the sign of the chat, "noch nicht geprüft", its gaps and its label', async () => {
    const { talk, models } = withModel(PACK, () => [
      { text: 'Herzlich will' },
      { text: 'kommen [ERGÄNZEN: Ort]' },
      { finish: 'stop' },
    ])
    const outcome = await talk.press('compose', COMPOSE)
    expect(outcome.messages.map(({ ai }) => ai)).toEqual([true])
    const words = textOf(onlyCard(outcome))
    expect(words).toContain('Herzlich willkommen [ERGÄNZEN: Ort]')
    expect(words).toContain('Von KI entworfen, noch nicht geprüft (MUCGPT)')
    expect(words).toContain('**Bitte ergänzen:** Ort')
    expect(words).toContain('„Mit Unterstützung von MUCGPT entworfen, fachlich geprüft“')
    expect(JSON.stringify(models.calls[0]?.body)).toContain('Runder Tisch Radverkehr')
    expect(JSON.stringify(models.calls[0]?.body)).toContain('Textart: Einladung')
  })

  test.each([
    {
      why: 'a name',
      data: { points: 'An: Frau Birgit Krüger\nThema: Treffen' },
      words: /freigegebenes Verfahren|Platzhalter/,
    },
    { why: 'said to concern people', data: { source: 'D2' }, words: /freigegebenes Verfahren/ },
    {
      why: 'where nobody knows it counts as about people',
      data: { source: 'unklar' },
      words: /freigegebenes Verfahren/,
    },
    { why: 'specially protected', data: { source: 'D3' }, words: /besonders geschützte Angaben/ },
    { why: 'a password', data: { points: 'Passwort: Sommer2026!xY' }, words: /Ändern Sie das Passwort gleich/ },
  ])('$why: nothing is sent, and the way on is said', async ({ data, words }) => {
    const { talk, models } = withModel(PACK)
    const outcome = await talk.press('compose', { ...COMPOSE, ...data })
    expect(models.calls).toEqual([])
    expect(textOf(onlyCard(outcome))).toMatch(words)
    expect(JSON.stringify(cardsOf(outcome))).not.toMatch(/Krüger|Sommer2026/)
  })

  test('without the lesson: the lesson is one press away, and nothing is sent', async () => {
    const card = onlyCard(await newcomer().press('compose', COMPOSE))
    expect(executesOf(card).map(({ verb, data }) => [verb, data])).toContainEqual([
      'lesson',
      { module: 'g1', screen: 0 },
    ])
  })

  test.each([
    { why: 'no source', data: { source: undefined }, notice: 'Wählen Sie bitte noch, woher der Text kommt' },
    { why: 'a source nobody knows', data: { source: 'D9' }, notice: 'Wählen Sie bitte noch, woher der Text kommt' },
    { why: 'a tool nobody has', data: { tool: 'gone' }, notice: 'Aus Textbausteinen geht es trotzdem' },
  ])('$why: the form again, and nothing is sent', async ({ data, notice }) => {
    const { talk, models } = withModel(PACK)
    const card = onlyCard(await talk.press('compose', { ...COMPOSE, ...data }))
    expect(textOf(card)).toContain(notice)
    expect(valueIn(card, 'points')).toBe(POINTS)
    expect(models.calls).toEqual([])
  })

  test.each([
    { why: 'before the first word', script: () => failing([]) },
    { why: 'in the middle', script: () => failing([{ text: 'Herzlich' }]) },
    { why: 'without a word', script: () => [{ finish: 'stop' as const }] },
  ])('a model that fails $why: what to do, no half text', async ({ script }) => {
    const outcome = await withModel(PACK, script).talk.press('compose', COMPOSE)
    const card = onlyCard(outcome)
    expect(textOf(card)).toContain('Textbausteine')
    expect(valueIn(card, 'points')).toBe(POINTS)
    expect(valueIn(card, 'source')).toBe('D1')
    expect(textOf(card)).not.toContain('Herzlich')
    expect(outcome.messages).toEqual([])
  })

  test('an answer that was cut says so', async () => {
    const { talk } = withModel(PACK, () => [{ text: 'Herzlich' }, { finish: 'length' }])
    expect(textOf(onlyCard(await talk.press('compose', COMPOSE)))).toContain('am Ende nicht vollständig')
  })

  test('one that takes too long is aborted, and the page goes on', async () => {
    const { services, models } = withModel(PACK, waiting)
    const scene: Scene = {
      turn: {
        event: { kind: 'button', verb: 'compose', data: {} },
        scope: 'personal',
        conversation: 'c',
        user: 'u',
        account: undefined,
        message: 'm',
      },
      person: services.local?.current().person ?? fail(),
      pack: PACK,
      today: DAY,
      offers: () => 'theirs',
      services,
    }
    const outcome = await composeWithin(50).run(COMPOSE, scene)
    expect(textOf(onlyCard(outcome))).toContain('Das dauert länger als gedacht')
    expect(valueIn(onlyCard(outcome), 'points')).toBe(POINTS)
    expect(JSON.stringify(outcome)).toContain('#/schreiben')
    expect(models.ended()).toBe(1)
  })
})

function* failing(first: readonly ModelChunk[]): Generator<ModelChunk> {
  yield* first
  throw new ModelFailure('unreachable')
}

async function* waiting({ signal }: ModelCall): AsyncGenerator<ModelChunk> {
  yield { text: 'Herzlich' }
  await new Promise(done => signal.addEventListener('abort', done))
  throw new ModelFailure('aborted')
}

const fail = (): never => {
  throw new Error('nobody here')
}
