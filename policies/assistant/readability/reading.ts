import { type Abbreviation, abbreviationsIn } from '../text/abbreviations.js'
import { type Sentence, sentencesOf } from '../text/sentences.js'

/** A word as it stands in a text; `end` is exclusive. */
export type Word = { readonly text: string; readonly lower: string; readonly start: number; readonly end: number }

/** A sentence or point with its words; abbreviations stand as one word each, with their full stops. */
export type ReadSentence = Sentence & { readonly words: readonly Word[] }

export type Reading = {
  readonly text: string
  /** Without headings: they are no sentences. */
  readonly sentences: readonly ReadSentence[]
  readonly abbreviations: readonly Abbreviation[]
}

/** Letters with hyphens between them, or digits with the signs that hold a number together. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:[-‐’'/][\p{L}\p{M}]+)*(?:[:*_]innen)?|\d[\d.,:/-]*/gu

export function read(text: string): Reading {
  const abbreviations = abbreviationsIn(text)
  const words = wordsOf(text, abbreviations)
  let next = 0
  const sentences = sentencesOf(text).map(sentence => {
    while ((words[next]?.start ?? sentence.start) < sentence.start) next++
    const first = next
    while ((words[next]?.start ?? text.length) < sentence.end) next++
    return { ...sentence, words: words.slice(first, next) }
  })
  return { text, sentences: sentences.filter(({ kind }) => kind !== 'heading'), abbreviations }
}

function wordsOf(text: string, abbreviations: readonly Abbreviation[]): Word[] {
  const words: Word[] = []
  let at = 0
  const push = (start: number, end: number): void => {
    const found = text.slice(start, end)
    words.push({ text: found, lower: found.toLowerCase(), start, end })
  }
  for (const { 0: found, index } of text.matchAll(WORD)) {
    while ((abbreviations[at]?.end ?? text.length) <= index) at++
    const short = abbreviations[at]
    if (short && index >= short.start && index < short.end) {
      if (index === short.start) push(short.start, short.end)
      continue
    }
    push(index, index + withoutSigns(found))
  }
  return words
}

/** Length of a number without the comma or full stop behind it. */
function withoutSigns(found: string): number {
  let length = found.length
  while (length > 1 && '.,:/-'.includes(found.charAt(length - 1))) length--
  return length
}
