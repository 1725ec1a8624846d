import { describe, expect, test } from '@jest/globals'
import { createSlipFinder } from '../../../policies/language/typos.js'
import { seeded } from '../../support/seeded.js'

const KNOWN = ['passwort', 'hochladen', 'protokoll', 'vertrag', 'akten', 'kasten', 'rat', 'raten', 'teams2']
const slipsOf = createSlipFinder(KNOWN)
const corrected = (word: string): string[] => slipsOf(word).sort()

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
    { why: 'a digit is no slip', word: 'teams' },
    { why: 'far too long to be a slip', word: `${'passwort'.repeat(3)}x` },
  ])('$why: $word', ({ word }) => {
    expect(corrected(word)).toEqual([])
  })
})

test('the longest word that is looked at has 24 letters', () => {
  const word = 'a'.repeat(24)
  const among = createSlipFinder([word])
  expect(among(`${word.slice(1)}b`)).toEqual([word])
  expect(among(`${word}b`)).toEqual([])
})

/** Norvig's way: every letter tried everywhere. Slower by far, and plain enough to be believed. */
function triedEverywhere(word: string, known: ReadonlySet<string>): string[] {
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    const tries = [head + tail.slice(1), head + tail.slice(0, 2).split('').reverse().join('') + tail.slice(2)]
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') tries.push(head + letter + tail.slice(1), head + letter + tail)
    for (const candidate of tries) if (candidate !== word && known.has(candidate)) found.add(candidate)
  }
  return [...found].sort()
}

test('finds what trying every letter everywhere finds, for short words of few letters', () => {
  const random = seeded(7)
  const letters = 'abn2'
  const wordOf = (length: number): string =>
    Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('')
  const known = new Set(Array.from({ length: 3_000 }, () => wordOf(4 + Math.floor(random() * 5))))
  const among = createSlipFinder(known)
  let slips = 0
  for (let round = 0; round < 1_000; round++) {
    const word = wordOf(5 + Math.floor(random() * 3))
    const found = among(word).sort()
    slips += found.length
    expect(found).toEqual(triedEverywhere(word, known))
  }
  expect(slips).toBeGreaterThan(1_000)
})
