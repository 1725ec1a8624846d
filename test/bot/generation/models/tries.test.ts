import { afterEach, describe, expect, test } from '@jest/globals'
import { asked } from '../../../support/asking.js'
import {
  type ModelServer,
  modelServer,
  replies,
  type Script,
  type Scripts,
  says,
} from '../../../support/model-server.js'

let server: ModelServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function ask(...scripts: Scripts) {
  server = await modelServer(...scripts)
  return asked(server)
}

const reset: Script = response => void response.socket?.resetAndDestroy()

describe('another try', () => {
  test.each<{ why: string; first: Script; pauses: number[] }>([
    { why: 'after a reset', first: reset, pauses: [1] },
    { why: 'after an error of the server', first: replies(502, ''), pauses: [1] },
    { why: 'after the seconds asked for', first: replies(429, '', { 'retry-after': '3' }), pauses: [3_001] },
    {
      why: 'at the time asked for',
      first: replies(429, '', { 'retry-after': 'Wed, 25 Nov 2026 09:00:08 GMT' }),
      pauses: [8_001],
    },
    { why: 'after the milliseconds asked for', first: replies(503, '', { 'retry-after-ms': '1500' }), pauses: [2_001] },
  ])('is made $why', async ({ first, pauses }) => {
    expect(await ask(first, says('Gern.'))).toMatchObject({ text: 'Gern.', finish: 'stop', asked: 2, pauses })
  })

  test('is not made when the model wants a long pause; whoever asked learns how long', async () => {
    const result = await ask(replies(429, '', { 'retry-after': '90' }), says('Gern.'))
    expect(result).toMatchObject({ kind: 'busy', retryAfter: 90, asked: 1, pauses: [] })
  })

  test('is made twice, with longer pauses', async () => {
    expect(await ask(reset)).toMatchObject({ kind: 'unreachable', asked: 3, pauses: [1, 2] })
  })
})
