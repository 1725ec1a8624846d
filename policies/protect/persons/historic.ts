import { plainWords } from '../../language/fold.js'
import type { Scene } from '../detector.js'
import type { Lists } from '../lists/lists.js'
import { wordFrom } from '../text/document.js'

/** Whoever is written about like this has a street named after them, not a file at the office. */
const HISTORIC =
  /\b(?:dichter|komponist|schriftsteller|maler|bildhauer|philosoph|namensgeber|ehrenburger|reichskanzler|widerstandskampfer|erfinder|nobelpreistrager)(?:s|in)?\b|\b(?:benannt|stolperstein\w*|gedenk\w*|deportiert|ermordet|gefallen)\b/
/** Who died and was born before this year is history. */
const LONG_AGO = 1930
const DEATH_WITHIN = 70
const WORDS_AROUND = 12

/** Whether a date of birth is that of a historic or public person, told by the sentence around it. */
export function isHistoricBirth({ doc, lists }: Scene, { start, end }: Stretch, year: number): boolean {
  if (year > 99 && year < LONG_AGO && doc.text.slice(end, end + DEATH_WITHIN).includes('†')) return true
  const word = wordFrom(doc, start)
  const sentence = doc.sentence[word]
  let first = word
  let last = word
  while (first > 0 && doc.sentence[first - 1] === sentence && word - first < WORDS_AROUND) first--
  while (last + 1 < doc.count && doc.sentence[last + 1] === sentence && last - word < WORDS_AROUND) last++
  const words = plainWords(doc.text.slice(doc.start[first], doc.end[last]))
  return HISTORIC.test(words) || namesPublic(lists, words.split(' '))
}

type Stretch = { readonly start: number; readonly end: number }

/** Whether two or three words in a row are the name of somebody known to all. */
const namesPublic = ({ publicNames }: Lists, words: readonly string[]): boolean =>
  words.some(
    (word, at) =>
      publicNames.has(`${word} ${words[at + 1]}`) || publicNames.has(`${word} ${words[at + 1]} ${words[at + 2]}`),
  )
