import { type MappedText, replaceMapped } from './mapped-text.js'

const DIGITS: Record<string, string> = {
  null: '0',
  eins: '1',
  ein: '1',
  zwei: '2',
  zwo: '2',
  drei: '3',
  vier: '4',
  fünf: '5',
  fuenf: '5',
  sechs: '6',
  sieben: '7',
  acht: '8',
  neun: '9',
}
const WORD = 'null|eins|zwei|zwo|drei|vier|fünf|fuenf|sechs|sieben|acht|neun'
/** Five or more digits spoken one by one, with the two letters of a country before them; a shorter row may be counting. */
const SPELLED = new RegExp(
  `(?<![\\p{L}])(?:([A-Za-z]) ([A-Za-z]) )?(?:${WORD})(?:[ ,;/-]{1,3}(?:${WORD})){4,60}(?![\\p{L}])`,
  'giu',
)
/** "null eins sieben null …" as digits. Whether there are any, a document knows (`spokenDigits`). */
export function digitsOfWords(source: MappedText): MappedText {
  return replaceMapped(source, SPELLED, ([run, first = '', second = '']) => {
    const words = (first ? run.slice(4) : run).toLowerCase().split(/[ ,;/-]+/)
    return first + second + words.map(word => DIGITS[word] ?? '').join('')
  })
}
