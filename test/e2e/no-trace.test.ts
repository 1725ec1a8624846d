import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { readConfig } from '../../bot/config.js'
import { digestOf, TOKEN_BYTES, tokenFrom } from '../../bot/generation/tokens/token.js'
import { packageRoot } from '../../bot/paths.js'
import { storageTarget } from '../../bot/storage/target.js'
import { freePort } from '../support/free-port.js'
import { type ModelServer, modelServer, replies, says } from '../support/model-server.js'
import { opening } from '../support/opening.js'
import { packsFolder } from '../support/packs-folder.js'
import { programToken } from '../support/program-token.js'
import { postgresForTests } from '../support/storage.js'
import { INNOCENT, LEAKS, STORED } from '../support/witness/leaks.js'
import { type Leak, startLeaky } from '../support/witness/leaky.js'
import { type ProcessWitness, witnessProcesses } from '../support/witness/processes.js'
import { startWitnessed, underWitness } from '../support/witness/service.js'
import { startsService, waysPast } from '../support/witness/suite.js'
import { ACTIVITIES, BODIES, POSTED, READ, TEXT } from '../support/witness/told.js'

const postgres = postgresForTests()

async function statusOf(address: string, body: BodyInit | undefined, token: string): Promise<number> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const response = await fetch(address, body === undefined ? { headers } : { method: 'POST', headers, body })
  await response.text()
  return response.status
}

/** A program that may ask MUCGPT. */
async function admit(token: string, folder: string): Promise<void> {
  const storage = await opening(storageTarget({ KOMPASS_DATA: folder }))
  const valid = { digest: digestOf(token), tools: ['mucgpt'], since: '2026-01-01', until: undefined } as const
  await storage.forMunicipality('musterstadt').tokens.add(programToken(valid))
  await storage.close()
}

const SUITE = join(packageRoot(), 'test/e2e')

let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'kompass-trace-'))
})
afterAll(() => rm(data, { recursive: true, force: true }))

/** Tells a leaky service something, and gives back how to close it. */
async function told(leak: Leak, path: string, body: unknown, more: Environment = {}): Promise<() => Promise<void>> {
  const settings = readConfig({ KOMPASS_DATA: await mkdtemp(join(data, 'service-')), ...more })
  if (!settings.ok) throw new Error(settings.problems.join())
  const started = await underWitness({ ...settings.config, logLevel: 'debug' }, config => startLeaky(config, leak))
  if (!started.ok) throw new Error(started.problems.join())
  const { address, close } = started.service
  const response = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`the leak failed: ${response.status}`)
  return close
}

type Environment = Readonly<Record<string, string>>

async function failureOf(close: () => Promise<void>): Promise<string> {
  const failure: unknown = await close().then(
    () => undefined,
    error => error,
  )
  if (!(failure instanceof Error)) throw new Error('nothing was caught')
  return failure.message
}

describe('the witness catches', () => {
  // Two of the leaks would be seen by whoever runs the tests.
  beforeAll(() => {
    jest.spyOn(console, 'error').mockReturnValue()
    jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  })
  afterAll(() => void jest.restoreAllMocks())

  test.each(LEAKS)('$why', async ({ leak, in: place, body = { kind: 'text', text: TEXT }, path = '/api/chat' }) => {
    const report = await failureOf(await told(leak, path, body))
    expect(report).toMatch(place)
    expect(report).not.toMatch(/krüger|de02|wohngeld/i)
  })

  test.each(STORED)('in PostgreSQL, too: $why', async ({ leak, in: place }) => {
    const url = await postgres().createDatabase()
    const report = await failureOf(await told(leak, '/api/chat', { text: TEXT }, { DATABASE_URL: url }))
    expect(report).toMatch(place)
  })

  test('what a model answered, put together from its pieces', async () => {
    const model = await modelServer(says('Guten T', 'ag Frau Rosa', 'lind Abendschein, gern.'))
    const leak: Leak = async (body, { log }) => {
      await (await fetch(`${model.endpoint.url}/chat/completions`, { method: 'POST', body })).text()
      log.info('the model said: Guten Tag Frau Rosalind Abendschein, gern.')
    }
    const report = await failureOf(await told(leak, '/api/generate', { material: 'Gruß' }))
    await model.close()
    expect(report).toMatch(/^log: 1 texts/m)
  })
})

describe('the whole service, whatever it is told and however that fails', () => {
  let model: ModelServer
  const token = tokenFrom(randomBytes(TOKEN_BYTES))
  beforeAll(async () => {
    // Models like to quote what they stumbled over.
    model = await modelServer((response, request) => replies(500, request.body)(response, request))
  })
  afterAll(() => model.close())

  test('at every door, with every kind of body, and where a model fails: nothing is left', async () => {
    const settings = readConfig({
      KOMPASS_DATA: await mkdtemp(join(data, 'service-')),
      KOMPASS_PORT: String(await freePort()),
      KOMPASS_MODEL_KEY_MUCGPT: 'key-of-the-test',
      KOMPASS_MODEL_URL_MUCGPT: model.endpoint.url,
    })
    if (!settings.ok) throw new Error(settings.problems.join())
    const { config } = settings
    const started = await startWitnessed(config, undefined)
    if (!started.ok) throw new Error(started.problems.join())
    const { address, close } = started.service
    await admit(token, config.data)
    const statuses = new Map<string, readonly number[]>()
    for (const path of POSTED) {
      const of = (body: BodyInit): Promise<number> => statusOf(`${address}${path}`, body, token)
      const bodies = path === '/api/messages' ? [...BODIES, ...ACTIVITIES] : BODIES
      statuses.set(path, await Promise.all(bodies.map(of)))
    }
    for (const path of READ) await statusOf(`${address}${path}`, undefined, token)
    await close()
    expect(statuses.get('/api/check')).toContain(200)
    expect(statuses.get('/api/chat')).toContain(200)
    expect(model.received.length).toBeGreaterThan(0)
  }, 60_000)
})

describe('a service in a process of its own', () => {
  let storage: { readonly data: string; readonly databaseUrl: undefined }
  beforeEach(async () => {
    storage = { data: await mkdtemp(join(data, 'process-')), databaseUrl: undefined }
  })

  /** Runs what Node is given under the witness until it says something. */
  async function running(witness: ProcessWitness, script: readonly string[], settings: Environment) {
    const child = spawn(process.execPath, [...witness.nodeOptions, ...script], {
      env: { PATH: process.env.PATH, ...settings, ...witness.environment() },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    witness.watch(child)
    const ended = once(child, 'exit')
    await Promise.race([once(child.stdout, 'data'), ended])
    return async (signal: NodeJS.Signals): Promise<void> => {
      child.kill(signal)
      await ended
    }
  }

  test.each(['SIGTERM', 'SIGKILL'] as const)('leaves nothing, ended by %s', async signal => {
    const packs = await packsFolder('neustadt', {
      'pack.yaml': 'id: neustadt\nname: Neustadt\nextends: basis\nversion: 1\nstand: 2026-11-23\n',
    })
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const witness = await witnessProcesses(storage)
    const end = await running(witness, [join(packageRoot(), 'bot/main.ts')], {
      KOMPASS_PACK: packs.path('neustadt'),
      KOMPASS_DATA: storage.data,
      KOMPASS_PORT: String(port),
    })
    const statuses = await Promise.all(BODIES.map(body => statusOf(`${address}/api/chat`, body, 'nobodys-token')))
    await witness.visit(address)
    await end(signal)
    await packs.remove()
    await witness.look()
    expect(statuses).toContain(200)
  })

  test('is caught by what it says to its output, also when it is killed', async () => {
    await (await opening(storageTarget({ KOMPASS_DATA: storage.data }))).close()
    const port = await freePort()
    const script = `import { createServer } from 'node:http'
      createServer((request, response) => {
        request.on('data', body => console.error(String(body).slice(30, 80)))
        request.on('end', () => response.end())
      }).listen(${port}, '127.0.0.1', () => console.log('listening'))`
    const witness = await witnessProcesses(storage)
    const end = await running(witness, ['--input-type=module', '--eval', script], {})
    await statusOf(`http://127.0.0.1:${port}/api/chat`, JSON.stringify({ text: TEXT }), 'nobodys-token')
    await end('SIGKILL')
    expect(await failureOf(witness.look)).toMatch(/^stderr: 0 texts, \d+ pieces/m)
  })
})

describe('every service of the suite', () => {
  test('runs under the witness: nothing in this folder starts one by another way', async () => {
    expect(await waysPast(SUITE)).toEqual([])
  })

  test.each([
    { why: 'startService itself', text: "import { startService } from '../../bot/wiring.js'" },
    { why: 'with its types', text: "import { type Service, startService } from '../../bot/wiring.js'" },
    { why: 'under another name', text: "import * as wiring from '../../bot/wiring.js'" },
    { why: 'later', text: "const { startService } = await import('../../bot/wiring.js')" },
    { why: 'the server alone', text: "import { createServer } from '../../bot/server.js'" },
    { why: 'a host of single routes', text: 'const host = await hostBot(services)' },
    { why: 'replicas nobody listens to', text: 'await startReplica(microsoft, folder, url)' },
    { why: 'a process of the production', text: "spawn('node', ['dist/bot/main.js'])" },
  ])('another way would be noticed: $why', ({ text }) => {
    expect(startsService(text)).toBe(true)
  })

  test('types of a service start none', () => {
    expect(startsService("import type { Service } from '../../bot/wiring.js'")).toBe(false)
  })
})

describe('the witness lets pass', () => {
  test.each(INNOCENT)('$why', async ({ leak, body, path = '/api/chat' }) => {
    const close = await told(leak, path, body)
    await expect(close()).resolves.toBeUndefined()
  })
})
