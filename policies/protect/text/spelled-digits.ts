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
/** The first digits spoken, the others written: "null eins sieben drei, 44 08 215", "DE sieben neun 2004 …". */
const BEGUN = new RegExp(
  `(?<![\\p{L}])(?:(null(?:[ ,;/-]{1,3}(?:${WORD})){2,4})|(DE) ?((?:${WORD}) (?:${WORD})))[ ,;/-]{1,3}(?=\\d)`,
  'giu',
)
const UNITS = 'ein|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun'
const TENS = 'zwanzig|dreißig|dreissig|vierzig|fünfzig|fuenfzig|sechzig|siebzig|achtzig|neunzig'
const PAIR = `(?:(?:${UNITS})und)?(?:${TENS})|zehn|elf|zwölf|zwoelf|(?:drei|vier|fünf|fuenf|sech|sieb|acht|neun)zehn`
/** "null fünf einundzwanzig, achtundachtzig dreizehn": a telephone number spoken in pairs. */
const PAIRS = new RegExp(
  `(?<![\\p{L}])null(?:[ ,;/-]{1,3}(?:(?:noch ?mal|und) )?(?:${PAIR}|${WORD})(?!\\p{L})){3,10}(?!\\p{L})`,
  'giu',
)
/** Five or more digits spoken one by one, with the two letters of a country before them; a shorter row may be counting. */
const SPELLED = new RegExp(
  `(?<![\\p{L}])(?:([A-Za-z]) ([A-Za-z]) )?(?:${WORD})(?:[ ,;/-]{1,3}(?:${WORD})){4,60}(?![\\p{L}])`,
  'giu',
)
/** "null eins sieben null …" as digits. Whether there are any, a document knows (`spokenDigits`). */
export function digitsOfWords(source: MappedText): MappedText {
  const begun = replaceMapped(source, BEGUN, ([, phone = '', country = '', check = '']) =>
    country ? `${country}${digits(check)} ` : `${digits(phone)} `,
  )
  const paired = replaceMapped(begun, PAIRS, ([run]) => (HAS_PAIR.test(run) ? numbers(run) : undefined))
  return replaceMapped(paired, SPELLED, ([run, first = '', second = '']) => {
    return first + second + digits(first ? run.slice(4) : run)
  })
}

const HAS_PAIR = /zig|zehn|elf|zwölf|zwoelf/i
const VALUES = new Map<string, string>([
  ['zehn', '10'],
  ['elf', '11'],
  ['zwölf', '12'],
  ['zwoelf', '12'],
])
const STEMS: readonly (readonly [string, string])[] = [
  ['drei', '3'],
  ['vier', '4'],
  ['fünf', '5'],
  ['fuenf', '5'],
  ['sech', '6'],
  ['sieb', '7'],
  ['acht', '8'],
  ['neun', '9'],
]
for (const [stem, digit] of STEMS) VALUES.set(`${stem}zehn`, `1${digit}`)
for (const [ten, digit] of [
  ['zwanzig', '2'] as const,
  ...STEMS.flatMap(([stem, value]) => [
    [`${stem}zig`, value] as const,
    [`${stem}ßig`, value] as const,
    [`${stem}ssig`, value] as const,
  ]),
]) {
  VALUES.set(ten, `${digit}0`)
  for (const unit of UNITS.split('|')) VALUES.set(`${unit}und${ten}`, `${digit}${DIGITS[unit] ?? ''}`)
}

const numbers = (words: string): string =>
  words
    .toLowerCase()
    .split(/[ ,;/-]+/)
    .map(word => VALUES.get(word) ?? DIGITS[word] ?? '')
    .join('')

const digits = (words: string): string =>
  words
    .toLowerCase()
    .split(/[ ,;/-]+/)
    .map(word => DIGITS[word] ?? '')
    .join('')
