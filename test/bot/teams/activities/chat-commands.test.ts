import { describe, expect, test } from '@jest/globals'
import { headingOf, textOf } from '../../../support/card-text.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { converse, onlyCard, servicesFor } from '../../../support/scenes.js'

const PACK = await musterstadt()
const chat = () => converse(servicesFor(PACK))
const counted = async ({ services }: ReturnType<typeof converse>) => Object.fromEntries(await services.counters.read())

const BREACH = 'Ruhig bleiben. Drei Schritte genügen.'
const HELP = 'So hilft Ihnen der KI-Kompass'
const AREAS = 'Alle Regeln nach Themen'
const PAGE = 'Text prüfen'
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
    { why: 'prüfe', said: 'prüfe', heading: PAGE },
    { why: 'with the umlaut written out', said: 'Pruefe!', heading: PAGE },
    { why: 'prüfen', said: 'Prüfen', heading: PAGE },
    { why: 'text prüfen', said: 'Text prüfen', heading: PAGE },
    { why: 'politely', said: 'Bitte einen Text prüfen', heading: PAGE },
    { why: 'check', said: 'check', heading: PAGE },
    { why: 'a text behind it', said: 'prüfe Die Sitzung beginnt um 18 Uhr.', heading: 'Nichts erkannt' },
    {
      why: 'a long text on the next line',
      said: `Text prüfen\n${'Die Sitzung beginnt. '.repeat(300)}`,
      heading: 'Nichts erkannt',
    },
    {
      why: 'a text with a name',
      said: 'Check: Frau Birgit Krüger',
      heading: 'In Ihrer Nachricht stehen geschützte Angaben',
    },
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
    { why: 'asking whether something may be done', said: 'Prüfe, ob ich ChatGPT nutzen darf' },
    { why: 'the same in English', said: 'check if I may use ChatGPT' },
    { why: 'checking as the subject of a question', said: 'Prüfen Menschen KI-Texte immer nach?' },
    { why: 'asking how', said: 'Text prüfen mit ChatGPT, darf ich das?' },
    { why: 'somebody who does not exist', said: 'ich bin Bürgermeisterin' },
  ])('$why is a question', async ({ said }) => {
    const talk = chat()
    const heading = headingOf(onlyCard(await talk.say(said)))
    expect([BREACH, HELP, AREAS, PRIVACY, PAGE]).not.toContain(heading)
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

  test('a text to check is told what may take it, and that it already lies in Teams', async () => {
    const talk = chat()
    const words = textOf(onlyCard(await talk.say(`prüfe: Frau Birgit Krüger, DE02 1203 0000 0000 2020 51`)))
    expect(words).toContain('1 Name, 1 Kontonummer (IBAN)')
    expect(words).toMatch(/\*\*F13, MUCGPT\*\*: Mit Platzhaltern/)
    expect(words).toContain('Alle anderen KI-Werkzeuge: bitte nicht')
    expect(words).toContain('lief schon über Microsoft und bleibt im Chatverlauf von Teams')
    expect(await counted(talk)).toEqual({ 'check.found': 1 })
  })

  test('where people sign in, nobody becomes somebody else', async () => {
    const signedIn = converse(servicesFor(PACK, { local: undefined }))
    expect(headingOf(onlyCard(await signedIn.say('ich bin ki-team')))).toBe('Das geht hier nicht')
  })
})
