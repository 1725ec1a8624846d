import { fold } from '../language/fold.js'
import type { Finding } from './finding.js'
import type { Languages } from './lists/languages.js'

/** From this many words on, a part in a language nobody here can read for meaning is held up. */
const LONGER = 12
/** A part this long is taken for personal even if no word says so. */
const MUCH_LONGER = 60
/** Single letters say nothing: "i. V. m." is no Polish. */
const WORD = /[\p{L}\p{M}]{2,40}/gu
/** "Mo, Di, Mi, Do" in opening hours look like words of other languages. */
const WEEKDAY = /^(?:Mo|Di|Mi|Do|Fr|Sa|So)$/
/** Longer parts are judged by their beginning. */
const READ = 4_000
/** Nearly every word: asked first, because asking for a script takes longer. */
const LATIN = /^[\0-\u024f]*$/
const OTHER_SCRIPT =
  /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Ethiopic}\p{Script=Georgian}\p{Script=Armenian}\p{Script=Tamil}\p{Script=Bengali}]/u

/**
 * Whether a longer personal part of the text is in a language that the meaning-bearing detectors do not cover. Numbers,
 * e-mail and addresses are found in every language; illness or benefits only in German.
 */
export function hasUncoveredPart(text: string, findings: readonly Finding[], languages: Languages): boolean {
  if (text.length < LONGER * 2) return false
  for (const { start, end } of parts(text)) {
    const part = languageOfPart(text.slice(start, Math.min(end, start + READ)), languages)
    if (part.covered || part.words < LONGER) continue
    if (part.personal || part.words >= MUCH_LONGER) return true
    if (findings.some(one => one.start < end && start < one.end)) return true
  }
  return false
}

function* parts(text: string): Generator<{ start: number; end: number }> {
  let start = 0
  for (const { index, 0: gap } of text.matchAll(/\n[ \t]{0,40}\n/g)) {
    yield { start, end: index }
    start = index + gap.length
  }
  yield { start, end: text.length }
}

type Part = { readonly covered: boolean; readonly words: number; readonly personal: boolean }

/** German unless the words of another language, or letters of another script, prevail. */
function languageOfPart(text: string, { german, foreign }: Languages): Part {
  const words = text.match(WORD) ?? []
  let inGerman = 0
  let inOther = 0
  let otherScript = 0
  let personal = false
  for (const word of words) {
    if (WEEKDAY.test(word)) continue
    if (!LATIN.test(word) && OTHER_SCRIPT.test(word)) otherScript++
    const folded = fold(word)
    if (german.has(folded)) inGerman++
    const known = foreign.get(folded)
    if (known === undefined) continue
    inOther++
    personal ||= known === 'personal'
  }
  const foreignScript = otherScript * 2 > words.length
  const covered = !foreignScript && inOther <= Math.max(1, inGerman)
  return { covered, words: words.length, personal: personal || (foreignScript && inOther === 0) }
}
