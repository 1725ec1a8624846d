import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readConfig } from '../../../bot/config.js'
import { digestOf, TOKEN_BYTES, tokenFrom } from '../../../bot/generation/tokens/token.js'
import { type Service, startService } from '../../../bot/wiring.js'
import { freePort } from '../../support/free-port.js'
import { type ModelServer, modelServer, says } from '../../support/model-server.js'
import { opening } from '../../support/opening.js'
import { type PacksFolder, packsFolder } from '../../support/packs-folder.js'
import { programToken } from '../../support/program-token.js'

const TOOL = 'rathaus-assistent'
const KEYS = { A_STADT: 'key-of-a-stadt-alone-7vNn2Lk0pWd', B_DORF: 'key-of-b-dorf-alone-4YbHs6JmEe' }

type Town = { readonly id: string; readonly packs: PacksFolder; readonly model: ModelServer; readonly token: string }

let folder: string
let service: Service
let a: Town
let b: Town
let withoutKey: Town
/** Where b's model moves to. */
let moved: ModelServer

const toolsAt = ({ endpoint: { url, model } }: ModelServer): string =>
  `tools:\n  - id: ${TOOL}\n    endpoint: { url: "${url}", model: ${model} }\n`

/** A municipality whose pack names the tool all of them have, with a model at an address of its own choice. */
async function town(id: string): Promise<Town> {
  const model = await modelServer(says('Sehr ', 'gern.'))
  const packs = await packsFolder(id, {
    'pack.yaml': `id: ${id}\nname: ${id}\nextends: basis\nversion: 1\nstand: 2026-11-23\n`,
    'tools.yaml': toolsAt(model),
  })
  return { id, packs, model, token: tokenFrom(randomBytes(TOKEN_BYTES)) }
}

/** A whole service with three municipalities; all that stands in for something are the models and the programs that ask. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ki-kompass-models-'))
  const towns = await Promise.all(['a-stadt', 'b-dorf', 'c-hausen'].map(town))
  const [first, second, third] = towns
  if (!first || !second || !third) throw new Error('no towns')
  a = first
  b = second
  withoutKey = third
  moved = await modelServer(says('Umgezogen.'))
  await writeFile(join(folder, 'b-dorf.key'), `${KEYS.B_DORF}\n`)
  const list = join(folder, 'kommunen.yaml')
  await writeFile(
    list,
    `municipalities:\n${entry(a, 'model_key_rathaus-assistent_env: A_STADT')}${entry(b, 'model_key_rathaus_assistent_file: b-dorf.key')}${entry(withoutKey)}`,
  )
  await giveTokens(towns)
  const settings = readConfig({
    A_STADT: KEYS.A_STADT,
    KOMPASS_MUNICIPALITIES: list,
    KOMPASS_DATA: folder,
    KOMPASS_PORT: String(await freePort()),
    KOMPASS_LOG_LEVEL: 'silent',
  })
  if (!settings.ok) throw new Error(settings.problems.join('\n'))
  const started = await startService(settings.config, undefined, 'refused')
  if (!started.ok) throw new Error(started.problems.join('\n'))
  service = started.service
}, 60_000)
afterAll(async () => {
  await service?.close()
  await moved.close()
  await Promise.all([a, b, withoutKey].flatMap(({ packs, model }) => [packs.remove(), model.close()]))
  await rm(folder, { recursive: true, force: true })
})

const entry = ({ id, packs }: Town, ...lines: readonly string[]): string =>
  `${[
    `  - pack: ${packs.path(id)}`,
    'identity: oidc',
    `issuer: https://${id}.example`,
    'client_id: k',
    'audience: k',
    ...lines,
  ].join('\n    ')}\n`

async function giveTokens(towns: readonly Town[]): Promise<void> {
  const storage = await opening({ kind: 'sqlite', file: join(folder, 'kompass.db') })
  for (const { id, token } of towns)
    await storage
      .forMunicipality(id)
      .tokens.add(programToken({ digest: digestOf(token), tools: [TOOL], perMinute: 10_000 }))
  await storage.close()
}

const call = ({ token }: Town, path: string, body?: unknown): Promise<Response> =>
  fetch(`${service.address}/v1${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })

const draft = (from: Town): Promise<Response> =>
  call(from, '/chat/completions', {
    model: `${TOOL}/entwerfen`,
    messages: [{ role: 'user', content: 'Bitte entwirf eine Einladung zum Tag der offenen Tür.' }],
  })

/** What each model was sent as key, since the last time somebody asked. */
function keysSeen() {
  const seen = [a, b, withoutKey].map(({ model, id }) => [
    id,
    model.received.slice(counted.get(id) ?? 0).map(({ headers }) => headers.authorization),
  ])
  for (const { id, model } of [a, b, withoutKey]) counted.set(id, model.received.length)
  return Object.fromEntries(seen)
}
const counted = new Map<string, number>()

describe('municipalities with the same tool, each with a model of its own', () => {
  test('a drafts at its own address, with its own key', async () => {
    const response = await draft(a)
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('Sehr gern.')])
    expect(keysSeen()).toEqual({ 'a-stadt': [`Bearer ${KEYS.A_STADT}`], 'b-dorf': [], 'c-hausen': [] })
  })

  test('so does b, at once and in turns', async () => {
    const all = await Promise.all([draft(b), draft(a), draft(b)])
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(keysSeen()).toEqual({
      'a-stadt': [`Bearer ${KEYS.A_STADT}`],
      'b-dorf': [`Bearer ${KEYS.B_DORF}`, `Bearer ${KEYS.B_DORF}`],
      'c-hausen': [],
    })
  })

  test('where there is no key, that is said, and nobody is asked with the key of another', async () => {
    const response = await draft(withoutKey)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('ist hier kein Sprachmodell eingerichtet')
    expect(keysSeen()).toEqual({ 'a-stadt': [], 'b-dorf': [], 'c-hausen': [] })
  })

  test.each([
    { why: 'with a key', from: () => a, models: [TOOL, `${TOOL}/entwerfen`, `${TOOL}/zusammenfassen`] },
    { why: 'without one', from: () => withoutKey, models: [] },
  ])('programs are offered what can be used, $why', async ({ from, models }) => {
    expect(await (await call(from(), '/models')).json()).toMatchObject({ data: models.map(id => ({ id })) })
  })

  test('a pack that changes its address takes the key of its own municipality there, and no other', async () => {
    await b.packs.write(`${b.id}/tools.yaml`, toolsAt(moved))
    for (let round = 0; round < 100 && moved.received.length === 0; round++) {
      await setTimeout(100)
      expect((await draft(b)).status).toBe(200)
    }
    expect(moved.received.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${KEYS.B_DORF}`])
    expect((await draft(a)).status).toBe(200)
    expect(keysSeen()).toMatchObject({ 'a-stadt': [`Bearer ${KEYS.A_STADT}`], 'c-hausen': [] })
  }, 20_000)
})
