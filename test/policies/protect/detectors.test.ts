import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { packageRoot } from '../../../bot/paths.js'
import { DETECTORS } from '../../../policies/protect/detectors/index.js'
import { KINDS } from '../../../policies/protect/index.js'
import { readMarks } from '../../support/marked-text.js'
import { baseEngine } from '../../support/protect-lists.js'

// Every detector brings its own examples from everyday work; here they run through the whole engine.

/** Kinds that live from words and context, not from a format, need more examples on both sides. */
const HARD = new Set(['PERSON', ...DETECTORS.filter(({ stage }) => stage === 'meaning').map(({ kind }) => kind)])

describe('the register', () => {
  test('holds every kind once, and every file of the folder', () => {
    expect(DETECTORS.map(({ kind }) => kind).sort()).toEqual([...KINDS].sort())
    const files = readdirSync(join(packageRoot(), 'policies/protect/detectors')).filter(file => file !== 'index.ts')
    expect(files.sort()).toEqual(KINDS.map(kind => `${kind.toLowerCase().replaceAll('_', '-')}.ts`).sort())
  })
})

describe.each(DETECTORS)('$kind', ({ kind, examples, source }) => {
  const least = HARD.has(kind) ? 40 : 12

  test('names its source and brings enough different examples', () => {
    expect(source.length).toBeGreaterThan(5)
    expect(new Set(examples.found).size).toBeGreaterThanOrEqual(least)
    expect(new Set(examples.ignored).size).toBeGreaterThanOrEqual(least)
  })

  test('finds what it should', () => {
    const missed = examples.found.filter(example => {
      const { text, marks } = readMarks(example, kind)
      const found = baseEngine().scan(text)
      return marks.length === 0 || !marks.every(mark => found.some(one => one.kind === mark.type && covers(one, mark)))
    })
    expect(missed).toEqual([])
  })

  test('leaves alone what only looks like it', () => {
    const wrong = examples.ignored.flatMap(text =>
      baseEngine()
        .scan(text)
        .filter(one => one.kind === kind)
        .map(one => `${text} → ${text.slice(one.start, one.end)}`),
    )
    expect(wrong).toEqual([])
  })
})

type Stretch = { readonly start: number; readonly end: number }

/** Most of the value is found, and not much else. */
function covers(found: Stretch, wanted: Stretch): boolean {
  const shared = Math.min(found.end, wanted.end) - Math.max(found.start, wanted.start)
  const length = wanted.end - wanted.start
  return shared >= length * 0.8 && found.end - found.start <= length * 1.25 + 4
}
