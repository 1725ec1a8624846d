import { describe, expect, test } from '@jest/globals'
import { checkCard } from '../../../../bot/teams/cards/check-card.js'
import { pageCard } from '../../../../bot/teams/cards/page-card.js'
import { checkData } from '../../../support/card-examples.js'
import { executesOf, headingOf, textOf } from '../../../support/card-text.js'
import { musterstadt } from '../../../support/musterstadt.js'

const PACK = await musterstadt()
const shown = (changes: Parameters<typeof checkData>[1]) => checkCard(checkData(PACK, changes))
const words = (changes: Parameters<typeof checkData>[1]) => textOf(shown(changes))
const REPORT = { report: true, mayDelete: false } as const

describe('what the card says to do', () => {
  test.each([
    {
      why: 'a slip: the message may be deleted',
      changes: {},
      says: /Dann können Sie Ihre Nachricht löschen\. Ist der Text schon in einem KI-Werkzeug\? Dann bitte nichts löschen/,
    },
    {
      why: 'in a group: there',
      changes: { where: 'group' },
      says: /Sie können Ihre Nachricht dort löschen oder ändern/,
    },
    {
      why: 'a breach: call first',
      changes: { ...REPORT, people: ['**Datenschutz**: A'] },
      says: /Jetzt anrufen\.\*\* Sie müssen vorher nichts klären:\n\*\*Datenschutz/,
    },
    { why: 'a password: change it', changes: { ...REPORT, secret: true }, says: /Ändern Sie das Passwort gleich/ },
    { why: 'nobody named: still a way', changes: REPORT, says: /Ihre Führungskraft oder Ihr KI-Team/ },
    {
      why: 'no tool approved: still a way',
      changes: { verdicts: [] },
      says: /Ihr KI-Team nimmt Wünsche gern entgegen/,
    },
    {
      why: 'nothing recognised is no promise',
      changes: { found: undefined },
      says: /Das heißt nicht, dass nichts drinsteht/,
    },
    {
      why: 'always: it already lies in Teams',
      changes: REPORT,
      says: /lief schon über Microsoft und bleibt im Chatverlauf/,
    },
    { why: 'a language that is not covered', changes: { uncovered: true }, says: /Bitte lesen Sie ihn selbst durch/ },
  ] satisfies { why: string; changes: Parameters<typeof checkData>[1]; says: RegExp }[])(
    '$why',
    ({ changes, says }) => {
      expect(words(changes)).toMatch(says)
    },
  )

  test.each([
    { why: 'what has to be reported', changes: REPORT },
    { why: 'in a group', changes: { ...REPORT, where: 'group' } },
    { why: 'of a message of somebody else', changes: { where: 'message' } },
    { why: 'what may already be elsewhere', changes: { mayDelete: false } },
    { why: 'what may be elsewhere, in a group', changes: { mayDelete: false, where: 'group' } },
  ] satisfies { why: string; changes: Parameters<typeof checkData>[1] }[])(
    'never offers to delete $why',
    ({ changes }) => {
      for (const language of ['de', 'en'] as const)
        expect(words({ ...changes, language })).not.toMatch(/können Sie[^.]*löschen|you can delete/i)
    },
  )

  test('never calls a text clean', () => {
    for (const language of ['de', 'en'] as const)
      expect(words({ found: undefined, language })).not.toMatch(/frei von|unbedenklich|sicher|clean|harmless/i)
  })
})

describe('buttons', () => {
  test.each([
    { why: 'in a chat: the rule, and help if something happened', changes: {}, verbs: ['rule', 'breach'] },
    { why: 'to be reported already: no second way to say so', changes: REPORT, verbs: ['rule'] },
    { why: 'without rule', changes: { rule: undefined }, verbs: ['breach'] },
    { why: 'in a dialog none work', changes: { where: 'message' }, verbs: [] },
  ] satisfies { why: string; changes: Parameters<typeof checkData>[1]; verbs: string[] }[])(
    '$why',
    ({ changes, verbs }) => {
      expect(executesOf(shown(changes)).map(({ verb }) => verb)).toEqual(verbs)
      expect(JSON.stringify(shown(changes))).toContain('"type":"Action.OpenUrl"')
    },
  )

  test('a dialog is offered only where Teams can open one', () => {
    const issuer = { name: 'Neustadt', example: false }
    expect(JSON.stringify(pageCard('https://kompass.example/tab/', 'de', issuer))).toContain('task/fetch')
    expect(JSON.stringify(pageCard('http://127.0.0.1:3978/tab/', 'de', issuer))).not.toContain('task/fetch')
  })
})

test('the title tells whose text it is about', () => {
  expect(headingOf(shown({}))).toBe('In Ihrer Nachricht stehen geschützte Angaben')
  expect(headingOf(shown({ where: 'message' }))).toBe('In diesem Text stehen geschützte Angaben')
})
