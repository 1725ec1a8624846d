import { expect, test } from '@jest/globals'
import { createRunning } from '../../../bot/generation/running.js'

const open = (): AbortSignal => new AbortController().signal

test('an answer ends with its reader, with the service, and at once where either is over', () => {
  const running = createRunning()
  const reader = new AbortController()
  const [one, other] = [running.begin(reader.signal), running.begin(open())]
  reader.abort()
  expect([one.signal.aborted, other.signal.aborted, running.stopped()]).toEqual([true, false, false])
  running.stop()
  expect([other.signal.aborted, running.stopped()]).toEqual([true, true])
  expect(running.begin(open()).signal.aborted).toBe(true)
  expect(createRunning().begin(AbortSignal.abort()).signal.aborted).toBe(true)
})

test('what is done is let go', () => {
  const running = createRunning()
  const reader = new AbortController()
  const { signal, done } = running.begin(reader.signal)
  done()
  reader.abort()
  running.stop()
  expect(signal.aborted).toBe(false)
})
