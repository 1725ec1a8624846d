import { afterEach, describe, expect, test } from '@jest/globals'
import { asked, callTo, heard, IMPATIENT, setting } from '../../../support/asking.js'
import {
  begun,
  delta,
  event,
  type ModelServer,
  modelServer,
  type Script,
  stream,
} from '../../../support/model-server.js'

let server: ModelServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function ask(script: Script, kind?: string) {
  server = await modelServer(script)
  return asked(server, kind === 'stalled' ? IMPATIENT : {})
}

const nothing: Script = () => {}

const reset: Script = response => void response.socket?.resetAndDestroy()

describe('after the first token nothing is tried again', () => {
  test.each<{ why: string; after: Script; kind: string }>([
    { why: 'says nothing more', after: nothing, kind: 'stalled' },
    { why: 'resets the connection', after: reset, kind: 'cut-off' },
    { why: 'closes it', after: response => void response.socket?.destroy(), kind: 'cut-off' },
    { why: 'ends without a reason', after: response => void response.end(), kind: 'cut-off' },
    {
      why: 'says that it is done without a reason',
      after: response => void response.end(event('[DONE]')),
      kind: 'cut-off',
    },
    { why: 'ends within an event', after: response => void response.end('data: {"choices":[{"del'), kind: 'cut-off' },
    { why: 'sends rubbish', after: response => void response.end(event('<html>')), kind: 'malformed' },
    { why: 'fails', after: response => void response.end(event({ error: { message: 'gone' } })), kind: 'broken' },
    {
      why: 'only says that it is alive',
      after: response => {
        const alive = setInterval(() => response.write(': ping\n\n'), 20)
        response.once('close', () => clearInterval(alive))
      },
      kind: 'stalled',
    },
  ])('a model that $why → $kind', async ({ after, kind }) => {
    const result = await ask(begun(after), kind)
    expect(result).toMatchObject({ kind, asked: 1, text: 'Sehr ', finish: undefined })
    expect(result.tokens).toBeGreaterThan(0)
    expect(result.health).toEqual([{ tool: 'kommunal-ki', circuit: 'closed', running: 0, waiting: 0 }])
  })

  test('an answer that goes on and on is ended', async () => {
    server = await modelServer(response => {
      stream(response)
      const talking = setInterval(() => response.write(event(delta('und '))), 10)
      response.once('close', () => clearInterval(talking))
    })
    const { models } = setting({ wholeMs: 300 })
    const { chunks, failure } = await heard(models.stream(callTo(server.endpoint)))
    expect(failure?.kind).toBe('slow')
    expect(chunks.length).toBeGreaterThan(5)
  })

  test.each<{ why: string; after: Script }>([
    { why: 'the connection breaks', after: response => void response.socket?.resetAndDestroy() },
    { why: 'rubbish follows', after: response => void response.end(event('<html>')) },
    { why: 'nobody closes it', after: nothing },
    { why: 'it ends without a last word', after: response => void response.end() },
  ])('an answer with its finish is complete, even if $why', async ({ after }) => {
    const result = await ask(
      begun(async (response, request) => {
        response.write(event(delta('geehrte', 'stop')))
        await new Promise(done => setTimeout(done, 20))
        await after(response, request)
      }),
    )
    expect(result).toMatchObject({ kind: undefined, text: 'Sehr geehrte', finish: 'stop' })
  })
})
