import { describe, expect, test } from '@jest/globals'
import { createWatch } from '../../../../bot/generation/models/watch.js'

describe('a watch', () => {
  const timers = (): number => process.getActiveResourcesInfo().filter(one => one === 'Timeout').length
  test('has no timer left after an abort, even if nobody closes it', () => {
    const before = timers()
    const leaving = new AbortController()
    const watch = createWatch(leaving.signal, 60_000)
    watch.expect('slow', 60_000)
    leaving.abort()
    watch.expect('stalled', 60_000)
    expect(timers()).toBe(before)
    expect([watch.cause(), watch.signal.aborted]).toEqual(['aborted', true])
  })

  test.each([
    { why: 'the step', whole: 60_000, kind: 'stalled' },
    { why: 'everything', whole: 10, kind: 'slow' },
  ])('$why takes too long', async ({ whole, kind }) => {
    const watch = createWatch(new AbortController().signal, whole)
    watch.expect('stalled', 30)
    await new Promise(done => setTimeout(done, 60))
    expect(watch.cause()).toBe(kind)
    watch.close()
  })

  test('closed in time, it was nobody', async () => {
    const watch = createWatch(new AbortController().signal, 20)
    watch.close()
    await new Promise(done => setTimeout(done, 40))
    expect([watch.cause(), watch.signal.aborted]).toEqual([undefined, true])
  })
})
