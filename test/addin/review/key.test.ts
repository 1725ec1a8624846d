import { expect, test } from '@jest/globals'
import { keyFor } from '../../../addin/review/key.js'

test('a text keeps its key, another text or way has another, and all are of the form the document takes', async () => {
  const key = await keyFor('insert', 'Guten Tag')
  expect(key).toMatch(/^[a-z0-9-]{1,40}$/)
  expect(await keyFor('insert', 'Guten Tag')).toBe(key)
  expect(await keyFor('insert', 'Guten Tag.')).not.toBe(key)
  expect(await keyFor('change', 'Guten Tag')).not.toBe(key)
})
