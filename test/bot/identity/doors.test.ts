import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { ACCESS, type Door, mayUse } from '../../../bot/identity/access.js'
import { createDoorkeeper } from '../../../bot/identity/doorkeeper.js'
import { entraAt } from '../../../bot/identity/entra.js'
import { createSignInCheck } from '../../../bot/identity/sign-in-check.js'
import { createServer } from '../../../bot/server.js'
import { ROLES, type Role } from '../../../policies/tools/principal.js'
import { type Host, listen } from '../../support/bot-host.js'
import { musterstadt } from '../../support/musterstadt.js'
import { servicesFor } from '../../support/scenes.js'
import { municipalityOf, serverDeps } from '../../support/server-deps.js'
import {
  APP_A,
  APP_B,
  entraClaims,
  entraSignIn,
  type Key,
  type KeyServer,
  keyServer,
  newKey,
  secondsOf,
  signed,
  signedWithPublicKey,
  TENANT_A,
  TENANT_B,
  unsigned,
} from '../../support/sign-in-tokens.js'
import { smallPack } from '../../support/small-pack.js'

const NOW = new Date('2026-11-25T12:00:00Z')
const KEY = await newKey('key-1')
const FOREIGN = await newKey('key-1')

let keys: KeyServer
let service: Host
const logged: string[] = []

/** The real routes of two municipalities, and the real check of tokens in front of them. */
beforeAll(async () => {
  keys = await keyServer([KEY])
  const big = servicesFor(await musterstadt())
  const small = servicesFor(smallPack())
  const municipalities = [
    { id: big.pack().manifest.id, signIn: entraSignIn(TENANT_A, APP_A) },
    { id: small.pack().manifest.id, signIn: entraSignIn(TENANT_B, APP_B) },
  ]
  const check = createSignInCheck({ municipalities, fetch, now: () => NOW, entra: entraAt(keys.address) })
  const doorkeeper = createDoorkeeper(check)
  const log = pino({ level: 'trace' }, { write: line => void logged.push(line) })
  const given = {
    services: big,
    log,
    whoAsks: doorkeeper.whoAsks,
    endpoint: async (_: unknown, response: { status: (code: number) => { end: () => void } }) =>
      response.status(400).end(),
  }
  const deps = await serverDeps(given, { tab: '', pane: { folder: '', officeJs: undefined }, chat: undefined })
  const { municipality: second } = await municipalityOf({ ...given, services: small })
  const [first] = deps.municipalities
  service = await listen(createServer({ ...deps, municipalities: [first, second], doorkeeper }))
})
afterAll(() => Promise.all([service.close(), keys.close()]))

const DOORS = Object.keys(ACCESS).filter((door): door is Door => /^[A-Z]+ \//.test(door))
const guarded = DOORS.filter(door => Array.isArray(ACCESS[door]))
const programs = DOORS.filter(door => ACCESS[door] === 'program')
/** The chat service comes in by tokens of its own (test/bot/teams/sdk). */
const open = DOORS.filter(door => ACCESS[door] === 'open' && door !== 'POST /api/messages')

/** Goes through a door with nothing in hands but a token. */
function enter(door: Door, token: string | undefined): Promise<Response> {
  const [method = '', path = ''] = door.split(' ')
  const real = path
    .replaceAll(/\{\/\*\w+\}|\{\*\w+\}/g, '/x')
    .replaceAll(/:\w+/g, 'x')
    .replaceAll('//', '/')
  return fetch(`${service.address}${real}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
    },
    ...(method === 'POST' ? { body: '{}' } : {}),
  })
}

const staffOf = (key: Key, claims: Record<string, unknown> = {}): Promise<string> =>
  signed(entraClaims(NOW, claims), key)

/** Roles in every one of them, so that nothing but the token itself can be the reason. */
const roles = [...ROLES]
const LETS_NOBODY_IN = [
  { why: 'no token', token: async () => undefined },
  { why: 'garbage', token: async () => 'a.b.c' },
  { why: 'forged with another key', token: () => staffOf(FOREIGN, { roles }) },
  { why: 'not signed', token: async () => unsigned(entraClaims(NOW, { roles }), 'key-1') },
  { why: 'signed with the public key', token: () => signedWithPublicKey(entraClaims(NOW, { roles }), KEY) },
  { why: 'expired', token: () => staffOf(KEY, { roles, exp: secondsOf(NOW) - 300 }) },
  {
    why: 'of a foreign tenant',
    token: () =>
      staffOf(KEY, {
        roles,
        tid: 'eeeeeeee-0000-4000-8000-0000000000ee',
        iss: 'https://login.microsoftonline.com/eeeeeeee-0000-4000-8000-0000000000ee/v2.0',
      }),
  },
  { why: 'for another application', token: () => staffOf(KEY, { roles, aud: 'ffffffff-0000-4000-8000-0000000000ff' }) },
  { why: 'of A, for the application of B', token: () => staffOf(KEY, { roles, aud: APP_B }) },
  { why: 'of a program, with every role', token: () => staffOf(KEY, { roles, scp: undefined, idtyp: 'app' }) },
]

describe.each(LETS_NOBODY_IN)('$why', ({ token }) => {
  test.each(guarded)('does not open %s', async door => {
    const response = await enter(door, await token())
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ problem: 'Bitte melden Sie sich an. Danach geht es hier weiter.' })
  })
})

describe('a token of a person is no key for programs', () => {
  test.each(programs)('%s', async door => {
    expect((await enter(door, await staffOf(KEY, { roles }))).status).toBe(401)
  })
})

describe('what is open asks nobody who they are', () => {
  const refusing = [401, 403]
  test.each(open)('%s', async door => {
    expect(refusing).not.toContain((await enter(door, undefined)).status)
    expect(refusing).not.toContain((await enter(door, 'a.b.c')).status)
  })
})

describe.each(ROLES)('the role %s, proven by a token', role => {
  const holder = (): Promise<string> => staffOf(KEY, { roles: [role] })
  const who = { kind: 'person', id: 'x', municipality: 'x', roles: ['beschaeftigt', role] as Role[] } as const
  test.each(guarded.map(door => ({ door, may: mayUse(door, who) })))('$door: $may', async ({ door, may }) => {
    const { status } = await enter(door, await holder())
    if (may) expect([401, 403, 503]).not.toContain(status)
    else expect(status).toBe(403)
  })
})

describe('municipalities stay apart', () => {
  const pack = async (token: string) => (await enter('GET /api/pack', token)).json()

  test('a token of A opens A, one of B opens B', async () => {
    const b = { iss: `https://login.microsoftonline.com/${TENANT_B}/v2.0`, tid: TENANT_B, aud: APP_B }
    expect(await pack(await staffOf(KEY))).toMatchObject({ municipality: 'Musterstadt' })
    expect(await pack(await staffOf(KEY, b))).toMatchObject({ municipality: 'Kleinhausen' })
  })
})

test('a provider that is away is told apart from a refusal, in words', async () => {
  const check = createSignInCheck({
    municipalities: [{ id: 'x', signIn: entraSignIn(TENANT_A, APP_A) }],
    fetch: () => Promise.reject(new TypeError('fetch failed')),
    now: () => NOW,
  })
  const services = servicesFor(smallPack())
  const doorkeeper = createDoorkeeper(check)
  const deps = await serverDeps(
    { services, log: pino({ level: 'silent' }), whoAsks: doorkeeper.whoAsks, endpoint: async () => undefined },
    { tab: '', pane: { folder: '', officeJs: undefined }, chat: undefined },
  )
  const host = await listen(createServer({ ...deps, doorkeeper }))
  const response = await fetch(`${host.address}/api/pack`, {
    headers: { authorization: `Bearer ${await staffOf(KEY)}` },
  })
  await host.close()
  expect(response.status).toBe(503)
  expect(await response.json()).toEqual({ problem: expect.stringContaining('Bitte versuchen Sie es') })
})

test('nothing of any token stands in the log', async () => {
  const tokens = await Promise.all(LETS_NOBODY_IN.map(({ token }) => token()))
  for (const token of [...tokens, await staffOf(KEY, { roles })]) {
    await enter('GET /api/pack', token)
    for (const part of (token ?? '').split('.').filter(word => word.length > 20))
      expect(logged.join()).not.toContain(part)
  }
  expect(logged.join()).not.toMatch(/Ayla|Bearer|eyJ/)
})
