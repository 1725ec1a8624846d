import { expect, test } from '@jest/globals'
import { jsonText } from '../../../../bot/generation/v1/json-text.js'

const LONG = 400_000

test.each<{ why: string; raw: string }>([
  { why: 'many escapes', raw: JSON.stringify(['\\'.repeat(LONG)]) },
  { why: 'many quotation marks', raw: JSON.stringify(['"'.repeat(LONG)]) },
  { why: 'many strings', raw: JSON.stringify(Array.from({ length: LONG / 4 }, () => 'a')) },
  { why: 'one long string', raw: JSON.stringify(['a'.repeat(LONG * 5)]) },
  { why: 'deep lists', raw: `${'['.repeat(LONG)}${']'.repeat(LONG)}` },
  { why: 'opened and never closed', raw: `{"a":"${'[A'.repeat(LONG)}` },
  { why: 'capital letters behind brackets', raw: JSON.stringify(['[A'.repeat(LONG)]) },
])('$why: within a second', ({ raw }) => {
  const start = performance.now()
  const read = jsonText(raw)
  read?.put(read.text)
  // What a placeholder could be, opened again and again where no string is.
  read?.put('[A'.repeat(LONG))
  expect(performance.now() - start).toBeLessThan(1_000)
})
