import { describe, expect, test } from '@jest/globals'
import { plainText } from '../../../bot/gift/plain-text.js'
import { fromGift } from '../../../bot/gift/read.js'
import { toGift } from '../../../bot/gift/write.js'
import { median } from '../../bench/measure.js'
import { moduleOf, questionOf } from '../../support/gift-modules.js'
import { leastGrowth } from '../../support/growth.js'

/** Four times the text may take four times the time; squares would take sixteen times. */
const MOST = 8
const read = (text: string): unknown => fromGift(text, { module: 'g2', today: '2026-11-23' })

/** [why, one unit]; all of it is one question, so the library sees up to 20,000 characters at once. */
const ONE: [string, string, string, string][] = [
  ['plain letters', 'F ', 'a', '{=a ~b ~c}'],
  ['answers', 'F {=a', '~b', '}'],
  ['answers with weights that do not end', 'F {', '~%5', '}'],
  ['pairs', 'F {', '=a->b', '}'],
  ['pairs and a tilde at the end', 'F {', '=a->b', '~}'],
  ['backslashes', 'F ', '\\\\', '{=a ~b}'],
  ['line ends and spaces', 'F {=a', '\n    x', '~b ~c}'],
  ['a comment full of tags without an end', '// ', '[id:', '\nF {=a ~b ~c}'],
  ['many comments', '', '// [tag:x]\n', 'F {=a ~b ~c}'],
  ['tags of HTML', '[html]', '<b>', '{\\=a}'],
  ['tags that do not end', '[html]', '<b ', '{=a ~b ~c}'],
  ['quotes that do not end', '[html]', '<b "', '{=a ~b ~c}'],
  ['comments that do not end', '[html]', '<!-- ', '{=a ~b ~c}'],
  ['scripts that do not end', '[html]', '<script ', '>{=a ~b ~c}'],
  ['entities', '[html]', '&amp', '{=a ~b ~c}'],
  ['images of Markdown that do not end', '[markdown]', '![', '{=a ~b ~c}'],
  ['stars', '[markdown]', '* *', '{=a ~b ~c}'],
  ['a title', '::', 'a', '::F {=a ~b ~c}'],
]

/** [why, one unit]: all of it is one file. */
const FILE: [string, string][] = [
  ['questions', '::a::F {=a ~b ~c}\n\n'],
  ['questions with the same title that cannot be read', '::a::F {=a#b#c}\n\n'],
  ['empty lines inside a brace that does not end', '{\n\n'],
  ['pieces after a brace that does not end', '\n\na\n//b'],
  ['lines', 'a\n'],
  ['line ends', '\n'],
  ['backslashes at line ends', '\\\n'],
]

describe('time grows with the length', () => {
  test.each(ONE)('of one question: %s', (_, before, unit, after) => {
    const text = (length: number): string => before + unit.repeat(Math.floor(length / unit.length)) + after
    expect(leastGrowth(read, text(4_500), text(18_000), MOST)).toBeLessThan(MOST)
  })

  test.each(FILE)('of a file: %s', (_, unit) => {
    const text = (length: number): string =>
      `F {${unit.startsWith(':') ? '}\n\n' : ''}${unit.repeat(Math.floor(length / unit.length))}`
    expect(leastGrowth(read, text(7_500), text(30_000), MOST)).toBeLessThan(MOST)
  })

  test('of what is written', () => {
    const module = (count: number) =>
      moduleOf(Array.from({ length: count }, (_, at) => questionOf('single', at, () => 'ein Text: {so}')))
    const [short, long] = [module(100), module(400)]
    const run = (size: string): unknown => toGift(size === 'long' ? long : short, [])
    expect(leastGrowth(run, 'short', 'long', MOST)).toBeLessThan(MOST)
  })
})

test('the largest files are done in seconds', () => {
  const long = `F ${'ein Wort '.repeat(2_150)}{=a ~b ~c}\n\n`
  const texts = [
    '::a::F {=a ~b ~c}\n\n'.repeat(2_000),
    long.repeat(Math.floor(5_000_000 / long.length)),
    'F {\n\n'.repeat(1_000_000).slice(0, 4_999_999),
    'F {'.repeat(1_600_000),
  ]
  for (const text of texts) {
    const times = Array.from({ length: 3 }, () => {
      const start = performance.now()
      read(text)
      return performance.now() - start
    })
    expect(median(times)).toBeLessThan(15_000)
  }
}, 120_000)

test('text alone is read in time, without the limit on questions', () => {
  for (const unit of ['<b "', "<b '", '<', '<!--', '</', '<script>', '&#', '<a href="x">', '<!', '"<b>']) {
    const run = (text: string): unknown => plainText({ format: 'html', text })
    expect(leastGrowth(run, unit.repeat(5_000), unit.repeat(20_000), MOST)).toBeLessThan(MOST)
  }
}, 60_000)
