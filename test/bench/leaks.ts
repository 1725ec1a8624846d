import { readFileSync } from 'node:fs'
import { readCorpus } from '../support/corpus.js'
import { type LeakText, leaksOf } from '../support/leaks.js'
import { musterstadt } from '../support/musterstadt.js'
import type { Bench, Figure } from './measure.js'

/** Marked values arriving at a model may be this share; recognised ones none. */
const MOST_MARKED = 3

/** Values in the bytes a fake upstream records; `--file=<jsonl>` measures another set than our own held-out one. */
export const leaksBench: Bench = {
  name: 'leaks',
  async run() {
    const pack = await musterstadt()
    const texts = textsFrom(process.argv.find(arg => arg.startsWith('--file='))?.slice('--file='.length))
    const figures: Figure[] = []
    for (const onFound of ['replace', 'block'] as const) {
      const { sent, recognised, marked } = await leaksOf(texts, pack, onFound)
      figures.push(
        { name: `${onFound}: texts sent of ${texts.length}`, value: sent, unit: '' },
        {
          name: `${onFound}: recognised values arriving of ${recognised.values}`,
          value: recognised.arrived,
          unit: '',
          most: 0,
        },
        {
          name: `${onFound}: marked values of block texts arriving of ${marked.values}`,
          value: (100 * marked.arrived) / Math.max(1, marked.values),
          unit: '%',
          most: MOST_MARKED,
        },
      )
    }
    return figures
  },
}

function textsFrom(file: string | undefined): readonly LeakText[] {
  if (file === undefined) return readCorpus('test/eval/protect-own')
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(row => JSON.parse(row) as LeakText)
}
