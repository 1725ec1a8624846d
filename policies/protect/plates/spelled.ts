import { contextWords } from '../context-words.js'
import type { Candidate, Scene } from '../detector.js'
import { wordAt } from '../text/document.js'

/** DIN 5009 as it was and as it is spoken on the telephone; its first letters are those of the plate. */
const LETTER =
  'Anton|Ärger|Berta|Bertha|Cäsar|Caesar|Charlotte|Dora|Emil|Friedrich|Gustav|Heinrich|Ida|Julius|Jakob|Kaufmann|Konrad|Ludwig|Martha|Marta|Nordpol|Nathan|Otto|Ökonom|Paula|Quelle|Richard|Samuel|Siegfried|Theodor|Ulrich|Übermut|Viktor|Wilhelm|Xanthippe|Xaver|Ypsilon|Zacharias|Zeppelin'
const DIGIT = 'null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun'
const SPELLED = new RegExp(
  `(?<!\\p{L})((?:(?:${LETTER})[ ,]{1,2}){0,2}(?:${LETTER}))( ?- ?| (?:Binde)?strich |[ ,]{1,2})((?:(?:${LETTER})[ ,]{1,2})?(?:${LETTER}))[ ,]{1,2}(?:\\d{1,4}|(?:${DIGIT})(?:[ ,]{1,2}(?:${DIGIT})){0,3})(?![\\p{L}\\d]| ?(?:Uhr|Jahre|Kinder|Personen|€|%|Euro))`,
  'iu',
)
const SPEAKS_OF_PLATE =
  /^(?:(?:kfz|auto)?kennzeichen|nummernschild\p{L}*|auto|wagen|pkw|lkw|kfz|fahrzeug|buchstabiert?|transporter|motorrad)$/iu
const REACH = 140

/** "Heinrich Gustav Wilhelm Strich Cäsar Ypsilon zwo null acht": a plate spelled, behind a word for it. */
export function* spelledPlates({ doc }: Scene, isDistrict: (code: string) => boolean): Generator<Candidate> {
  let done = 0
  for (const word of contextWords(doc, 'LICENSE_PLATE')) {
    const from = doc.end[word] ?? 0
    if (from < done || !SPEAKS_OF_PLATE.test(wordAt(doc, word))) continue
    const match = SPELLED.exec(doc.text.slice(from, from + REACH))
    if (!match || !districts(match).some(isDistrict)) continue
    const start = from + match.index
    done = start + match[0].length
    yield { start, end: done, certainty: 'sicher', reason: 'form-and-context' }
  }
}

/** What the letters before the dash spell; without one it may stand anywhere, and one or two letters must follow. */
function districts([, before = '', between = '', behind = '']: RegExpExecArray): string[] {
  if (/-|strich/i.test(between)) return [initials(before)]
  const letters = initials(`${before} ${behind}`)
  return [letters.slice(0, -1), letters.slice(0, -2)].filter(code => code !== '' && code.length <= LONGEST_DISTRICT)
}

const LONGEST_DISTRICT = 3

const initials = (words: string): string => words.replaceAll(/(?<!\p{L})(\p{L})\p{L}*[ ,]*/gu, '$1').toUpperCase()
