import { afterEach, describe, expect, test } from '@jest/globals'
import { callTo, heard, setting } from '../../../support/asking.js'
import { type ModelServer, modelServer, says } from '../../../support/model-server.js'

let server: ModelServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})
describe('so many at once', () => {
  test('others wait for their turn, and nobody is left out', async () => {
    let most = 0
    let now = 0
    server = await modelServer(async (response, request) => {
      most = Math.max(most, ++now)
      await new Promise(done => setTimeout(done, 5))
      now--
      await says('Gern.')(response, request)
    })
    const { models } = setting()
    const endpoint = { ...server.endpoint, at_once: 3 }
    const all = Array.from({ length: 40 }, (_, i) => heard(models.stream(callTo(endpoint, { caller: `c${i % 8}` }))))
    expect((await Promise.all(all)).filter(({ failure }) => failure)).toEqual([])
    expect(most).toBe(3)
    expect(models.health()).toMatchObject([{ running: 0, waiting: 0 }])
  })

  test('whoever goes away in the very moment of getting in leaves room for the next', async () => {
    server = await modelServer(says('Gern.'))
    const leaving = new AbortController()
    const spend = async (): Promise<void> => leaving.abort()
    const { models } = setting({}, { budget: () => ({ spent: async () => 0, spend }) })
    const endpoint = { ...server.endpoint, at_once: 1 }
    const first = heard(models.stream(callTo(endpoint)))
    const second = heard(models.stream(callTo(endpoint, { signal: leaving.signal })))
    expect((await first).failure).toBeUndefined()
    expect((await second).failure?.kind).toBe('aborted')
    expect((await heard(models.stream(callTo(endpoint)))).failure).toBeUndefined()
  })

  test('the ninth of one caller is told that it is crowded', async () => {
    server = await modelServer(() => {})
    const { models } = setting({ responseMs: 60 })
    const endpoint = { ...server.endpoint, at_once: 1 }
    const all = await Promise.all(Array.from({ length: 10 }, () => heard(models.stream(callTo(endpoint)))))
    expect(all.filter(({ failure }) => failure?.kind === 'crowded')).toHaveLength(1)
  })
})
