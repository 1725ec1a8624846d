import { describe, expect, test } from '@jest/globals'
import {
  certificateWords,
  minutesWords,
  questionsWords,
  standingWords,
} from '../../../../bot/teams/cards/learn-texts.js'
import type { StandingView } from '../../../../policies/learning-contract.js'

const span = { since: '2026-11-23', until: '2027-11-22' }
const early = { since: '2026-11-23', until: '2026-12-24', because: 'Text anonymisieren' }

const ROWS: readonly { why: string; standing: StandingView; toLearn: boolean; module: string; certificate: string }[] =
  [
    {
      why: 'never passed',
      standing: { kind: 'open' },
      toLearn: true,
      module: 'noch offen',
      certificate: 'KI-Pass: noch nicht erreicht',
    },
    {
      why: 'passed, nothing to do',
      standing: { kind: 'valid', ...span },
      toLearn: false,
      module: 'bestanden am 23.11.2026',
      certificate: 'KI-Pass: gilt bis 22.11.2027',
    },
    {
      why: 'may be renewed',
      standing: { kind: 'valid', ...span },
      toLearn: true,
      module: 'gilt bis 22.11.2027, kann jetzt erneuert werden',
      certificate: 'KI-Pass: gilt bis 22.11.2027',
    },
    {
      why: 'a changed rule ends it early: until when and why',
      standing: { kind: 'valid', ...early },
      toLearn: true,
      module: 'gilt noch bis 24.12.2026, die Regel „Text anonymisieren“ hat sich geändert',
      certificate: 'KI-Pass: gilt noch bis 24.12.2026, weil sich die Regel „Text anonymisieren“ geändert hat',
    },
    {
      why: 'ran out by itself: nobody blamed',
      standing: { kind: 'ended', ...span },
      toLearn: true,
      module: 'galt bis 22.11.2027, bitte auffrischen',
      certificate: 'KI-Pass: galt bis 22.11.2027',
    },
    {
      why: 'ended by a changed rule: the reason stays, and its last day is the last it counted',
      standing: { kind: 'ended', ...early },
      toLearn: true,
      module: 'galt bis 24.12.2026, die Regel „Text anonymisieren“ hat sich geändert',
      certificate: 'KI-Pass: galt bis 24.12.2026, weil sich die Regel „Text anonymisieren“ geändert hat',
    },
  ]

describe.each(ROWS)('$why', ({ standing, toLearn, module, certificate }) => {
  test('a module', () => {
    expect(standingWords(standing, toLearn)).toBe(module)
  })

  test('its certificate', () => {
    expect(certificateWords('KI-Pass', standing)).toBe(certificate)
  })
})

test('no two standings of a module read the same', () => {
  expect(new Set(ROWS.map(({ module }) => module)).size).toBe(ROWS.length)
})

test.each([
  { count: 1, minutes: '1 Minute', questions: 'eine Frage' },
  { count: 2, minutes: '2 Minuten', questions: '2 Fragen' },
  { count: 0, minutes: '0 Minuten', questions: '0 Fragen' },
])('$count: singular only for one', ({ count, minutes, questions }) => {
  expect(minutesWords(count)).toBe(minutes)
  expect(questionsWords(count)).toBe(questions)
})
