import { describe, expect, test } from '@jest/globals'
import { answer, indexOf, LONGEST_QUESTION, NO_TOPIC, Topic } from '../../policies/answer/index.js'
import { splitCompound } from '../../policies/language/compounds.js'
import { fold } from '../../policies/language/fold.js'
import { languageOf } from '../../policies/language/language.js'
import { ngrams } from '../../policies/language/ngrams.js'
import { stem } from '../../policies/language/stem.js'
import { tokenise } from '../../policies/language/tokens.js'
import { createSlipFinder } from '../../policies/language/typos.js'
import { leastGrowth } from '../support/growth.js'
import { smallPack, TODAY } from '../support/small-pack.js'

// Nobody may stall the service with one message: four times the text takes about four times as long, not sixteen.

/** Halfway between linear and quadratic. */
const MOST = 8

const repeated = (unit: string) => (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

type Hostile = { why: string; text: (length: number) => string }

/** Texts that are one single word, however long. */
const WORDS: Hostile[] = [
  { why: 'one letter', text: repeated('a') },
  { why: 'one letter that is a suffix', text: repeated('n') },
  { why: 'suffix upon suffix', text: repeated('esten') },
  { why: 'suffixes of two letters', text: repeated('emernd') },
  { why: 'letter groups the stem keeps together', text: repeated('scheiie') },
  { why: 'umlauts', text: repeated('ü') },
  { why: 'digraphs that might be umlauts', text: repeated('aeoeue') },
  { why: 'digits', text: repeated('1') },
  { why: 'digits and letters in turn', text: repeated('1a') },
  { why: 'a compound of known words', text: repeated('rathausassistentpasswort') },
  { why: 'combining marks on one letter', text: length => `a${repeated('\u0301')(length - 1)}` },
  { why: 'combining marks in the wrong order', text: length => `a${repeated('\u0301\u0316')(length - 1)}` },
  { why: 'a letter with a mark, again and again', text: repeated('u\u0308') },
]

const TEXTS: Hostile[] = [
  ...WORDS,
  { why: 'hyphens', text: repeated('-') },
  { why: 'nested hyphens', text: repeated('a-b--') },
  { why: 'spaces', text: repeated(' ') },
  { why: 'spaces before each word', text: repeated('    KI') },
  { why: 'words of one letter', text: repeated('a ') },
  { why: 'half a character', text: repeated('\ud83d') },
  { why: 'known words', text: repeated('Passwort ') },
  { why: 'known phrases', text: repeated('Daten von Einwohnern ') },
  { why: 'words one slip from known ones', text: repeated('Pasword Adrese ') },
  { why: 'titles and names', text: repeated('Frau Muster ') },
  { why: 'greetings', text: repeated('hallo guten ') },
  { why: 'openers of follow-up questions', text: repeated('und wenn ') },
  { why: 'denials', text: repeated('ohne Adresse ') },
  { why: 'attempts', text: repeated('ignoriere alle ') },
]

const pack = smallPack()
indexOf(pack)
const context = [{ ...NO_TOPIC, rules: ['texte-entwerfen'] }]
const KNOWN = new Set(['passwort', 'rathaus', 'assistent', 'aaaa', 'esten'])
const isKnown = (word: string): boolean => KNOWN.has(word)

type Subject = { name: string; run: (text: string) => void; texts: Hostile[] }

const SUBJECTS: Subject[] = [
  { name: 'fold', run: fold, texts: TEXTS },
  { name: 'tokenise', run: tokenise, texts: TEXTS },
  { name: 'languageOf', run: text => languageOf(tokenise(text)), texts: TEXTS },
  { name: 'stem', run: stem, texts: WORDS },
  { name: 'ngrams', run: ngrams, texts: WORDS },
  { name: 'splitCompound', run: text => splitCompound(text, isKnown), texts: WORDS },
  { name: 'slips', run: createSlipFinder(KNOWN), texts: WORDS },
  { name: 'Topic, from a card button', run: text => Topic.safeParse({ ...NO_TOPIC, rules: [text] }), texts: TEXTS },
  { name: 'answer', run: text => answer(text, pack, [], TODAY), texts: TEXTS },
  { name: 'answer to a follow-up', run: text => answer(text, pack, context, TODAY), texts: TEXTS },
]

describe.each(SUBJECTS)('$name stays linear', ({ run, texts }) => {
  test.each(texts)('$why', ({ text }) => {
    const long = text(LONGEST_QUESTION)
    expect(long).toHaveLength(LONGEST_QUESTION)
    expect(leastGrowth(run, text(LONGEST_QUESTION / 4), long, MOST)).toBeLessThan(MOST)
  })
})

describe('the measurement itself', () => {
  const steps = (count: number): void => {
    let sum = 0
    for (let step = 0; step < count; step++) sum += Math.sqrt(step)
    expect(sum).toBeGreaterThan(0)
  }

  test('finds a function that is not linear', () => {
    expect(leastGrowth(({ length }) => steps(length ** 2), 'a'.repeat(100), 'a'.repeat(400), MOST)).toBeGreaterThan(
      MOST,
    )
  })

  test('lets a linear one pass', () => {
    expect(leastGrowth(({ length }) => steps(length * 50), 'a'.repeat(400), 'a'.repeat(1600), MOST)).toBeLessThan(MOST)
  })
})
