import { describe, expect, test } from '@jest/globals'
import { KINDS } from '../../policies/protect/index.js'
import { readCorpus } from '../support/corpus.js'
import { committedFigures, developmentScore } from '../support/protect-figures.js'
import { precision, recall } from '../support/protect-score.js'

// The project's own development texts: enough of them, and no kind may get worse unnoticed.

const LEAST_TEXTS = 20
const LEAST_HARMLESS = 300
/** Two points: less is one text more or less. */
const MAY_LOSE = 0.02
const FLOORS = { precision: 0.93, recall: 0.92, harmless: 0.03 }

const corpus = readCorpus('test/protect/corpus')
const current = developmentScore()
const committed = committedFigures()
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

describe('the texts', () => {
  test.each(KINDS)('%s stands in enough of them', kind => {
    const texts = corpus.filter(({ spans }) => spans.some(({ type, alt }) => type === kind || alt.includes(kind)))
    expect(texts.length).toBeGreaterThanOrEqual(LEAST_TEXTS)
  })

  test('enough of them are harmless', () => {
    expect(corpus.filter(({ verdict }) => verdict === 'allow').length).toBeGreaterThanOrEqual(LEAST_HARMLESS)
  })

  test('no text twice', () => {
    const texts = corpus.map(({ text }) => text)
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
  })

  test('every mark is what it says', () => {
    const wrong = corpus.flatMap(({ id, text, spans }) =>
      spans
        .filter(({ start, end, value }) => text.slice(start, end) !== value || value.trim() !== value || value === '')
        .map(({ value }) => `${id}: ${value}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('docs/protect-figures.md against today; if today is meant: npm run protect-figures', () => {
  test.each(KINDS)('%s', kind => {
    const now = current.kinds.get(kind)
    const before = committed.get(kind)
    if (!now || !before) throw new Error(`no figures for ${kind}: please run npm run protect-figures`)
    const lost = [
      { what: 'precision', was: before.precision, is: precision(now) },
      { what: 'recall', was: before.recall, is: recall(now) },
    ].filter(({ was, is }) => was - is > MAY_LOSE)
    const said = lost.map(
      ({ what, was, is }) =>
        `${what} fell from ${percent(was)} to ${percent(is)}; if that is meant, run npm run protect-figures`,
    )
    expect(said).toEqual([])
  })
})

describe('all kinds together', () => {
  test('precision', () => {
    expect(precision(current.all)).toBeGreaterThanOrEqual(FLOORS.precision)
  })
  test('recall', () => {
    expect(recall(current.all)).toBeGreaterThanOrEqual(FLOORS.recall)
  })
  test('harmless texts are left alone', () => {
    expect(current.harmless.flagged / current.harmless.texts).toBeLessThanOrEqual(FLOORS.harmless)
  })
})
