import { describe, expect, test } from '@jest/globals'
import { ModelFailure } from '../../../../bot/generation/models/model.js'
import { createQueue } from '../../../../bot/generation/models/queue.js'

const LIMITS = { waiting: 20, waitingEach: 8, waitMs: 500 }
const stays = (): AbortSignal => new AbortController().signal
const kindOf = async (entering: Promise<unknown>): Promise<string> =>
  entering.then(
    () => 'inside',
    (failure: unknown) => (failure instanceof ModelFailure ? failure.kind : 'something else'),
  )
/** Lets everything happen that is not waiting for time. */
const settle = (): Promise<void> => new Promise(done => setImmediate(done))

/** All of them ask in this order; one at a time gets in. Returns the order in which they did. */
async function orderOf(callers: string): Promise<string> {
  const queue = createQueue(LIMITS)
  const leave = await queue.enter('first', 1, stays())
  let order = ''
  const all = [...callers].map(async caller => {
    const leaveAgain = await queue.enter(caller, 1, stays())
    order += caller
    leaveAgain()
  })
  leave()
  await Promise.all(all)
  expect([queue.running(), queue.waiting()]).toEqual([0, 0])
  return order
}

describe('whose turn it is', () => {
  test.each([
    { why: 'one after the other', asked: 'abc', served: 'abc' },
    { why: 'who asks most does not hold up the others', asked: 'aaaabc', served: 'abcaaa' },
    { why: 'two who ask a lot take turns', asked: 'aaabbb', served: 'ababab' },
    { why: 'everybody has a turn before anybody has a second one', asked: 'aabbccd', served: 'abcdabc' },
  ])('$why', async ({ asked, served }) => {
    expect(await orderOf(asked)).toBe(served)
  })
})

describe('how many', () => {
  test('so many at once, and one more when there is room for more', async () => {
    const queue = createQueue(LIMITS)
    await queue.enter('a', 2, stays())
    await queue.enter('a', 2, stays())
    const third = queue.enter('b', 2, stays())
    expect([queue.running(), queue.waiting()]).toEqual([2, 1])
    await queue.enter('c', 4, stays())
    await third
    expect([queue.running(), queue.waiting()]).toEqual([4, 0])
  })

  test.each([
    { why: 'nobody waits with more than eight', callers: 'aaaaaaaaa', last: 'crowded' },
    { why: 'others still may', callers: 'aaaaaaaab', last: 'waits' },
    { why: 'twenty wait in all', callers: 'aaaaaaaabbbbbbbbccccd', last: 'crowded' },
  ])('$why', async ({ callers, last }) => {
    const queue = createQueue(LIMITS)
    await queue.enter('first', 1, stays())
    const kinds = [...callers].map(caller => kindOf(queue.enter(caller, 1, stays())))
    expect(await Promise.race([kinds.at(-1), settle().then(() => 'waits')])).toBe(last)
  })

  test('nobody waits for ever', async () => {
    const queue = createQueue({ ...LIMITS, waitMs: 20 })
    await queue.enter('a', 1, stays())
    expect(await kindOf(queue.enter('b', 1, stays()))).toBe('crowded')
    expect([queue.running(), queue.waiting()]).toEqual([1, 0])
  })
})

describe('leaving', () => {
  test('twice makes room once', async () => {
    const queue = createQueue(LIMITS)
    const leave = await queue.enter('a', 1, stays())
    const [second, third] = [queue.enter('b', 1, stays()), kindOf(queue.enter('c', 1, stays()))]
    leave()
    leave()
    await second
    expect(await Promise.race([third, settle().then(() => 'waits')])).toBe('waits')
    expect([queue.running(), queue.waiting()]).toEqual([1, 1])
  })

  test('the line at once, out of its middle', async () => {
    const queue = createQueue(LIMITS)
    const leave = await queue.enter('a', 1, stays())
    const leaving = new AbortController()
    const impatient = kindOf(queue.enter('b', 1, leaving.signal))
    const patient = queue.enter('b', 1, stays())
    leaving.abort()
    expect(queue.waiting()).toBe(1)
    expect(await impatient).toBe('aborted')
    leave()
    await patient
    expect([queue.running(), queue.waiting()]).toEqual([1, 0])
  })

  test('before the line', async () => {
    expect(await kindOf(createQueue(LIMITS).enter('a', 1, AbortSignal.abort()))).toBe('aborted')
  })
})
