import { expect, test } from '@jest/globals'
import { ngrams } from '../../../policies/language/ngrams.js'

test.each([
  { why: 'overlapping, borders marked', word: 'hallo', size: 3, grams: ['_ha', 'hal', 'all', 'llo', 'lo_'] },
  { why: 'as long as the word with its borders: one gram', word: 'ki', size: 4, grams: ['_ki_'] },
  { why: 'a shorter word is one gram of its own', word: 'ok', size: 5, grams: ['_ok_'] },
  { why: 'one more letter makes two grams', word: 'okay', size: 5, grams: ['_okay', 'okay_'] },
  { why: 'repeated grams are all named', word: 'aaaa', size: 3, grams: ['_aa', 'aaa', 'aaa', 'aa_'] },
  { why: 'no letters leave the borders', word: '', size: 3, grams: ['__'] },
])('$why', ({ word, size, grams }) => {
  expect(ngrams(word, size)).toEqual(grams)
})

test('five letters unless told otherwise', () => {
  expect(ngrams('regeln')).toEqual(['_rege', 'regel', 'egeln', 'geln_'])
})
