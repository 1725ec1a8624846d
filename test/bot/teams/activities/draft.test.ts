import { describe, expect, test } from '@jest/globals'
import { CHAT_COMMANDS } from '../../../../bot/teams/activities/index.js'
import { plainWords } from '../../../../policies/language/fold.js'
import { executesOf, headingOf } from '../../../support/card-text.js'
import { COMPOSE, valueIn, withModel } from '../../../support/drafting.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { cardsOf, converse, onlyCard, servicesFor } from '../../../support/scenes.js'

const PACK = await musterstadt()
const FORM = 'Was möchten Sie schreiben?'
const newcomer = () => converse(servicesFor(PACK))

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
    const card = onlyCard(await withModel(PACK).talk.say('entwurf'))
    expect(executesOf(card).map(({ title }) => title)).toEqual([
      'Aus Textbausteinen schreiben',
      'Mit MUCGPT entwerfen (KI)',
    ])
    expect(JSON.stringify(card)).toContain('Woher kommt der Text?')
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
