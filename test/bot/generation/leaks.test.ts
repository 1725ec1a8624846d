import { expect, test } from '@jest/globals'
import { readCorpus } from '../../support/corpus.js'
import { leaksOf } from '../../support/leaks.js'
import { musterstadt } from '../../support/musterstadt.js'

// What really arrives: the bytes a fake upstream records, for texts the engine was made with. Held-out texts: npm run bench -- leaks.
const TEXTS = readCorpus('test/protect/corpus').filter((_, at) => at % 4 === 0)
const PACK = await musterstadt()

test.each(['replace', 'block'] as const)('recognised values that arrive at a model: %s', async onFound => {
  const { sent, recognised, marked } = await leaksOf(TEXTS, PACK, onFound)
  expect(recognised.arrived).toBe(0)
  expect(marked.arrived / marked.values).toBeLessThan(0.03)
  // Not by refusing everything.
  expect(sent).toBeGreaterThan(TEXTS.length / 5)
})
