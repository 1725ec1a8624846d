import { describe, expect, test } from '@jest/globals'
import { waitAfter } from '../../../../bot/generation/tokens/pace.js'
import type { Storage } from '../../../../bot/storage/open.js'
import { onBothEngines } from '../../../support/storage.js'

test.each([
  { why: 'this minute must be long enough ago', calls: 60, previous: 0, limit: 60, second: 30, wait: 31 },
  { why: 'the minute before must be', calls: 0, previous: 60, limit: 60, second: 0.5, wait: 1 },
  { why: 'half of both', calls: 30, previous: 60, limit: 60, second: 30, wait: 1 },
  { why: 'one a minute: never two in sixty seconds', calls: 1, previous: 0, limit: 1, second: 20, wait: 100 },
  { why: 'a limit that was lowered meanwhile', calls: 100, previous: 0, limit: 10, second: 0, wait: 115 },
  { why: 'nothing to wait for', calls: 0, previous: 0, limit: 1, second: 0, wait: 1 },
])('$why', ({ calls, previous, limit, second, wait }) => {
  expect(waitAfter({ calls, previous }, limit, second)).toBe(wait)
})

onBothEngines(({ open }) => {
  let opened: Promise<Storage> | undefined
  let programs = 0

  describe.each([1, 2, 7, 40])('%s a minute', limit => {
    const program = async () => {
      opened ??= open()
      const { tokens } = (await opened).forMunicipality('m')
      const name = `p${++programs}`
      return (second: number) => tokens.enter(name, limit, new Date(second * 1000))
    }

    test.each([0, 17, 59.9])('whoever waits as long as told gets in, from second %s', async start => {
      const enter = await program()
      let second = start
      for (let turn = 0; turn < limit * 3; turn++) {
        const pace = await enter(second)
        if (pace === 'in') continue
        second += waitAfter(pace, limit, second % 60)
        expect(await enter(second)).toBe('in')
      }
    })

    test('whoever keeps asking is let in at about that pace: neither twice as often nor never', async () => {
      const enter = await program()
      let times = 0
      for (let second = 0; second < 600; second += 1) if ((await enter(second)) === 'in') times += 1
      expect(times).toBeLessThanOrEqual(limit * 11)
      expect(times).toBeGreaterThanOrEqual(limit * 5)
    })
  })
})
