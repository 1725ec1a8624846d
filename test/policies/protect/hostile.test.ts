import { beforeAll, describe, expect, test } from '@jest/globals'
import { DETECTORS } from '../../../policies/protect/detectors/index.js'
import { readDocument } from '../../../policies/protect/text/document.js'
import { createLexicon } from '../../../policies/protect/text/lexicon.js'
import { normalise } from '../../../policies/protect/text/normalise.js'
import { median } from '../../bench/measure.js'
import { readCorpus } from '../../support/corpus.js'
import { growth, leastGrowth, perRun } from '../../support/growth.js'
import { HOSTILE } from '../../support/hostile-texts.js'
import { baseEngine, baseLists } from '../../support/protect-lists.js'

// Whatever is pasted: the check answers, its marks lie inside the text, and twice the text takes about twice the time.

const SHORT = 40_000
/** npm test runs on busy machines; `npm run bench -- protect` holds the strict limits (2.3 and 60 ms). */
const MOST = 2.9
/** Within one block, four times the text: halfway between linear and quadratic. */
const MOST_IN_BLOCK = 8

const { scan } = baseEngine()

/** What is wrong with the findings of a text; empty if nothing is. */
function faults(text: string): string[] {
  const wrong: string[] = []
  let before = 0
  for (const { kind, start, end } of scan(text)) {
    if (!(start >= before && start < end && end <= text.length)) wrong.push(`${kind} ${start}-${end} after ${before}`)
    before = end
  }
  return wrong
}

describe('short and strange', () => {
  test.each([
    { why: 'empty', text: '' },
    { why: 'one letter', text: 'a' },
    { why: 'one digit', text: '1' },
    { why: 'a space', text: ' ' },
    { why: 'NUL', text: '\0' },
    { why: 'first half of a pair', text: '\ud83d' },
    { why: 'second half of a pair', text: '\udc00' },
    { why: 'half a pair inside a name', text: 'Herr M\ud835üller' },
    { why: 'byte order mark', text: '\ufeff' },
    { why: 'a mark alone', text: '\u0308' },
    { why: 'a value and nothing else', text: 'DE89370400440532013000' },
    { why: 'right to left around a value', text: '\u202eDE89 3704 0044 0532 0130 00\u202c שלום' },
    { why: 'two values encoded in one run', text: '%48%65%72%72%20%4D%C3%BC%6C%6C%65%72 %6D%40%78%2E%64%65' },
    { why: 'two values in letters pulled apart', text: 'F r a u  H u b e r  m a x @ x y z . d e' },
    { why: 'a million opening brackets', text: '('.repeat(1_000_000) },
  ])('$why', ({ text }) => {
    expect(faults(text)).toEqual([])
    expect(() => baseEngine().check(text)).not.toThrow()
  })

  test('every text of the corpus, cut anywhere', () => {
    const texts = readCorpus('test/protect/corpus').map(({ text }) => text)
    expect(texts.flatMap((text, at) => faults(text.slice(at % 37, text.length - (at % 23))))).toEqual([])
  })
})

describe.each(HOSTILE)('$why', ({ text }) => {
  const long = text(2 * SHORT)
  const short = long.slice(0, SHORT)

  test('marks lie inside, in order, apart', () => {
    expect(faults(short)).toEqual([])
  })

  test('linear over blocks and within one', () => {
    expect(leastGrowth(scan, short, long, MOST)).toBeLessThanOrEqual(MOST)
    expect(leastGrowth(scan, long.slice(0, 4_000), long.slice(0, 16_000), MOST_IN_BLOCK)).toBeLessThan(MOST_IN_BLOCK)
  })
})

describe('every detector by itself, on one block of everything at once', () => {
  const lists = baseLists()
  const entries = DETECTORS.flatMap(({ kind, context }) => context.map(word => ({ word, context: kind })))
  const lexicon = createLexicon([...lists.entries, ...entries], lists.names)
  const mixed = (length: number): string => HOSTILE.map(({ text }) => text(Math.ceil(length / HOSTILE.length))).join('')
  const scene = (length: number) => ({
    doc: readDocument(normalise(mixed(length)).text, lexicon),
    lists,
    memory: { surnames: new Set<string>(), initials: new Set<number>(), personSeen: true },
    found: [],
  })
  let short: ReturnType<typeof scene>
  let long: ReturnType<typeof scene>
  beforeAll(() => {
    short = scene(20_000)
    long = scene(80_000)
  })

  test.each(DETECTORS)('$kind', ({ find }) => {
    const ratio = leastGrowth(size => void [...find(size === '' ? short : long)], '', 'long', MOST_IN_BLOCK)
    expect(ratio).toBeLessThan(MOST_IN_BLOCK)
  })
})

test('ten megabytes take per character what a hundred kilobytes take', () => {
  const unit = readCorpus('test/protect/corpus')
    .map(({ text }) => text)
    .join('\n\n')
  const filled = (length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
  const [small, medium, large] = [filled(100_000), filled(1_000_000), filled(10_000_000)]
  scan(small)
  const perSmall = median(Array.from({ length: 9 }, () => perRun(() => scan(small))))
  const perMedium = Math.min(
    perRun(() => scan(medium)),
    perRun(() => scan(medium)),
  )
  expect(perMedium / perSmall / 10).toBeLessThanOrEqual(1.6)
  expect(scan(large).length).toBeGreaterThan(1_000)
}, 60_000)

test('the measurement finds what is not linear', () => {
  const quadratic = (text: string): void => {
    let sum = 0
    for (let step = 0; step < text.length ** 2; step++) sum += Math.sqrt(step)
    if (sum < 0) throw new Error('never')
  }
  expect(growth(quadratic, 'a'.repeat(400), 'a'.repeat(800))).toBeGreaterThan(MOST)
})
