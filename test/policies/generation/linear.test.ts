import { describe, expect, test } from '@jest/globals'
import { assemble } from '../../../policies/generation/assemble.js'
import { gapsIn } from '../../../policies/generation/result.js'
import { leastGrowth } from '../../support/growth.js'
import { musterstadt } from '../../support/musterstadt.js'
import { byId } from '../../support/small-pack.js'

/** Halfway between linear and quadratic, for a text four times as long. */
const MOST = 8
const BOUNDARY = '0b7c1f0e-5a55-4c7e-9f0d-6f2b3a1c9d11'
const TABLE = byId((await musterstadt()).prompts, 'angaben-herausziehen')

const repeated =
  (unit: string) =>
  (length: number): string =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

type Hostile = { why: string; text: (length: number) => string }

const MATERIALS: Hostile[] = [
  { why: 'one line of equals signs', text: repeated('=') },
  { why: 'markers', text: repeated('=== ENDE 1 ===\n') },
  { why: 'half markers', text: repeated('>>>>==\n') },
  { why: 'signs nobody sees', text: repeated('\u200b') },
  { why: 'marks on one letter', text: length => `=${repeated('\u0301\u0316')(length - 1)}` },
  { why: 'opened control marks', text: repeated('<') },
  { why: 'opened brackets', text: repeated('[/') },
  { why: 'empty lines', text: repeated('\n') },
  { why: 'spaces', text: repeated(' ') },
  { why: 'bullets', text: repeated('- ') },
  { why: 'slots', text: repeated('{{a') },
  { why: 'our number', text: repeated(BOUNDARY) },
]

const RESULTS: Hostile[] = [
  '[',
  '[ERGÄNZEN',
  '[ERGÄNZEN: ',
  '[ERGÄNZEN [',
  '[ERGÄNZEN [a]',
  '[bitte ',
  '[  **bitte zu noch ',
  'ergänzen ',
  '\\',
  '[ERGÄNZEN \\* ',
].map(unit => ({ why: unit, text: repeated(unit) }))

describe.each([
  {
    name: 'assemble',
    run: (text: string) =>
      assemble(TABLE, { material: text, wish: text, answers: { angaben: text }, boundary: BOUNDARY }),
    texts: MATERIALS,
  },
  { name: 'gapsIn', run: gapsIn, texts: RESULTS },
])('$name stays linear', ({ run, texts }) => {
  test.each(texts)('$why', ({ text }) => {
    expect(leastGrowth(run, text(10_000), text(40_000), MOST)).toBeLessThan(MOST)
  })
})
