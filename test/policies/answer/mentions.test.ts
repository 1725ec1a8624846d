import { describe, expect, test } from '@jest/globals'
import { createFinder } from '../../../policies/answer/mentions.js'
import type { Word } from '../../../policies/answer/vocabulary.js'
import { tokenise } from '../../../policies/language/tokens.js'

/** Words as a vocabulary would expand them; `also` adds forms: parts, corrections, translations. */
function wordsOf(text: string, also: Record<string, string[]> = {}): Word[] {
  return tokenise(text).map(token => ({
    ...token,
    known: true,
    forms: [token.stem, ...(also[token.folded] ?? [])],
    concepts: [],
  }))
}

const find = createFinder([
  { value: 'letter', words: ['Brief', 'Schreiben an Bürger'] },
  { value: 'recording', words: ['heimlich aufnehmen'] },
  { value: 'posting', words: ['Stellenausschreibung'] },
  { value: 'tender', words: ['Ausschreibung'] },
  { value: 'unsaid', words: ['…'] },
])
const found = (text: string, also?: Record<string, string[]>): string[] =>
  find(wordsOf(text, also)).map(({ value }) => value)

describe('a single word', () => {
  test.each([
    { why: 'as it stands', text: 'Der Brief liegt hier', values: ['letter'] },
    { why: 'inflected', text: 'Die Briefe liegen hier', values: ['letter'] },
    { why: 'twice is one mention', text: 'Brief um Brief', values: ['letter'] },
    { why: 'within another word only if its parts are known', text: 'Der Briefkasten', values: [] },
    { why: 'nothing of the list', text: 'Guten Tag', values: [] },
    { why: 'no words at all', text: '', values: [] },
  ])('$why', ({ text, values }) => {
    expect(found(text)).toEqual(values)
  })

  test('by another form of a word: part, correction or translation', () => {
    expect(found('Der Briefkasten', { briefkasten: ['brief', 'kast'] })).toEqual(['letter'])
  })

  test('a word taken whole beats one that is only a part of it', () => {
    const parts = { stellenausschreibung: ['stell', 'ausschreibung'] }
    expect(found('Die Stellenausschreibung', parts)).toEqual(['posting'])
    expect(found('Die Stellenausschreibung und die Ausschreibung', parts).sort()).toEqual(['posting', 'tender'])
  })
})

describe('a phrase', () => {
  test.each([
    { why: 'word by word', text: 'heimlich aufnehmen', values: ['recording'] },
    { why: 'in another order', text: 'aufnehmen will ich heimlich', values: ['recording'] },
    { why: 'with words between', text: 'heimlich ein Gespräch im Büro aufnehmen', values: ['recording'] },
    { why: 'too far apart to belong together', text: 'heimlich eins zwei drei vier fünf sechs aufnehmen', values: [] },
    { why: 'one word of it is missing', text: 'ein Gespräch aufnehmen', values: [] },
  ])('$why', ({ text, values }) => {
    expect(found(text)).toEqual(values)
  })
})

describe('order and places', () => {
  test('mentions with more words come first, then as they stand', () => {
    expect(found('Ausschreibung, Brief und heimlich aufnehmen')).toEqual(['recording', 'tender', 'letter'])
  })

  test('the longer phrase stands for a value that is found twice', () => {
    expect(find(wordsOf('Brief und Schreiben an Bürger'))).toMatchObject([{ value: 'letter', words: 3 }])
  })

  test('a mention stands at its longest word', () => {
    expect(find(wordsOf('Wir wollen heimlich etwas aufnehmen'))).toMatchObject([
      { value: 'recording', at: 2, words: 2 },
    ])
  })
})
