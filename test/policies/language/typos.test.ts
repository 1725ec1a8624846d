import { describe, expect, test } from '@jest/globals'
import { oneSlipAway } from '../../../policies/language/typos.js'

const KNOWN = new Set(['passwort', 'hochladen', 'protokoll', 'vertrag', 'akten', 'kasten', 'rat', 'raten'])
const corrected = (word: string): string[] => oneSlipAway(word, candidate => KNOWN.has(candidate)).sort()

describe('one slip', () => {
  test.each([
    { why: 'a letter is missing', word: 'paswort', found: ['passwort'] },
    { why: 'the first letter is missing', word: 'ertrag', found: ['vertrag'] },
    { why: 'the last letter is missing', word: 'protokol', found: ['protokoll'] },
    { why: 'a letter is doubled', word: 'hochladden', found: ['hochladen'] },
    { why: 'a letter is wrong', word: 'pasawort', found: ['passwort'] },
    { why: 'two neighbours are swapped', word: 'hcohladen', found: ['hochladen'] },
    { why: 'the last two are swapped', word: 'hochladne', found: ['hochladen'] },
    { why: 'every known neighbour is offered', word: 'asten', found: ['akten', 'kasten'] },
  ])('$why: $word', ({ word, found }) => {
    expect(corrected(word)).toEqual(found)
  })
})

describe('left alone', () => {
  test.each([
    { why: 'two slips are too many', word: 'paswrt' },
    { why: 'a known word is not its own correction', word: 'passwort' },
    { why: 'four letters: too many are one slip from another', word: 'rate' },
    { why: 'nothing', word: '' },
    { why: 'far too long to be a slip', word: `${'passwort'.repeat(3)}x` },
  ])('$why: $word', ({ word }) => {
    expect(corrected(word)).toEqual([])
  })
})

test('the longest word that is looked at has 24 letters', () => {
  const word = 'a'.repeat(24)
  expect(oneSlipAway(`${word.slice(1)}b`, candidate => candidate === word)).toEqual([word])
  expect(oneSlipAway(`${word}b`, candidate => candidate === word)).toEqual([])
})
