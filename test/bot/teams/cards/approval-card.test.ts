import { expect, test } from '@jest/globals'
import { approvalCard } from '../../../../bot/teams/cards/approval-card.js'
import { textOf } from '../../../support/card-text.js'

const on = (today: string): string =>
  textOf(approvalCard({ tool: 'MUCGPT', until: '2027-06-30', today, issuer: { name: 'Neustadt', example: false } }))

test.each([
  {
    why: 'a month before',
    today: '2027-05-31',
    says: ['läuft am 30. Juni 2027 aus', 'Das ist in 30 Tagen.', 'darf es ab 1. Juli 2027 niemand mehr nutzen'],
  },
  { why: 'the day before', today: '2027-06-29', says: ['Das ist morgen.', 'Sie können die Freigabe jetzt verlängern'] },
  { why: 'the last day', today: '2027-06-30', says: ['Heute ist der letzte Tag.', 'ab 1. Juli 2027'] },
  {
    why: 'the day after',
    today: '2027-07-01',
    says: [
      'ist am 30. Juni 2027 ausgelaufen',
      'Mit einer neuen Freigabe geht es sofort weiter',
      'lehnt der KI-Kompass jede Nutzung ab',
    ],
  },
])('$why', ({ today, says }) => {
  for (const words of says) expect(on(today)).toContain(words)
})

test('always: what to check, where to write it, and the way on if it ends', () => {
  for (const today of ['2027-05-31', '2027-06-30', '2027-07-01'])
    for (const words of ['Vertrag', 'approved_until', 'checked_by', 'stattdessen']) expect(on(today)).toContain(words)
})
