import type { Scene } from '../detector.js'
import { wordFrom } from '../text/document.js'
import { PUBLIC_NAME } from '../text/flags.js'
import { isPublicName } from './not-a-person.js'

/** Whoever is written about like this has a street named after them, not a file at the office. */
const HISTORIC =
  /(?<!\p{L})(?:(?:dichter|komponist|schriftsteller|maler|bildhauer|philosoph|namensgeber|reichskanzler|widerstandskämpfer|erfinder|nobelpreisträger)(?:s|in)?|benannt|stolperstein\p{L}{0,4}|gedenk\p{L}{0,12}|deportiert|ermordet|gefallen)(?!\p{L})/iu
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
  for (let at = first; at <= last; at++) {
    const mayBePublic = ((doc.flags[at] ?? 0) & PUBLIC_NAME) !== 0
    if (mayBePublic && isPublicName(doc, lists.publicNames, at, at)) return true
  }
  return HISTORIC.test(doc.text.slice(doc.start[first], doc.end[last]))
}

type Stretch = { readonly start: number; readonly end: number }
