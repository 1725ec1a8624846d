import { randomBytes } from 'node:crypto'
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { readConfig } from '../../bot/config.js'
import { digestOf, TOKEN_BYTES, tokenFrom } from '../../bot/generation/tokens/token.js'
import { ACCESS } from '../../bot/identity/access.js'
import { storageTarget } from '../../bot/storage/target.js'
import { type ModelServer, modelServer, replies, says } from '../support/model-server.js'
import { opening } from '../support/opening.js'
import { programToken } from '../support/program-token.js'
import { IBAN, PERSON } from '../support/protected.js'
import { postgresForTests } from '../support/storage.js'
import { forgetAll, inOwnTable, type Leak, remember, startLeaky, traceFile } from '../support/witness/leaky.js'
import { startWitnessed, underWitness } from '../support/witness/service.js'

const TEXT = `${PERSON} bittet, das Wohngeld ab März zu überweisen:\nKonto ${IBAN}, sie ist "sehr" in Sorge.`
const LINE = TEXT.split('\n')[0] ?? ''

type Row = {
  readonly why: string
  readonly leak: Leak
  /** Kinds of places that are named. */
  readonly in: RegExp
  readonly body?: unknown
  readonly path?: string
}

const sent = (body: string): string => JSON.parse(body).text

const LEAKS: readonly Row[] = [
  {
    why: 'a line of the log that quotes the text',
    leak: (body, { log }) => log.info({ text: sent(body) }, 'asked'),
    in: /^log: /m,
  },
  {
    why: 'a line at the lowest level a service can be set to',
    leak: (body, { log }) => log.debug(sent(body)),
    in: /^log: /m,
  },
  {
    why: 'a log that says no more than the beginning',
    leak: (_, { log }) => log.warn(LINE.slice(0, 30)),
    in: /^log: 0 texts, 1 pieces/m,
  },
  {
    why: 'a single value, in capitals and without its blanks',
    leak: (_, { log }) => log.warn({ account: IBAN.replaceAll(' ', '').toUpperCase() }, 'odd account'),
    in: /^log: 0 texts, 0 pieces of texts, 1 values/m,
  },
  {
    why: 'a request inside a request: JSON within JSON',
    leak: (body, { log }) => log.info({ request: JSON.stringify({ body }) }),
    in: /^log: 1 texts/m,
  },
  {
    why: 'a coded text: base64 with something before it',
    leak: (body, { log }) => log.info(Buffer.from(`x${sent(body)}`).toString('base64')),
    in: /^log: 1 texts/m,
  },
  {
    why: 'base64 for addresses',
    leak: (body, { log }) => log.info(Buffer.from(sent(body)).toString('base64url')),
    in: /^log: 1 texts/m,
  },
  {
    why: 'an address with the text in it',
    leak: (body, { log }) => log.info({ url: `/search?q=${encodeURIComponent(sent(body))}` }),
    in: /^log: 1 texts/m,
  },
  {
    why: 'an error whose message quotes what it stumbled over',
    leak: body => console.error(new Error(`cannot read ${sent(body)}`)),
    in: /^console: 1 texts/m,
  },
  {
    why: 'a word straight to the output',
    leak: body => void process.stderr.write(`${sent(body).split('\n')[1]}\n`),
    in: /^stderr: 0 texts/m,
  },
  {
    why: 'a label of a figure',
    leak: (body, { count }) => count(sent(body)),
    in: /^metrics: 1 texts/m,
  },
  {
    why: 'a column, in a value that no other part of the service would show',
    leak: (body, places) => remember(JSON.stringify([sent(body)]), places),
    in: /^table memory, column topics: 1 texts/m,
  },
  {
    why: 'a table nobody knows of',
    leak: (body, places) => inOwnTable(sent(body), places),
    in: /^table notes, column note: 1 texts/m,
  },
  {
    why: 'a row that was deleted, but not from the pages of the file',
    leak: async (body, places) => {
      await remember(sent(body), places)
      await forgetAll(places)
    },
    in: /^file kompass\.db(?:-wal)? .*: 1 texts/m,
  },
  {
    why: 'a file beside the database',
    leak: (body, places) => appendFile(traceFile(places), sent(body)),
    in: /^file trace\.txt while it ran: 1 texts[\s\S]*^file trace\.txt afterwards: 1 texts/m,
  },
  {
    why: 'a body that is no JSON: whoever sends it still wrote something',
    body: `{"text": "${LINE}`,
    leak: (body, { log }) => log.error(`Unexpected end of JSON input: ${body}`),
    in: /^log: 1 texts/m,
  },
  {
    why: 'the name of a field, for that can be a text, too',
    body: { [LINE]: 1 },
    leak: (body, { log }) => log.warn(`unknown field ${Object.keys(JSON.parse(body))[0]}`),
    in: /^log: 1 texts/m,
  },
  {
    why: 'what stands in the address, where a body is expected',
    body: {},
    path: `/api/chat?frage=${encodeURIComponent(LINE)}`,
    leak: (_, { log }) => log.warn(LINE),
    in: /^log: 1 texts/m,
  },
  {
    why: 'arguments of a tool, deep in a conversation of a program',
    body: {
      messages: [{ role: 'assistant', tool_calls: [{ function: { arguments: JSON.stringify({ an: LINE }) } }] }],
    },
    path: '/v1/chat/completions',
    leak: (_, { log }) => log.info({ an: LINE }),
    in: /^log: /m,
  },
  {
    why: 'a message from Teams, quoted with its mention',
    body: { type: 'message', from: { id: 'x' }, text: `<at>Kompass</at> ${LINE}` },
    path: '/api/messages',
    leak: (_, { log }) => log.info(LINE),
    in: /^log: /m,
  },
]

const STORED: readonly Row[] = [
  {
    why: 'a column',
    leak: (body, places) => remember(sent(body), places),
    in: /^table memory, column topics: 1 texts/m,
  },
  {
    why: 'a row that was deleted, but not from the pages of the file and the write-ahead log',
    leak: async (body, places) => {
      await remember(sent(body), places)
      await forgetAll(places)
    },
    in: /^file \d+ of PostgreSQL: 1 texts[\s\S]*^file \w+ of PostgreSQL: 1 texts/m,
  },
]

const INNOCENT: readonly (Omit<Row, 'in'> & { readonly body: unknown })[] = [
  {
    why: 'ids of rules and tools are published, and counted',
    body: { kind: 'button', verb: 'feedback', data: { rule: 'besondere-kategorien', tool: 'chatgpt' } },
    leak: (_, { log, count }) => {
      log.info({ rule: 'besondere-kategorien', verb: 'feedback' })
      count('chatgpt')
    },
  },
  {
    why: 'the end of a pause is a day, and stored as one',
    body: { until: '2026-12-24' },
    leak: (_, places) => remember('2026-12-24', places),
  },
  {
    why: 'where somebody can be reached is stored, so that the bot can write to them',
    path: '/api/messages',
    body: { type: 'message', text: 'hilfe', conversation: { id: 'a:1lengthy-id-of-a-chat' }, serviceUrl: 'https://x' },
    leak: (_, places) => remember('a:1lengthy-id-of-a-chat', places),
  },
  {
    why: 'a service that writes something else',
    body: { text: TEXT },
    leak: async (_, places) => {
      places.log.info({ event: 'message', length: TEXT.length }, 'turn')
      await remember('["anonymisieren"]', places)
    },
  },
]

const postgres = postgresForTests()
/** Every door that takes a body, but for the one that keeps what it is given. */
const POSTED = Object.keys(ACCESS).flatMap(door =>
  door.startsWith('POST ') && door !== 'POST /api/proofs' ? [door.slice('POST '.length)] : [],
)
const READ = [
  '/api/%s',
  '/v1/models/%s',
  '/api/proof/%s.pdf',
  '/api/learning/modules/%s',
  '/api/sign-in?kommune=%s',
  '/%s',
].map(path => path.replace('%s', encodeURIComponent(LINE)))

const activity = (change: object): string =>
  JSON.stringify({
    ...{ type: 'message', id: '1', channelId: 'msteams', serviceUrl: 'http://127.0.0.1:9' },
    ...{ from: { id: '29:1' }, recipient: { id: '28:1' }, conversation: { id: 'a', conversationType: 'personal' } },
    ...change,
  })

/** Each goes to each door: what one of them understands, all the others have to refuse. */
const BODIES: readonly string[] = [
  '',
  LINE,
  `{"text": "${LINE}`,
  JSON.stringify(LINE),
  JSON.stringify({ [LINE]: LINE }),
  JSON.stringify({ text: TEXT, tool: 'chatgpt' }),
  JSON.stringify({ text: TEXT, tool: LINE }),
  JSON.stringify({ kind: 'text', text: TEXT }),
  JSON.stringify({ kind: 'text', text: `prüfe ${TEXT}` }),
  JSON.stringify({ kind: 'text', text: `${TEXT} `.repeat(1500) }),
  JSON.stringify({ kind: 'button', verb: 'compose', data: { prompt: 'einladung', wish: TEXT } }),
  JSON.stringify({ kind: 'button', verb: LINE, data: LINE }),
  JSON.stringify({ kind: 'round', module: LINE }),
  JSON.stringify({ session: LINE, inputs: { a: LINE } }),
  JSON.stringify({ until: LINE }),
  JSON.stringify({ kind: 'name', rule: LINE }),
  JSON.stringify({
    tool: 'mucgpt',
    purpose: 'entwerfen',
    material: TEXT,
    wish: LINE,
    answers: { a: LINE },
    declared: 'D1',
  }),
  JSON.stringify({ model: 'mucgpt', messages: [{ role: 'user', content: TEXT }] }),
  JSON.stringify({ model: 'mucgpt', messages: [{ role: 'user', content: LINE }], stream: true, user: LINE }),
  JSON.stringify({ model: LINE, messages: [{ role: LINE, content: LINE }], metadata: { note: LINE } }),
]

/** Only to its own door: elsewhere the ids in it would be texts. */
const ACTIVITIES: readonly string[] = [
  activity({ text: TEXT }),
  activity({ text: `entwurf ${LINE}` }),
  activity({ type: 'invoke', name: LINE, value: { text: TEXT } }),
  activity({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: LINE, data: { text: TEXT } } } }),
  activity({ attachments: [{ contentType: 'text/html', content: `<p>${LINE}</p>` }] }),
]

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
    console.log(JSON.stringify([...statuses]))
    expect(statuses.get('/api/check')).toContain(200)
    expect(statuses.get('/api/chat')).toContain(200)
    expect(statuses.get('/v1/chat/completions')).toContain(502)
    expect(model.received.length).toBeGreaterThan(0)
  }, 60_000)
})

describe('the witness lets pass', () => {
  test.each(INNOCENT)('$why', async ({ leak, body, path = '/api/chat' }) => {
    const close = await told(leak, path, body)
    await expect(close()).resolves.toBeUndefined()
  })
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(done => probe.listen(0, '127.0.0.1', done))
  const address = probe.address()
  await new Promise(done => probe.close(done))
  return typeof address === 'object' && address ? address.port : 0
}
