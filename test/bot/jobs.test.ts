import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type Job, startJobs } from '../../bot/jobs.js'
import { packageRoot } from '../../bot/paths.js'

const EVERY = 60_000

let lines: { level: string; fields: unknown; said: string }[]
const log = {
  info: (fields: unknown, said: string) => void lines.push({ level: 'info', fields, said }),
  error: (fields: unknown, said: string) => void lines.push({ level: 'error', fields, said }),
}
const start = (...jobs: Job[]) => startJobs(jobs, log as Parameters<typeof startJobs>[1])
const counted = (run: (count: number) => Promise<object> = async count => ({ count })) => {
  let count = 0
  const job: Job = { name: 'sweep', everyMs: EVERY, run: () => run(++count) }
  return { job, count: () => count }
}

beforeEach(() => {
  lines = []
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

describe('a job', () => {
  test('runs at once, then each time so long after the run before has ended', async () => {
    const { job, count } = counted()
    const jobs = start(job)
    await jest.advanceTimersByTimeAsync(0)
    expect(count()).toBe(1)
    await jest.advanceTimersByTimeAsync(EVERY - 1)
    expect(count()).toBe(1)
    await jest.advanceTimersByTimeAsync(1)
    expect(count()).toBe(2)
    await jest.advanceTimersByTimeAsync(3 * EVERY)
    expect(count()).toBe(5)
    expect(lines.at(-1)).toEqual({ level: 'info', fields: { job: 'sweep', count: 5 }, said: 'job done' })
    await jobs.stop()
  })

  test('that takes long is not started a second time beside itself', async () => {
    const slow = counted(() => new Promise(done => setTimeout(() => done({}), 10 * EVERY)))
    start(slow.job)
    await jest.advanceTimersByTimeAsync(10 * EVERY)
    expect(slow.count()).toBe(1)
    await jest.advanceTimersByTimeAsync(EVERY)
    expect(slow.count()).toBe(2)
  })

  test.each([
    { why: 'fails', error: new TypeError('Frau Beispiel fehlt'), name: 'TypeError' },
    { why: 'fails with what is no error', error: 'Frau Beispiel', name: 'unknown' },
  ])('that $why is logged by name only, and tried again', async ({ error, name }) => {
    const { job, count } = counted(async time => {
      if (time === 1) throw error
      return {}
    })
    start(job)
    await jest.advanceTimersByTimeAsync(EVERY)
    expect(count()).toBe(2)
    expect(lines).toEqual([
      { level: 'error', fields: { job: 'sweep', error: name }, said: 'job failed' },
      { level: 'info', fields: { job: 'sweep' }, said: 'job done' },
    ])
  })

  test('that fails before it has begun is no different', async () => {
    const { job, count } = counted(() => {
      throw new Error('Frau Beispiel')
    })
    start(job)
    await jest.advanceTimersByTimeAsync(EVERY)
    expect(count()).toBe(2)
    expect(JSON.stringify(lines)).not.toContain('Beispiel')
  })

  test('does not wait for another that hangs', async () => {
    const { job, count } = counted()
    start({ name: 'hanging', everyMs: 1, run: () => new Promise(() => undefined) }, job)
    await jest.advanceTimersByTimeAsync(EVERY)
    expect(count()).toBe(2)
  })
})

describe('stopping', () => {
  test('starts nothing any more', async () => {
    const { job, count } = counted()
    const jobs = start(job)
    await jest.advanceTimersByTimeAsync(0)
    await jobs.stop()
    await jest.advanceTimersByTimeAsync(5 * EVERY)
    expect(count()).toBe(1)
    expect(jest.getTimerCount()).toBe(0)
  })

  test.each([
    { why: 'the first', before: 0 },
    { why: 'a later one', before: EVERY },
  ])('waits for the run under way, $why, which is the last', async ({ before }) => {
    let finish = (): void => undefined
    const { job, count } = counted(async time => {
      if (time === 1 && before > 0) return {}
      return new Promise(done => {
        finish = () => done({})
      })
    })
    const jobs = start(job)
    await jest.advanceTimersByTimeAsync(before)
    const runs = count()
    let stopped = false
    const stopping = jobs.stop().then(() => {
      stopped = true
    })
    await jest.advanceTimersByTimeAsync(EVERY)
    expect(stopped).toBe(false)
    finish()
    await stopping
    await jest.advanceTimersByTimeAsync(5 * EVERY)
    expect(count()).toBe(runs)
  })

  test('twice is the same as once', async () => {
    const jobs = start(counted().job)
    await Promise.all([jobs.stop(), jobs.stop()])
    await expect(jobs.stop()).resolves.toBeUndefined()
  })
})

test('a process with nothing else to do ends although jobs wait', () => {
  const script = `
    import { startJobs } from ${JSON.stringify(join(packageRoot(), 'dist/bot/jobs.js'))}
    startJobs([{ name: 'sweep', everyMs: 600_000, run: async () => ({}) }], { info: () => console.log('ran'), error() {} })`
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect(ended.status).toBe(0)
  expect(ended.stdout).toBe('ran\n')
})
