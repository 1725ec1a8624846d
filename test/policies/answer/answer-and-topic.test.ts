import { describe, expect, test } from '@jest/globals'
import { type Answer, answer, answerOfRule, NO_TOPIC, Topic } from '../../../policies/answer/index.js'
import type { DataClass } from '../../../policies/pack/terms.js'
import { byId, municipalPack, smallPack, TODAY } from '../../support/small-pack.js'

// What stays of an answer, and what stands around it: whom to call, state law, related rules.

const pack = smallPack()
const ask = (question: string): Answer => answer(question, pack, [], TODAY)

const QUESTIONS = [
  'Darf ich eine Adresse in Plauderix hochladen?',
  'Darf ich die veröffentlichte Namensliste in den Rathaus-Assistenten hochladen?',
  'Darf ich eine erfundene Adresse in den Rathaus-Assistenten hochladen?',
  'Darf ich einen Brief ohne Namen und ohne Adresse mit dem Rathaus-Assistenten zusammenfassen?',
  'Darf ich Frau Muster im Text für die KI nennen?',
  'Darf ich Schreibix privat verwenden?',
  'Darf ich das Organigramm in die KI hochladen?',
]

describe('the topic that stays', () => {
  test.each(QUESTIONS)('holds ids only, never words: %s', question => {
    const { topic } = ask(question)
    expect(Topic.safeParse(topic).success).toBe(true)
    const known = [...pack.rules, ...pack.tools, ...pack.lexicon.purposes].map(({ id }) => id)
    expect(known).toEqual(expect.arrayContaining([...topic.rules, ...topic.tools, ...topic.purposes]))
  })

  test.each(QUESTIONS)('shows the same answer again: %s', question => {
    const found = ask(question)
    if (found.kind !== 'rule') throw new Error(`No rule for: ${question}`)
    expect(answerOfRule(found.answer.rule, found.topic, pack, TODAY)).toEqual(found.answer)
  })
})

describe('a topic that came back from a card', () => {
  const given = (data: string, classes: DataClass[]) =>
    answerOfRule(
      byId(pack.rules, 'personenbezogene-daten'),
      { ...NO_TOPIC, data: [data], classes, tools: ['rathaus-assistent'], entering: true, expressly: true },
      pack,
      TODAY,
    ).light

  test.each(['attest', 'verschlusssache', 'passwort'])('cannot make public what no qualifier lifts: %s', data => {
    expect(given(data, ['D0'])).toBe('verboten')
  })

  test('without classes has those of the pack', () => {
    expect(given('attest', [])).toBe('verboten')
  })
})

describe('around the answer', () => {
  test('the same question has the same answer, in another pack value too', () => {
    const question = 'Darf ich eine Adresse in den Rathaus-Assistenten hochladen?'
    expect(answer(question, smallPack(), [], TODAY)).toEqual(ask(question))
  })

  test.each([
    {
      why: 'personal data',
      question: 'Ich habe versehentlich eine Adresse in Plauderix eingegeben',
      roles: ['datenschutz', 'ki-team'],
    },
    {
      why: 'a password: security first',
      question: 'Ich habe ein Passwort in Plauderix eingegeben',
      roles: ['informationssicherheit', 'datenschutz', 'ki-team'],
    },
    {
      why: 'a classified paper',
      question: 'Ich habe eine Verschlusssache in Plauderix hochgeladen',
      roles: ['geheimschutz', 'datenschutz', 'ki-team'],
    },
  ])('whom to call after a breach: $why', ({ question, roles }) => {
    const found = ask(question)
    expect(found.kind === 'breach' ? found.calls.map(({ role }) => role) : found.kind).toEqual(roles)
  })

  const bare = (id: string, of = pack) => answerOfRule(byId(of.rules, id), NO_TOPIC, of, TODAY)

  test('who helps: the role where nobody is named, else the person', () => {
    expect(bare('kennzeichnung').help).toEqual({ role: 'pressestelle', contact: undefined })
    expect(bare('kennzeichnung', municipalPack()).help.contact?.name).toBe('Frau pressestelle')
  })

  test.each([
    {
      why: 'settled by the pack',
      text: bare('datenpanne-melden').stateLaw,
      expected: 'In Niedersachsen erreichen Sie die Aufsicht über ihr Meldeformular.',
    },
    {
      why: 'open: whom to ask',
      text: bare('kennzeichnung').stateLaw,
      expected:
        'Ob die Hauptsatzung mehr verlangt, bestimmt das Land. Landesrecht, bitte bei Ihrer Pressestelle klären.',
    },
    {
      why: 'open: a person to ask',
      text: bare('kennzeichnung', municipalPack()).stateLaw,
      expected:
        'Ob die Hauptsatzung mehr verlangt, bestimmt das Land. Landesrecht, bitte bei Frau pressestelle klären.',
    },
    { why: 'no state law in it', text: bare('zugangsdaten').stateLaw, expected: undefined },
  ])('state law: $why', ({ text, expected }) => {
    expect(text).toBe(expected)
  })

  test('related rules are those the rule names', () => {
    expect(bare('zugangsdaten').related.map(({ id }) => id)).toEqual(['personenbezogene-daten', 'datenpanne-melden'])
  })
})
