import { expect, test } from '@jest/globals'
import { mayHelpWith } from '../../../policies/assistant/index.js'
import type { DataClass } from '../../../policies/pack/terms.js'
import { baseEngine } from '../../support/protect-lists.js'

type Row = { why: string; classes: DataClass[]; is: ReturnType<typeof mayHelpWith> }

const ROWS: Row[] = [
  { why: 'nothing recognised', classes: [], is: { helps: true } },
  { why: 'names and illnesses: nothing leaves the device', classes: ['D2', 'D3', 'D1'], is: { helps: true } },
  { why: 'classified', classes: ['D2', 'VS'], is: { helps: false, because: 'VS' } },
  { why: 'a password', classes: ['SECRET'], is: { helps: false, because: 'SECRET' } },
  { why: 'both', classes: ['SECRET', 'VS'], is: { helps: false, because: 'VS' } },
]

test.each(ROWS)('$why', ({ classes, is }) => {
  expect(mayHelpWith(classes.map(found => ({ class: found })))).toEqual(is)
})

test.each([
  { text: 'Frau Erika Krüger, Mühlenstraße 3, hat Diabetes.', helps: true },
  { text: 'VS-NUR FÜR DEN DIENSTGEBRAUCH\n\nLagebericht', helps: false },
  { text: 'Das Passwort lautet: Xk7!pq-92Lm', helps: false },
])('with what the check really finds: $text', ({ text, helps }) => {
  expect(mayHelpWith(baseEngine().scan(text)).helps).toBe(helps)
})
