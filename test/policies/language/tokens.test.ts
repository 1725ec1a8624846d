import { describe, expect, test } from '@jest/globals'
import { foldedWords, rememberingFold, tokenise } from '../../../policies/language/tokens.js'

const folded = (text: string): string[] => tokenise(text).map(token => token.folded)

describe('what is a word', () => {
  test.each([
    { why: 'hyphens separate', text: 'KI-Tool', words: ['ki', 'tool'] },
    { why: 'nested hyphens separate all parts', text: 'Bürger-Service-Büro', words: ['burger', 'service', 'buro'] },
    { why: 'an apostrophe separates', text: "wie geht's", words: ['wie', 'geht', 's'] },
    { why: 'dots separate, so an abbreviation is letters', text: 'z. B. Art.9', words: ['z', 'b', 'art', '9'] },
    { why: 'digits and letters in one run stay together', text: 'D0 und GPT4', words: ['d0', 'und', 'gpt4'] },
    { why: 'a decomposed umlaut is one word', text: 'Bu\u0308rger', words: ['burger'] },
    { why: 'line breaks and tabs are gaps', text: 'eins\n\tzwei', words: ['eins', 'zwei'] },
    { why: 'other scripts are words too', text: 'Привет мир', words: ['привет', 'мир'] },
    { why: 'signs and pictures are none', text: '??? … 🙂 !!', words: [] },
    { why: 'marks alone are no word', text: '\u0301 \u0308', words: [] },
    { why: 'an empty text has none', text: '', words: [] },
  ])('$why', ({ text, words }) => {
    expect(folded(text)).toEqual(words)
  })
})

test('a token keeps its spelling, fold, stem and place in UTF-16 units', () => {
  const text = '🙂 Die Verträge'
  const tokens = tokenise(text)
  expect(tokens).toEqual([
    { raw: 'Die', folded: 'die', stem: 'die', start: 3 },
    { raw: 'Verträge', folded: 'vertrage', stem: 'vertrag', start: 7 },
  ])
  expect(tokens.map(({ raw, start }) => text.slice(start, start + raw.length))).toEqual(tokens.map(({ raw }) => raw))
})

test('marks heaped upon each letter hide no word', () => {
  const heaped = [...'Passwort'].map(letter => letter + '\u0301\u0316'.repeat(8)).join('')
  expect(folded(heaped)).toEqual(['passwort'])
})

test('foldedWords finds the same words as tokenise', () => {
  const text = 'Darf ich die Straßen-Liste (2026) hochladen? \u0301'
  expect(foldedWords(text, rememberingFold())).toEqual(folded(text))
})

test('rememberingFold folds each spelling once and does not mix spellings up', () => {
  const fold = rememberingFold()
  expect(['Übung', 'Uebung', 'Übung', 'Urbung'].map(fold)).toEqual(['ubung', 'ubung', 'ubung', 'urbung'])
})
