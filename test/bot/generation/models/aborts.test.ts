import { afterEach, describe, expect, test } from '@jest/globals'
import { ModelFailure } from '../../../../bot/generation/models/model.js'
import { callTo, heard, setting } from '../../../support/asking.js'
import {
  begun,
  delta,
  event,
  type ModelServer,
  modelServer,
  type Script,
  says,
  stream,
} from '../../../support/model-server.js'

let server: ModelServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const silent: Script = () => {}
const PATIENT = { responseMs: 60_000, firstTokenMs: 60_000, idleMs: 60_000, wholeMs: 60_000 }
/** Milliseconds; a busy machine needs some for two turns of the event loop and a socket. */
const AT_ONCE = 250

const passing = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))
const counts = (): Record<string, number> => {
  const all: Record<string, number> = {}
  for (const one of process.getActiveResourcesInfo()) all[one] = (all[one] ?? 0) + 1
  return all
}

describe('whoever asked goes away', () => {
  test.each<{ why: string; script: Script }>([
    { why: 'while the model has not begun to answer', script: silent },
    { why: 'while the model pauses', script: begun(silent) },
  ])('$why: the model sees it at once', async ({ script }) => {
    server = await modelServer(script)
    const { models, spent } = setting(PATIENT)
    const leaving = new AbortController()
    const answer = heard(models.stream(callTo(server.endpoint, { signal: leaving.signal })))
    while (server.received.length === 0) await passing(5)
    await passing(50)
    const left = performance.now()
    leaving.abort()
    const [gone] = await Promise.all([server.received[0]?.gone, answer])
    expect(Number(gone) - left).toBeLessThan(AT_ONCE)
    expect((await answer).failure?.kind).toBe('aborted')
    expect(models.health()).toEqual([{ tool: 'kommunal-ki', circuit: 'closed', running: 0, waiting: 0 }])
    expect([...spent.values()][0]).toBeGreaterThan(0)
  })

  test('while nobody reads: the model sees it and the next one gets in, though the answer is never read on', async () => {
    server = await modelServer(begun(silent), says('Gern.'))
    const { models } = setting(PATIENT)
    const leaving = new AbortController()
    const answer = models.stream(callTo({ ...server.endpoint, at_once: 1 }, { signal: leaving.signal }))
    await answer[Symbol.asyncIterator]().next()
    const left = performance.now()
    leaving.abort()
    expect(Number(await server.received[0]?.gone) - left).toBeLessThan(AT_ONCE)
    expect(await heard(models.stream(callTo({ ...server.endpoint, at_once: 1 })))).toMatchObject({ failure: undefined })
  })

  test('what had come already is not passed on', async () => {
    server = await modelServer(says('Sehr ', 'geehrte ', 'Frau'))
    const { endpoint } = server
    const { models } = setting()
    const leaving = new AbortController()
    const texts: unknown[] = []
    const reading = async (): Promise<void> => {
      for await (const { text } of models.stream(callTo(endpoint, { signal: leaving.signal }))) {
        texts.push(text)
        leaving.abort()
      }
    }
    await expect(reading()).rejects.toMatchObject({ kind: 'aborted' })
    expect(texts).toEqual(['Sehr '])
  })

  test('by reading no further', async () => {
    server = await modelServer(begun(silent))
    const { models } = setting(PATIENT)
    for await (const chunk of models.stream(callTo(server.endpoint))) {
      expect(chunk).toEqual({ text: 'Sehr ' })
      break
    }
    const left = performance.now()
    expect(Number(await server.received[0]?.gone) - left).toBeLessThan(AT_ONCE)
    expect(models.health()[0]).toMatchObject({ running: 0 })
  })

  test('before it began: nothing is asked', async () => {
    server = await modelServer(says('Gern.'))
    const { models, spent } = setting()
    const { failure } = await heard(models.stream(callTo(server.endpoint, { signal: AbortSignal.abort() })))
    expect(failure?.kind).toBe('aborted')
    expect(server.received).toEqual([])
    expect([...spent]).toEqual([])
  })

  test('between two tries: there is no second one', async () => {
    server = await modelServer(response => void response.socket?.destroy())
    const leaving = new AbortController()
    const { models, spent } = setting({}, { wait: async () => leaving.abort() })
    const { failure } = await heard(models.stream(callTo(server.endpoint, { signal: leaving.signal })))
    expect(failure?.kind).toBe('aborted')
    expect(server.received).toHaveLength(1)
    expect([...spent]).toEqual([])
  })
})

test('whoever reads slowly is not taken for a model that stalls', async () => {
  server = await modelServer(async response => {
    stream(response)
    for (const text of ['Sehr ', 'geehrte ', 'Frau']) {
      response.write(event(delta(text)))
      await passing(50)
    }
    response.end(event(delta('', 'stop')))
  })
  const { models } = setting({ idleMs: 400 })
  const texts: unknown[] = []
  for await (const chunk of models.stream(callTo(server.endpoint))) {
    texts.push(chunk.text ?? chunk.finish)
    if (texts.length === 2) await passing(500)
  }
  expect(texts).toEqual(['Sehr ', 'geehrte ', 'Frau', 'stop'])
})

test('an answer nobody asks for does nothing', async () => {
  server = await modelServer(says('Gern.'))
  const { models } = setting()
  models.stream(callTo(server.endpoint))
  await passing(20)
  expect(server.received).toEqual([])
})

test('a thousand answers given up in the middle leave no timer, socket or place behind', async () => {
  server = await modelServer(begun(silent))
  const { endpoint } = server
  const { models } = setting(PATIENT)
  const before = counts()
  const one = async (number: number): Promise<void> => {
    const leaving = new AbortController()
    const call = callTo({ ...endpoint, at_once: 100 }, { caller: `c${number}`, signal: leaving.signal })
    try {
      for await (const _chunk of models.stream(call)) {
        if (number % 2) break
        leaving.abort()
      }
    } catch (failure) {
      expect(failure).toBeInstanceOf(ModelFailure)
    }
  }
  for (let batch = 0; batch < 10; batch++) await Promise.all(Array.from({ length: 100 }, (_, i) => one(i)))
  expect(server.received).toHaveLength(1_000)
  expect(models.health()).toEqual([{ tool: 'kommunal-ki', circuit: 'closed', running: 0, waiting: 0 }])
  await Promise.all(server.received.map(({ gone }) => gone))
  await passing(50)
  // Node opens a spare connection for one that was given up, and closes it after four seconds unused: never more than ran.
  expect(await server.open()).toBeLessThanOrEqual(110)
  const left = counts()
  // Spare ones do not count here on our side; the server's ends of them do.
  expect(left.TCPSocketWrap ?? 0).toBeLessThanOrEqual((before.TCPSocketWrap ?? 0) + 110)
  // Server and client have a few of their own that come and go.
  expect(left.Timeout ?? 0).toBeLessThanOrEqual((before.Timeout ?? 0) + 5)
})
