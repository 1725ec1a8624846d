import { beforeEach, describe, expect, test } from '@jest/globals'
import { createLearning } from '../../../../bot/learning/learning.js'
import type { Card, Element } from '../../../../bot/teams/cards/card.js'
import type { Services } from '../../../../bot/teams/services.js'
import { indexOf } from '../../../../policies/answer/index.js'
import { plusDays, questionsOf, viewOf } from '../../../../policies/training/index.js'
import { cardProblems } from '../../../support/card-rules.js'
import { executesOf, textOf } from '../../../support/card-text.js'
import { rightInputs, wrongInputs } from '../../../support/learner.js'
import { DAY, musterstadt } from '../../../support/musterstadt.js'
import { type Conversation, converse, LEARNING_KEY, onlyCard, servicesFor } from '../../../support/scenes.js'

const PACK = await musterstadt()
indexOf(PACK)

let today: string
let services: Services
let chat: Conversation
beforeEach(() => {
  today = DAY
  services = servicesFor(PACK, { now: () => new Date(`${today}T09:00:00Z`) })
  chat = converse(services)
})

const dataOf = (card: Card, verb: string): object => {
  const action = executesOf(card).find(one => one.verb === verb)
  if (!action) throw new Error(`no button ${verb} in: ${textOf(card)}`)
  return action.data
}
const press = async (card: Card, verb: string, more: object = {}): Promise<Card> =>
  onlyCard(await chat.press(verb, { ...dataOf(card, verb), ...more }))

/** The question a card shows, found by its heading. */
function questionOn(card: Card) {
  const asks = card.body.flatMap((part: Element) =>
    part.type === 'TextBlock' && part.style === 'heading' ? [part.text] : [],
  )
  const known = [...questionsOf(PACK).values()].find(({ question }) => asks.includes(question.ask))
  if (!known) throw new Error(textOf(card))
  // Fields of an order question are numbered as shown: read the order off the card.
  const view = viewOf(known.question, known.module, 1)
  if (view.control.kind !== 'assign') return view
  const parts = card.body.flatMap((part: Element) =>
    part.type === 'Input.ChoiceSet' ? [{ field: part.id, text: part.label }] : [],
  )
  return { ...view, control: { ...view.control, parts } }
}

async function readLesson(): Promise<Card> {
  let card = onlyCard(await chat.say('lernen'))
  card = await press(card, 'lesson')
  for (let screen = 1; screen < 5; screen += 1) card = await press(card, 'lesson')
  return press(card, 'round')
}

describe('what people type', () => {
  test.each([
    { text: 'lernen', title: 'Als Nächstes' },
    { text: 'Lernen!', title: 'Als Nächstes' },
    { text: 'Ich möchte lernen', title: 'Als Nächstes' },
    { text: 'quiz', title: 'Als Nächstes' },
    { text: 'fortschritt', title: 'Mein Fortschritt' },
    { text: 'Nachweis', title: 'Noch kein Nachweis' },
    { text: 'pause', title: 'Pause machen' },
    { text: 'Pause 2 Wochen', title: 'Pause bis 7.12.2026' },
    { text: 'pause drei wochen', title: 'Pause bis 14.12.2026' },
    { text: 'erinnern', title: 'Möchten Sie erinnert werden?' },
    { text: 'erinnern um 9', title: 'Erinnerung um 9 Uhr' },
    { text: 'Erinnere mich um 11 Uhr', title: 'Erinnerung um 11 Uhr' },
    { text: 'erinnern aus', title: 'Möchten Sie erinnert werden?' },
    { text: 'erinnern um 3', title: 'zwischen 7 und 18 Uhr' },
    { text: 'meine daten', title: 'Ihre Daten' },
    { text: 'Was weißt du über mich?', title: 'Ihre Daten' },
  ])('$text', async ({ text, title }) => {
    const card = onlyCard(await chat.say(text))
    expect(textOf(card)).toContain(title)
    expect(cardProblems(card)).toEqual([])
  })

  test.each([
    'Darf ich in der Pause KI nutzen?',
    'Welchen Nachweis brauche ich für KI?',
    'Lernt die KI aus meinen Daten?',
    'Wie lerne ich gute Prompts?',
    'Darf KI mich an Termine erinnern?',
  ])('is a question, no command: %s', async text => {
    expect(textOf(onlyCard(await chat.say(text)))).not.toMatch(
      /Als Nächstes|Noch kein Nachweis|Pause machen|erinnert werden/,
    )
  })
})

describe('a lesson and its questions, in one card', () => {
  test('nothing chosen: the same question with a kind word', async () => {
    const card = await readLesson()
    const again = await press(card, 'answer')
    expect(textOf(again)).toContain('Bitte wählen Sie erst eine Antwort')
    expect(questionOn(again).id).toBe(questionOn(card).id)
  })

  test('wrong, then right four times: explained, passed, proved', async () => {
    let card = await readLesson()
    card = await press(card, 'answer', wrongInputs(questionOn(card), PACK))
    expect(textOf(card)).toContain('Noch nicht ganz')
    for (let at = 2; at <= 5; at += 1) {
      card = await press(card, 'next')
      card = await press(card, 'answer', rightInputs(questionOn(card), PACK))
      expect(textOf(card)).toContain('Richtig')
    }
    expect(textOf(card)).toContain('Bestanden: Was ein Sprachmodell tut')
    expect(textOf(onlyCard(await chat.say('fortschritt')))).toContain('1 von 9 Modulen')
  })

  test('what was chosen stays chosen where a part is missing', async () => {
    let seed = 0
    const { store, pack, now } = services
    const learning = createLearning({ store, pack, now, key: LEARNING_KEY, seed: () => ++seed })
    chat = converse({ ...services, learning })
    for (let tries = 0; tries < 30; tries += 1) {
      const card = onlyCard(await chat.press('round', { module: 'g1', version: 1 }))
      const view = questionOn(card)
      if (view.control.kind !== 'assign') continue
      const all = Object.entries(rightInputs(view, PACK))
      const again = await press(card, 'answer', Object.fromEntries(all.slice(1)))
      expect(textOf(again)).toContain('Bei einem Teil fehlt noch die Angabe')
      const kept = again.body.flatMap((part: Element) => (part.type === 'Input.ChoiceSet' ? [part.value] : []))
      expect(kept.filter(Boolean)).toHaveLength(all.length - 1)
      return
    }
    throw new Error('no question with parts came up')
  })

  test('a card of yesterday leads to what comes next, and counts nothing', async () => {
    const card = await readLesson()
    today = plusDays(DAY, 1)
    const late = await press(card, 'answer', rightInputs(questionOn(card), PACK))
    expect(textOf(late)).toContain('nicht von heute')
    expect(executesOf(late).map(({ verb }) => verb)).toContain('modules')
  })
})

describe('buttons with data of somebody else', () => {
  const STRANGE: readonly unknown[] = [
    undefined,
    null,
    7,
    'text',
    {},
    { module: 7, screen: 'x', session: 9, weeks: -3, hour: 99, until: 'morgen', chosen: true },
    { module: 'g99', screen: 3, session: 'x'.repeat(5000), a: { deep: true } },
    { module: 'g1', version: 99, session: 'a.b', weeks: 1e9, hour: 3.5 },
  ]
  const verbs = [
    'learn',
    'modules',
    'lesson',
    'round',
    'portion',
    'next',
    'answer',
    'progress',
    'proof',
    'pause',
    'remind',
    'erase',
  ]
  test.each(verbs)('%s: a friendly card, never an error', async verb => {
    for (const data of STRANGE) {
      const outcome = await chat.press(verb, data)
      const card = outcome.replacement ?? outcome.messages[0]?.card
      expect(cardProblems(card)).toEqual([])
    }
  })
})

describe('pause, reminder, own data', () => {
  test.each([
    { why: 'today', until: DAY, says: 'in den nächsten zwölf Monaten' },
    { why: 'yesterday', until: '2026-11-22', says: 'in den nächsten zwölf Monaten' },
    { why: 'in years', until: '2029-01-01', says: 'in den nächsten zwölf Monaten' },
    { why: 'no day at all', until: '', says: 'in den nächsten zwölf Monaten' },
    { why: 'before Christmas', until: '2026-12-24', says: 'Pause bis 24.12.2026' },
  ])('a pause until $why', async ({ until, says }) => {
    expect(textOf(onlyCard(await chat.press('pause', { chosen: true, until })))).toContain(says)
  })

  test('all is deleted after a second press only', async () => {
    await readLesson()
    const pseudonym = services.learning.pseudonymOf(services.local?.current().person.id ?? '')
    await chat.press('erase', {})
    expect(await services.store.learning.learner(pseudonym)).toBeDefined()
    expect(textOf(onlyCard(await chat.press('erase', { sure: true })))).toContain('Ihre Daten sind gelöscht')
    expect(await services.store.learning.learner(pseudonym)).toBeUndefined()
  })
})

test('in Teams an overview renews itself for its reader; the local chat cannot do that', async () => {
  expect(onlyCard(await chat.say('lernen')).refresh).toBeUndefined()
  const person = services.local?.current().person
  const teams = converse({ ...services, local: undefined, principalOf: async () => person })
  expect(onlyCard(await teams.say('lernen')).refresh).toMatchObject({
    action: { type: 'Action.Execute', verb: 'learn' },
    userIds: ['29:user-1'],
  })
})

describe('in a group', () => {
  test.each(['lernen', 'fortschritt', 'nachweis', 'pause', 'erinnern', 'meine daten'])(
    '%s: told to the person alone, nothing shown',
    async text => {
      const outcome = await converse(services, 'group').say(text)
      expect(outcome.messages).toEqual([])
      expect(outcome.privately && textOf(outcome.privately)).toContain('im Chat mit mir allein')
    },
  )
})
