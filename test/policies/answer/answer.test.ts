import { describe, expect, test } from '@jest/globals'
import { type Answer, answer, type Context, LONGEST_QUESTION } from '../../../policies/answer/index.js'
import { replace, smallPack, TODAY } from '../../support/small-pack.js'

const pack = smallPack()
const ask = (question: string, context: Context = []): Answer => answer(question, pack, context, TODAY)

/** What a person sees at a glance. */
function glance(found: Answer): string {
  if (found.kind === 'unreadable') return found.reason
  if (found.kind === 'small-talk') return found.reply
  if (found.kind === 'breach') return 'breach'
  if (found.kind === 'unknown') return `unknown ${found.elsewhere?.id ?? ''}`.trim()
  return `${found.answer.rule.id} ${found.answer.light}`
}

describe('what a question leads to', () => {
  test.each([
    {
      why: 'data and unapproved tool',
      question: 'Darf ich eine Adresse in Plauderix hochladen?',
      seen: 'personenbezogene-daten verboten',
    },
    {
      why: 'data and approved tool',
      question: 'Darf ich eine Adresse in den Rathaus-Assistenten hochladen?',
      seen: 'personenbezogene-daten auflagen',
    },
    {
      why: 'a misspelt tool',
      question: 'Darf ich eine Adresse in Blauderix hochladen?',
      seen: 'personenbezogene-daten verboten',
    },
    {
      why: 'a tool and nothing else',
      question: 'Was ist mit dem Kellermodell?',
      seen: 'freigegebene-werkzeuge erlaubt',
    },
    {
      why: 'of two twins the one named exactly',
      question: 'Darf ich Schreibix privat verwenden?',
      seen: 'freigegebene-werkzeuge verboten',
    },
    {
      why: 'a password',
      question: 'Darf ich mein Kennwort in den Rathaus-Assistenten eingeben?',
      seen: 'zugangsdaten verboten',
    },
    {
      why: 'a purpose without data',
      question: 'Darf ich mit der KI ein Grußwort entwerfen?',
      seen: 'texte-entwerfen erlaubt',
    },
    {
      why: 'English, by the glossary',
      question: 'May I upload a press release to the Kellermodell?',
      seen: 'texte-entwerfen erlaubt',
    },
    {
      why: 'something has already happened',
      question: 'Ich habe versehentlich eine Adresse in Plauderix eingegeben',
      seen: 'breach',
    },
    {
      why: 'the same as a question is none',
      question: 'Darf ich versehentlich eine Adresse in Plauderix eingeben?',
      seen: 'personenbezogene-daten verboten',
    },
    { why: 'another desk', question: 'Was steht auf dem Speiseplan der Kantine?', seen: 'unknown kantine' },
    { why: 'a greeting', question: 'Guten Morgen!', seen: 'Guten Tag! Was möchten Sie wissen?' },
    { why: 'English thanks', question: 'thank you very much', seen: 'You are welcome!' },
    {
      why: 'a greeting before a question',
      question: 'Guten Morgen, darf ich ein Passwort in die KI eingeben?',
      seen: 'zugangsdaten verboten',
    },
    { why: 'nothing', question: '', seen: 'empty' },
    { why: 'signs only', question: ' …?! 🙂', seen: 'empty' },
    { why: 'too long', question: 'KI '.repeat(LONGEST_QUESTION), seen: 'too-long' },
  ])('$why: $question', ({ question, seen }) => {
    expect(glance(ask(question))).toBe(seen)
  })

  test('the longest question is still read', () => {
    const question = 'Darf ich ein Passwort in die KI eingeben?'
    expect(glance(ask(question.padEnd(LONGEST_QUESTION)))).toBe('zugangsdaten verboten')
    expect(glance(ask(question.padEnd(LONGEST_QUESTION + 1)))).toBe('too-long')
  })

  const examples = pack.rules.flatMap(rule =>
    [...rule.examples, ...rule.en.examples].map(question => ({ id: rule.id, question })),
  )
  test.each(examples)('an example leads to its rule: $question', ({ id, question }) => {
    expect(ask(question).ranked[0]).toBe(id)
  })

  test('an example leads to its rule though nothing else in it does', () => {
    const question = 'Quetzal Xylophon?'
    const odd = { 'rules/texte-entwerfen.md': replace('Darf ich eine Rede mit KI entwerfen?', question) }
    expect(glance(answer(question, smallPack(odd), [], TODAY))).toBe('texte-entwerfen erlaubt')
    expect(glance(ask(question))).toBe('unknown')
  })
})

describe('follow-up questions', () => {
  const first = ask('Darf ich eine Adresse in Plauderix hochladen?')
  test.each([
    {
      why: 'another tool, same data',
      question: 'Und mit dem Rathaus-Assistenten?',
      seen: 'personenbezogene-daten auflagen',
    },
    { why: 'other data, same tool', question: 'Und ein Attest?', seen: 'personenbezogene-daten verboten' },
  ])('$why', ({ question, seen }) => {
    expect(glance(ask(question, [first.topic]))).toBe(seen)
  })

  test('a subject of another desk does not lean on it', () => {
    expect(glance(ask('Wo liegt die Tankkarte?', [first.topic]))).toBe('unknown fuhrpark')
  })
})
