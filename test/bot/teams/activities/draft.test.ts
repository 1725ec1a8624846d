import { describe, expect, test } from '@jest/globals'
import { createGuard } from '../../../../bot/generation/guard.js'
import { type ModelCall, type ModelChunk, ModelFailure } from '../../../../bot/generation/models/model.js'
import { createRunning } from '../../../../bot/generation/running.js'
import type { Scene } from '../../../../bot/teams/activities/activity.js'
import { composeWithin } from '../../../../bot/teams/activities/draft.js'
import { CHAT_COMMANDS } from '../../../../bot/teams/activities/index.js'
import type { Card } from '../../../../bot/teams/cards/card.js'
import type { Services } from '../../../../bot/teams/services.js'
import { plainWords } from '../../../../policies/language/fold.js'
import { executesOf, headingOf, textOf } from '../../../support/card-text.js'
import { DAY, musterstadt } from '../../../support/musterstadt.js'
import { cardsOf, converse, onlyCard, servicesFor } from '../../../support/scenes.js'
import { NO_METER, scriptedModels } from '../../../support/scripted-models.js'
import { learned, POINTS } from '../../../support/tool-cards.js'

const PACK = await musterstadt()
const FORM = 'Was möchten Sie schreiben?'
const newcomer = () => converse(servicesFor(PACK))

type Script = (call: ModelCall) => Iterable<ModelChunk> | AsyncIterable<ModelChunk>

/** Somebody who has learned everything, with a model that says what it is told to. */
function withModel(script?: Script) {
  const models = scriptedModels(script)
  const plain = servicesFor(PACK, { house: learned(PACK) })
  const services: Services = {
    ...plain,
    guard: createGuard({
      running: createRunning(),
      pack: () => PACK,
      now: plain.now,
      houseFor: plain.house,
      checkText: plain.checkText,
      models,
      note: async () => undefined,
      meter: NO_METER,
      seconds: () => 0,
    }),
  }
  return { talk: converse(services), models, services }
}

const FILLED = { letter: 'einladung', points: POINTS }
const COMPOSE = { ...FILLED, tool: 'mucgpt', source: 'D1' }

/** What a field of the form is filled with. */
const valueIn = (card: Card, id: string): string | undefined =>
  card.body.flatMap(part => ('id' in part && part.id === id && 'value' in part ? (part.value ?? []) : []))[0]

const doorOf = (said: string): string | undefined =>
  CHAT_COMMANDS.find(({ match }) => match(plainWords(said), PACK, said))?.door

describe('what people type', () => {
  test.each([
    { said: 'entwurf', chosen: undefined },
    { said: 'Entwurf!', chosen: undefined },
    { said: 'Entwurf Absage', chosen: 'absage-anfrage' },
    { said: 'entwurf einladung', chosen: 'einladung' },
    { said: 'Entwurf Aktenvermerk', chosen: 'aktenvermerk' },
    { said: 'Brief schreiben', chosen: undefined },
    { said: 'Schreib mir einen Brief', chosen: undefined },
    { said: 'Schreibe mir bitte eine Einladung', chosen: 'einladung' },
    { said: 'Textbausteine', chosen: undefined },
    { said: 'write me a letter', chosen: undefined },
    { said: 'Draft an invitation', chosen: 'einladung' },
  ])('„$said“ opens the form with $chosen', async ({ said, chosen }) => {
    const card = onlyCard(await newcomer().say(said))
    expect(headingOf(card)).toBe(FORM)
    expect(valueIn(card, 'letter')).toBe(chosen)
  })

  test.each([
    'Darf KI mir eine Einladung schreiben?',
    'Darf ich einen Brief mit KI schreiben?',
    'Schreib mir ein Gedicht',
    'Schreib mir einen Bescheid',
    'Wie entwerfe ich eine Rede mit KI?',
    'Kann Copilot einen Entwurf schreiben?',
    'entwurf der dienstvereinbarung',
  ])('„%s“ is a question', said => {
    expect(doorOf(said)).toBeUndefined()
  })
})

describe('the form', () => {
  test('somebody who has not learned: building blocks at once, the model after a lesson', async () => {
    const card = onlyCard(await newcomer().say('entwurf'))
    expect(executesOf(card).map(({ verb }) => verb)).toEqual(['write', 'lesson'])
    expect(JSON.stringify(card)).not.toContain('Woher kommt der Text?')
  })

  test('who has learned may draft with the model, and says where the text comes from', async () => {
    const card = onlyCard(await withModel().talk.say('entwurf'))
    expect(executesOf(card).map(({ title }) => title)).toEqual([
      'Aus Textbausteinen schreiben',
      'Mit MUCGPT entwerfen (KI)',
    ])
    expect(JSON.stringify(card)).toContain('Woher kommt der Text?')
  })
})

describe('from building blocks', () => {
  test('the letter comes as a message, with its gaps; no word of AI, no AI label, nothing of the text in a button', async () => {
    const outcome = await newcomer().press('write', FILLED)
    const card = onlyCard(outcome)
    const words = textOf(card)
    expect(words).toContain('Runder Tisch Radverkehr')
    expect(words).toContain('20. Januar 2027')
    expect(words).toContain('Aus Textbausteinen, bitte prüfen')
    expect(words).toMatch(/\*\*Bitte ergänzen:\*\* [^\n]*Ort/)
    expect(words.replace(/KI-Kompass/, '')).not.toMatch(/\bKI\b/)
    expect(outcome.messages[0]?.ai).toBeUndefined()
    expect(outcome.replacement).toBeUndefined()
    expect(JSON.stringify(executesOf(card))).not.toContain('Radverkehr')
  })

  test('names are welcome', async () => {
    const card = onlyCard(await newcomer().press('write', { letter: 'einladung', points: 'An: Frau Birgit Krüger' }))
    expect(textOf(card)).toContain('Sehr geehrte Frau Birgit Krüger')
  })

  test('a person’s Markdown stays what was typed', async () => {
    const card = onlyCard(
      await newcomer().press('write', { letter: 'einladung', points: 'Thema: [Hier](https://x.example)' }),
    )
    const marked = JSON.stringify(card.body.filter(({ type }) => type === 'TextBlock'))
    expect(marked).not.toContain('x.example')
    expect(textOf(card)).toContain('[Hier](https://x.example)')
  })

  test.each([
    { why: 'a classified paper', points: 'VS-NUR FÜR DEN DIENSTGEBRAUCH\nThema: Alarmplan' },
    { why: 'a password', points: 'Thema: Zugang\nPasswort: Sommer2026!xY' },
  ])('$why is held with the way on, and not repeated', async ({ points }) => {
    const card = onlyCard(await newcomer().press('write', { letter: 'einladung', points }))
    expect(headingOf(card)).toBe('Bitte nichts löschen, erst melden')
    expect(JSON.stringify(card)).not.toMatch(/Alarmplan|Sommer2026/)
  })

  test('if the check fails, nothing is written', async () => {
    const talk = converse(servicesFor(PACK, { checkText: async () => ({ kind: 'held' }) }))
    expect(headingOf(onlyCard(await talk.press('write', FILLED)))).toMatch(/^Ich konnte Ihre Nachricht nicht prüfen/)
  })

  test.each([
    { why: 'no kind', data: { points: POINTS }, notice: 'Wählen Sie bitte noch die Art des Textes' },
    {
      why: 'a kind nobody has',
      data: { ...FILLED, letter: 'gone' },
      notice: 'Wählen Sie bitte noch die Art des Textes',
    },
    { why: 'no words', data: { letter: 'einladung', points: ' \n ' }, notice: 'Nennen Sie bitte noch, worum es geht' },
  ])('$why is said in the form, which keeps what was filled in', async ({ data, notice }) => {
    const outcome = await newcomer().press('write', data)
    expect(outcome.messages).toEqual([])
    const card = onlyCard(outcome)
    expect(textOf(card)).toContain(notice)
    expect(valueIn(card, 'points')).toBe(data.points)
    expect(JSON.stringify(executesOf(card))).not.toContain('Radverkehr')
  })

  test('far too many words lead to the page, and are not repeated', async () => {
    const outcome = await newcomer().press('write', { letter: 'einladung', points: 'x'.repeat(9_000) })
    expect(headingOf(onlyCard(outcome))).toBe('Das schreiben Sie besser auf der Seite')
    expect(JSON.stringify(outcome)).not.toContain('xxx')
  })

  test('a password is not put back into the form either', async () => {
    const outcome = await newcomer().press('write', { points: 'Passwort: Sommer2026!xY' })
    expect(JSON.stringify(outcome)).not.toContain('Sommer2026')
  })
})

describe('with a model', () => {
  test('the draft comes with the sign of the chat, "noch nicht geprüft", its gaps and its label', async () => {
    const { talk, models } = withModel(() => [
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
    const { talk, models } = withModel()
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
    const { talk, models } = withModel()
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
    const outcome = await withModel(script).talk.press('compose', COMPOSE)
    const card = onlyCard(outcome)
    expect(textOf(card)).toContain('Textbausteine')
    expect(valueIn(card, 'points')).toBe(POINTS)
    expect(valueIn(card, 'source')).toBe('D1')
    expect(textOf(card)).not.toContain('Herzlich')
    expect(outcome.messages).toEqual([])
  })

  test('an answer that was cut says so', async () => {
    const { talk } = withModel(() => [{ text: 'Herzlich' }, { finish: 'length' }])
    expect(textOf(onlyCard(await talk.press('compose', COMPOSE)))).toContain('am Ende nicht vollständig')
  })

  test('one that takes too long is aborted, and the page goes on', async () => {
    const { services, models } = withModel(waiting)
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

describe('in a group', () => {
  test.each(['entwurf', 'Entwurf Absage'])('„%s“ leads to the chat of one’s own', async said => {
    const outcome = await converse(servicesFor(PACK), 'group').say(said)
    expect(cardsOf(outcome)).toEqual([])
    expect(outcome.privately && headingOf(outcome.privately)).toBe('Entwürfe schreiben wir zu zweit')
  })

  test.each(['draft', 'write', 'compose'])('%s writes nothing there', async verb => {
    const card = onlyCard(await converse(servicesFor(PACK), 'group').press(verb, COMPOSE))
    expect(headingOf(card)).toBe('Entwürfe schreiben wir zu zweit')
    expect(executesOf(card)).toEqual([])
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
