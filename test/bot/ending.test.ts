import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readConfig } from '../../bot/config.js'
import { digestOf, TOKEN_BYTES, tokenFrom } from '../../bot/generation/tokens/token.js'
import { storageTarget } from '../../bot/storage/target.js'
import { type Service, startService } from '../../bot/wiring.js'
import { freePort } from '../support/free-port.js'
import { delta, event, type ModelServer, modelServer, stream } from '../support/model-server.js'
import { opening } from '../support/opening.js'
import { programToken } from '../support/program-token.js'

const token = tokenFrom(randomBytes(TOKEN_BYTES))
let data: string
let model: ModelServer
let service: Service

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'kompass-ending-'))
  model = await modelServer(response => {
    stream(response)
    response.write(event(delta('Der Anfang ')))
  })
  const settings = readConfig({
    KOMPASS_DATA: data,
    KOMPASS_PORT: String(await freePort()),
    KOMPASS_LOG_LEVEL: 'silent',
    KOMPASS_MODEL_KEY_MUCGPT: 'key-of-the-test',
    KOMPASS_MODEL_URL_MUCGPT: model.endpoint.url,
  })
  if (!settings.ok) throw new Error(settings.problems.join())
  const started = await startService(settings.config, undefined)
  if (!started.ok) throw new Error(started.problems.join())
  service = started.service
  const storage = await opening(storageTarget({ KOMPASS_DATA: data }))
  const valid = { digest: digestOf(token), tools: ['mucgpt'], since: '2026-01-01', until: undefined } as const
  await storage.forMunicipality('musterstadt').tokens.add(programToken(valid))
  await storage.close()
})
afterAll(async () => {
  await model.close()
  await rm(data, { recursive: true, force: true })
})

test('a service that ends says to whoever reads an answer that it is not complete, within ten seconds', async () => {
  const response = await fetch(`${service.address}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ model: 'mucgpt', stream: true, messages: [{ role: 'user', content: 'Schreib etwas.' }] }),
  })
  expect(response.status).toBe(200)
  const began = Date.now()
  const [text] = await Promise.all([response.text(), service.close()])
  expect(Date.now() - began).toBeLessThan(10_000)
  expect(text).toContain('Der Anfang')
  expect(text).toMatch(/"message":"[^"]*abgebrochen, sie ist nicht vollständig/)
  expect(text).not.toContain('[DONE]')
  await model.received[0]?.gone
  await expect(fetch(service.address)).rejects.toThrow()
}, 30_000)
