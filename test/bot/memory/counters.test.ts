import { expect, test } from '@jest/globals'
import { createCounters } from '../../../bot/memory/counters.js'

test('counts each name for itself, from one', async () => {
  const counters = createCounters()
  for (const name of ['answer.rule', 'answer.unknown', 'answer.rule']) await counters.increment(name)
  expect(Object.fromEntries(await counters.read())).toEqual({ 'answer.rule': 2, 'answer.unknown': 1 })
})

test('starts empty, and what was read does not count on', async () => {
  const counters = createCounters()
  const before = await counters.read()
  await counters.increment('answer.rule')
  expect(before.size).toBe(0)
})

test('a name every object has is a name like any other', async () => {
  const counters = createCounters()
  await counters.increment('constructor')
  expect(Object.fromEntries(await counters.read())).toEqual({ constructor: 1 })
})
