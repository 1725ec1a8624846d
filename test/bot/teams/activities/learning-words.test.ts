import { beforeEach, describe, expect, test } from '@jest/globals'
import { headingOf, textOf } from '../../../support/card-text.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { type Conversation, converse, onlyCard, servicesFor } from '../../../support/scenes.js'

const PACK = await musterstadt()

let chat: Conversation
beforeEach(() => {
  chat = converse(servicesFor(PACK))
})
const counted = async (): Promise<string[]> => [...(await chat.services.counters.read())].map(([name]) => name)

const NEXT = 'Als Nächstes: Was ein Sprachmodell tut'
const ASK_PAUSE = 'Pause machen'
const ASK_REMIND = 'Möchten Sie erinnert werden?'
const DATA = 'Ihre Daten'

describe('what people type', () => {
  test.each([
    { why: 'the word itself', said: 'lernen', heading: NEXT },
    { why: 'with capitals and a full stop', said: 'LERNEN.', heading: NEXT },
    { why: 'as a wish', said: 'Ich will lernen!', heading: NEXT },
    { why: 'politely', said: 'ich möchte lernen', heading: NEXT },
    { why: 'going on', said: 'weiter lernen', heading: NEXT },
    { why: 'in one word', said: 'Weiterlernen', heading: NEXT },
    { why: 'with an umlaut', said: 'Üben', heading: NEXT },
    { why: 'with the umlaut written out', said: 'ueben', heading: NEXT },
    { why: 'the name of the course', said: 'Grundkurs', heading: NEXT },
    { why: 'asking whether there is such a thing', said: 'Quiz?', heading: NEXT },
    { why: 'how far', said: 'fortschritt', heading: 'Mein Fortschritt' },
    { why: 'how far, as my own', said: 'Mein Lernstand', heading: 'Mein Fortschritt' },
    { why: 'proof', said: 'nachweis', heading: 'Noch kein Nachweis' },
    { why: 'proof asked for', said: 'Nachweis?', heading: 'Noch kein Nachweis' },
    { why: 'proof by its name', said: 'KI-Pass', heading: 'Noch kein Nachweis' },
    { why: 'proof as a plural', said: 'meine Nachweise', heading: 'Noch kein Nachweis' },
    { why: 'pause, without saying how long', said: 'pause', heading: ASK_PAUSE },
    { why: 'pause as a wish', said: 'Pause machen', heading: ASK_PAUSE },
    { why: 'pause until a day: the card lets one choose it', said: 'Pause bis 24.12.', heading: ASK_PAUSE },
    { why: 'the same with the month’s name', said: 'pause bis zum 24. Dezember', heading: ASK_PAUSE },
    { why: 'pause of a week in a word', said: 'Pause eine Woche', heading: 'Pause bis 30.11.2026' },
    { why: 'of weeks in digits', said: 'pause 2 Wochen', heading: 'Pause bis 7.12.2026' },
    { why: 'with a colon', said: 'Pause: 2 Wochen', heading: 'Pause bis 7.12.2026' },
    { why: 'with two marks', said: 'pause 2 wochen!!', heading: 'Pause bis 7.12.2026' },
    { why: 'in brackets', said: 'Pause (3 Wochen)', heading: 'Pause bis 14.12.2026' },
    { why: 'for longer than a year: asked again', said: 'pause 99 wochen', heading: ASK_PAUSE },
    { why: 'ended', said: 'Pause beenden', heading: NEXT },
    { why: 'ended in a word', said: 'pause aus', heading: NEXT },
    { why: 'of no week', said: 'pause 0 wochen', heading: NEXT },
    { why: 'reminder', said: 'erinnern', heading: ASK_REMIND },
    { why: 'reminder at an hour', said: 'erinnern um 9', heading: 'Erinnerung um 9 Uhr' },
    { why: 'with a comma', said: 'Erinnere mich, um 9 Uhr!', heading: 'Erinnerung um 9 Uhr' },
    { why: 'as a clock shows it', said: 'Erinnere mich um 09:00', heading: 'Erinnerung um 9 Uhr' },
    { why: 'politely', said: 'erinnere mich bitte um 11 Uhr', heading: 'Erinnerung um 11 Uhr' },
    { why: 'at three in the night: asked again', said: 'erinnern um 3 Uhr', heading: ASK_REMIND },
    { why: 'at half past: asked again', said: 'erinnern um 9:30', heading: ASK_REMIND },
    { why: 'never again', said: 'Erinnere mich nicht mehr!', heading: ASK_REMIND },
    { why: 'never again, as the button says it', said: 'Nicht mehr erinnern', heading: ASK_REMIND },
    { why: 'own data', said: 'Meine Daten', heading: DATA },
    { why: 'own data to be deleted: shown first', said: 'meine Daten löschen', heading: DATA },
    { why: 'as people ask it', said: 'Was weißt du über mich?', heading: DATA },
  ])('$why: „$said“', async ({ said, heading }) => {
    expect(headingOf(onlyCard(await chat.say(said)))).toBe(heading)
    expect(await counted()).toEqual([])
  })

  test.each([
    { why: 'pause as a time of day', said: 'Darf ich in der Pause KI nutzen?' },
    { why: 'pause with a verb behind', said: 'Pause machen mit KI, ist das erlaubt?' },
    { why: 'pause with something else behind', said: 'Pause bis KI erlaubt ist?' },
    { why: 'proof of something', said: 'Nachweis über KI-Nutzung?' },
    { why: 'which proof', said: 'Welchen Nachweis brauche ich für KI?' },
    { why: 'whose certificate', said: 'Zertifikat des Herstellers prüfen?' },
    { why: 'who learns', said: 'Lernt die KI aus meinen Daten?' },
    { why: 'how to learn', said: 'Wie lerne ich gute Prompts?' },
    { why: 'learning as the subject', said: 'Lernen Sprachmodelle aus meinen Eingaben?' },
    { why: 'whether one has to', said: 'Muss ich den Grundkurs machen?' },
    { why: 'reminding as the subject', said: 'Darf KI mich an Termine erinnern?' },
    { why: 'reminding somebody else', said: 'Erinnerung an Bürger mit KI schreiben' },
    { why: 'the state of things', said: 'Stand der Technik bei KI?' },
    { why: 'whose data', said: 'Meine Daten in ChatGPT eingeben?' },
    { why: 'progress of something else', said: 'Fortschritt durch KI im Rathaus?' },
  ])('$why is a question: „$said“', async ({ said }) => {
    const heading = headingOf(onlyCard(await chat.say(said)))
    expect([NEXT, 'Mein Fortschritt', 'Noch kein Nachweis', ASK_PAUSE, ASK_REMIND, DATA]).not.toContain(heading)
    expect(await counted()).toEqual([expect.stringMatching(/^answer\.(?:rule|unknown)$/)])
  })

  test('a wish that cannot be followed changes nothing and says what can be', async () => {
    await chat.say('erinnern um 9')
    await chat.say('pause 1 woche')
    expect(textOf(onlyCard(await chat.say('erinnern um 3')))).toContain('zwischen 7 und 18 Uhr')
    expect(textOf(onlyCard(await chat.say('pause 99 wochen')))).toContain('Länger als zwölf Monate geht es nicht')
    const { store, learning, local } = chat.services
    const person = local?.current().person.id ?? ''
    expect((await store.reminders.of(person))?.hour).toBe(9)
    expect((await store.learning.learner(learning.pseudonymOf(person)))?.pausedUntil).toBe('2026-11-30')
  })

  test('off is off: nothing is left of a reminder', async () => {
    await chat.say('erinnern um 9')
    await chat.say('erinnern aus')
    expect(await chat.services.store.reminders.all()).toEqual([])
  })
})
