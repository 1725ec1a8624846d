import { expect, test } from '@jest/globals'
import { replaceFindings } from '../../../../policies/protect/index.js'
import { findingOf, restore, wordOf } from './words.js'

// Nobody may stall the page with one text: twice the length takes about twice the time.

const MOST = 2.6
const RUNS = 7
/** A busy machine only makes growth look worse, so the best of some measurements is nearest to the truth. */
const ATTEMPTS = 3
const LENGTH = 1_000_000
const MEASURABLE_MS = 3

const MAP = new Map([
  ['[PERSON 1]', 'Hans Fuchs'],
  ['[ANSCHRIFT 1]', 'Birkenweg 3'],
])

const SUBJECTS: [name: string, run: (text: string) => void][] = [
  ['replaceFindings', text => replaceFindings(text, [findingOf('PERSON', 0, 1), findingOf('EMAIL', 2, 3)], wordOf)],
  ['the restorer, in one piece', text => restore(MAP, [text])],
  ['the restorer, in pieces', text => restore(MAP, text.match(/[\s\S]{1,64}/g) ?? [])],
]

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN

/** Repeated until it takes a measurable time, because the clock is coarse. */
function timed(run: () => void): number {
  const start = performance.now()
  let count = 0
  let passed = 0
  for (; passed < MEASURABLE_MS; passed = performance.now() - start) {
    run()
    count++
  }
  return passed / count
}

function growth(run: (text: string) => void, short: string, long: string): number {
  run(short)
  const times = Array.from({ length: RUNS }, () => [timed(() => run(short)), timed(() => run(long))] as const)
  return median(times.map(([, time]) => time)) / median(times.map(([time]) => time))
}

function leastGrowth(run: (text: string) => void, short: string, long: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < ATTEMPTS && least > MOST; attempt++) least = Math.min(least, growth(run, short, long))
  return least
}

test.each(SUBJECTS)(
  '%s: a million brackets',
  (_, run) => {
    expect(leastGrowth(run, '['.repeat(LENGTH / 2), '['.repeat(LENGTH))).toBeLessThanOrEqual(MOST)
  },
  60_000,
)

const HOSTILE = [
  '\\[',
  '{{',
  '[PERSON ',
  '[PERSON 1 und ',
  'PERSON 1 NACHNAME ',
  '[E-MAIL-',
  '[[ ',
  '[PERSON 1]s',
  'P',
  '\ud83d',
]
test.each(HOSTILE)(
  '%j again and again',
  unit => {
    const text = unit.repeat(40_000 / unit.length)
    for (const [, run] of SUBJECTS) {
      expect(leastGrowth(run, text.slice(0, text.length / 2), text)).toBeLessThanOrEqual(MOST)
    }
  },
  60_000,
)

test('many people of one surname', () => {
  const run = (text: string): void => {
    const findings = Array.from(text.matchAll(/\w+ Krüger/g), ({ index, 0: name }) =>
      findingOf('PERSON', index, index + name.length),
    )
    replaceFindings(text, findings, wordOf)
  }
  const people = (count: number): string => Array.from({ length: count }, (_, at) => `Ab${at}c Krüger, `).join('')
  expect(leastGrowth(run, people(4000), people(8000))).toBeLessThanOrEqual(MOST)
}, 60_000)
