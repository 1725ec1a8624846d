import { describe, expect, test } from '@jest/globals'
import { createGuard } from '../../../../bot/generation/guard.js'
import { type ModelCall, type ModelChunk, ModelFailure } from '../../../../bot/generation/models/model.js'
import { composeWithin } from '../../../../bot/teams/activities/draft.js'
import { CHAT_COMMANDS } from '../../../../bot/teams/activities/index.js'
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
    const field = card.body.find(part => part.type === 'Input.ChoiceSet' && part.id === 'letter')
    expect(field && 'value' in field ? field.value : undefined).toBe(chosen)
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
    { why: 'no kind', data: { points: POINTS }, heading: 'Was soll es werden?' },
    { why: 'a kind nobody has', data: { ...FILLED, letter: 'gone' }, heading: 'Was soll es werden?' },
    { why: 'no words', data: { letter: 'einladung', points: ' \n ' }, heading: 'Ein paar Stichworte noch' },
    {
      why: 'far too many',
      data: { letter: 'einladung', points: 'x'.repeat(9_000) },
      heading: 'Das schreiben Sie besser auf der Seite',
    },
  ])('$why is said beside the form, which stays', async ({ data, heading }) => {
    const outcome = await newcomer().press('write', data)
    expect(headingOf(onlyCard(outcome))).toBe(heading)
    expect(outcome.replacement).toBeUndefined()
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
    { why: 'a password', data: { points: 'Passwort: Sommer2026!xY' }, words: /Passwörter und Schlüssel heraus/ },
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
    { why: 'no source', data: { source: undefined }, heading: 'Woher kommt der Text?' },
    { why: 'a tool nobody has', data: { tool: 'gone' }, heading: FORM },
  ])('$why', async ({ data, heading }) => {
    const { talk, models } = withModel()
    expect(headingOf(onlyCard(await talk.press('compose', { ...COMPOSE, ...data })))).toBe(heading)
    expect(models.calls).toEqual([])
  })

  test.each([
    { why: 'before the first word', script: () => failing([]) },
    { why: 'in the middle', script: () => failing([{ text: 'Herzlich' }]) },
    { why: 'without a word', script: () => [{ finish: 'stop' as const }] },
  ])('a model that fails $why: what to do, no half text', async ({ script }) => {
    const outcome = await withModel(script).talk.press('compose', COMPOSE)
    const card = onlyCard(outcome)
    expect(headingOf(card)).toBe('MUCGPT hat gerade nicht geantwortet')
    expect(textOf(card)).toContain('Textbausteine')
    expect(textOf(card)).not.toContain('Herzlich')
    expect(outcome.messages[0]?.ai).toBeUndefined()
  })

  test('an answer that was cut says so', async () => {
    const { talk } = withModel(() => [{ text: 'Herzlich' }, { finish: 'length' }])
    expect(textOf(onlyCard(await talk.press('compose', COMPOSE)))).toContain('am Ende nicht vollständig')
  })

  test('one that takes too long is aborted, and the page goes on', async () => {
    const { services, models } = withModel(waiting)
    const scene = {
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
    } as const
    const outcome = await composeWithin(50).run(COMPOSE, scene)
    expect(headingOf(onlyCard(outcome))).toBe('Das dauert länger als gedacht')
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
