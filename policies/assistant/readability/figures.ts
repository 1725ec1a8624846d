import type { Reading } from './reading.js'
import { syllables } from './syllables.js'

/**
 * How hard a text is to read, by two formulas made for German.
 * `flesch`: Amstad, 180 − ASL − 58.5·ASW, about 0 (very hard) to 100 (very easy).
 * `wiener`: first Wiener Sachtextformel, about the school year that reads it easily, 4 to 15.
 */
export type Figures = {
  readonly sentences: number
  readonly words: number
  readonly flesch: number
  readonly wiener: number
  readonly grade: Grade
}

/** From very easy to very hard; `too-short`: the formulas say nothing about so few words. */
type Grade = 'too-short' | 'very-easy' | 'easy' | 'medium' | 'hard' | 'very-hard'

/** Below so many words the figures jump with every word. */
const LEAST_WORDS = 20
const LONG_WORD_LETTERS = 6
const MANY_SYLLABLES = 3

/**
 * Abbreviations count as the words they stand for. A number is a word of its sentence, but has no syllables: nobody
 * reads "2026" as seven of them.
 */
export function figuresOf({ sentences, abbreviations }: Reading): Figures {
  const long = new Map(abbreviations.map(({ start, words }) => [start, words.split(' ')]))
  let count = 0
  let numbers = 0
  let sounds = 0
  let manySounds = 0
  let oneSound = 0
  let manyLetters = 0
  const filled = sentences.filter(({ words }) => words.length > 0)
  for (const { words } of filled)
    for (const { text, start } of words) {
      for (const word of long.get(start) ?? [text]) {
        count++
        if (/^\d/.test(word)) {
          numbers++
          continue
        }
        const spoken = syllables(word)
        sounds += spoken
        if (spoken >= MANY_SYLLABLES) manySounds++
        if (spoken === 1) oneSound++
        if (word.length > LONG_WORD_LETTERS) manyLetters++
      }
    }
  const spokenWords = count - numbers
  if (filled.length === 0 || spokenWords === 0)
    return { sentences: filled.length, words: count, flesch: 0, wiener: 0, grade: 'too-short' }
  const length = count / filled.length
  const percent = (part: number): number => (100 * part) / spokenWords
  const flesch = 180 - length - 58.5 * (sounds / spokenWords)
  const wiener =
    0.1935 * percent(manySounds) + 0.1672 * length + 0.1297 * percent(manyLetters) - 0.0327 * percent(oneSound) - 0.875
  return {
    sentences: filled.length,
    words: count,
    flesch: rounded(flesch),
    wiener: rounded(wiener),
    grade: count < LEAST_WORDS ? 'too-short' : gradeOf(flesch),
  }
}

const rounded = (figure: number): number => Math.round(figure * 10) / 10

function gradeOf(flesch: number): Grade {
  if (flesch >= 70) return 'very-easy'
  if (flesch >= 60) return 'easy'
  if (flesch >= 50) return 'medium'
  return flesch >= 30 ? 'hard' : 'very-hard'
}
