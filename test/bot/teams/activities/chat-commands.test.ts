import { describe, expect, test } from '@jest/globals'
import { headingOf } from '../../../support/card-text.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { converse, onlyCard, servicesFor } from '../../../support/scenes.js'

const PACK = await musterstadt()
const chat = () => converse(servicesFor(PACK))
const counted = async ({ services }: ReturnType<typeof converse>) => Object.fromEntries(await services.counters.read())

const BREACH = 'Ruhig bleiben. Drei Schritte genügen.'
const HELP = 'So hilft Ihnen der KI-Kompass'
const AREAS = 'Alle Regeln nach Themen'
const PRIVACY = 'Was mit Ihren Fragen geschieht'

describe('what people type for a command', () => {
  test.each([
    { why: 'panne', said: 'panne', heading: BREACH },
    { why: 'in capitals with an exclamation mark', said: 'PANNE!', heading: BREACH },
    { why: 'in more words', said: 'Datenpanne melden', heading: BREACH },
    { why: 'calling for help', said: 'Hilfe, Panne!', heading: BREACH },
    { why: 'asking whether there is such a thing', said: 'Panne?', heading: BREACH },
    { why: 'hilfe', said: 'Hilfe', heading: HELP },
    { why: 'only a question mark', said: '?', heading: HELP },
    { why: 'as one asks a bot', said: 'Was kannst du?', heading: HELP },
    { why: 'politely', said: 'Was können Sie?', heading: HELP },
    { why: 'regeln', said: 'regeln', heading: AREAS },
    { why: 'with an umlaut written out', said: 'Uebersicht', heading: AREAS },
    { why: 'alle regeln', said: 'Alle Regeln!', heading: AREAS },
    { why: 'datenschutz', said: 'Datenschutz', heading: PRIVACY },
    { why: 'as a question', said: 'Was speicherst du?', heading: PRIVACY },
    { why: 'a rule by id', said: 'regel kennzeichnung', heading: 'Ja, mit Auflagen' },
    { why: 'a rule by title', said: 'Regel „KI-Inhalte kennzeichnen“', heading: 'Ja, mit Auflagen' },
    { why: 'a rule by English title', said: 'rule Labelling AI content', heading: 'Ja, mit Auflagen' },
    { why: 'a rule after a colon', said: 'Regel: Kennzeichnung', heading: 'Ja, mit Auflagen' },
    { why: 'who one is', said: 'ich bin', heading: 'Sie sind jetzt: Aylin Demir' },
    { why: 'becoming somebody else', said: 'Ich bin KI-Team', heading: 'Sie sind jetzt: Miriam Okafor' },
    { why: 'with a full stop', said: 'Ich bin Digitallotse.', heading: 'Sie sind jetzt: Jonas Feldmann' },
    { why: 'as a role', said: 'rolle datenschutz', heading: 'Sie sind jetzt: Henning Brandt' },
  ])('$why: „$said“', async ({ said, heading }) => {
    expect(headingOf(onlyCard(await chat().say(said)))).toBe(heading)
  })

  test.each([
    { why: 'a command inside a sentence', said: 'Darf ich eine Panne mit KI beschreiben?' },
    { why: 'a long text that begins like a command', said: `panne${' '.repeat(200)}oder darf ich das?` },
    { why: 'somebody who does not exist', said: 'ich bin Bürgermeisterin' },
  ])('$why is a question', async ({ said }) => {
    const talk = chat()
    const heading = headingOf(onlyCard(await talk.say(said)))
    expect([BREACH, HELP, AREAS, PRIVACY]).not.toContain(heading)
    expect(Object.keys(await counted(talk))).toEqual([expect.stringMatching(/^answer\.(?:rule|unknown|small-talk)$/)])
  })

  test('help comes with prompts to tap; the last opens the page, each of the others finds a rule', async () => {
    const [sent] = (await chat().say('hilfe')).messages
    expect(sent?.suggestions?.length).toBeGreaterThan(2)
    const prompts = [...(sent?.suggestions ?? [])]
    expect(headingOf(onlyCard(await chat().say(prompts.pop() ?? '')))).toBe('Text prüfen')
    for (const prompt of prompts) {
      const talk = chat()
      await talk.say(prompt)
      expect(await counted(talk)).toEqual({ 'answer.rule': 1 })
    }
  })

  test('where people sign in, nobody becomes somebody else', async () => {
    const signedIn = converse(servicesFor(PACK, { local: undefined }))
    expect(headingOf(onlyCard(await signedIn.say('ich bin ki-team')))).toBe('Das geht hier nicht')
  })
})
