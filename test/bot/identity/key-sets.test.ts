import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { entraAt } from '../../../bot/identity/entra.js'
import { createSignInCheck, type SignInCheck } from '../../../bot/identity/sign-in-check.js'
import {
  APP_A,
  entraClaims,
  entraSignIn,
  type Key,
  type KeyServer,
  keyServer,
  newKey,
  signed,
  TENANT_A,
} from '../../support/sign-in-tokens.js'

const NOW = new Date('2026-11-25T12:00:00Z')
const OLD = await newKey('key-old')
const NEW = await newKey('key-new')

let server: KeyServer

beforeEach(async () => {
  server = await keyServer([OLD])
})
afterEach(() => server.close())

const municipalities = [{ id: 'a-stadt', signIn: entraSignIn(TENANT_A, APP_A) }]
const checkWith = (options: { cooldownMs?: number; fetch?: typeof globalThis.fetch } = {}): SignInCheck =>
  createSignInCheck({ municipalities, fetch, now: () => NOW, entra: entraAt(server.address), ...options })
const token = (key: Key): Promise<string> => signed(entraClaims(NOW), key)

describe('keys change without a restart', () => {
  test('a new key is believed at once, the old one no longer', async () => {
    const check = checkWith({ cooldownMs: 0 })
    const old = await token(OLD)
    expect(await check(old)).toMatchObject({ kind: 'person' })
    await server.publish([NEW])
    expect(await check(await token(NEW))).toMatchObject({ kind: 'person' })
    expect(await check(old)).toEqual({ kind: 'refused', reason: 'unknown-key' })
  })

  test('for a while both are believed, as providers publish both', async () => {
    const check = checkWith({ cooldownMs: 0 })
    expect(await check(await token(OLD))).toMatchObject({ kind: 'person' })
    await server.publish([OLD, NEW])
    expect(await check(await token(NEW))).toMatchObject({ kind: 'person' })
    expect(await check(await token(OLD))).toMatchObject({ kind: 'person' })
  })

  test('made-up keys do not make us ask the provider for each of them', async () => {
    const check = checkWith()
    expect(await check(await token(OLD))).toMatchObject({ kind: 'person' })
    for (let index = 0; index < 20; index++)
      expect(await check(await signed(entraClaims(NOW), { ...NEW, kid: `made-up-${index}` }))).toEqual({
        kind: 'refused',
        reason: 'unknown-key',
      })
    expect(server.asked()).toBe(1)
  })

  test('many at once ask once', async () => {
    const check = checkWith()
    const one = await token(OLD)
    const all = await Promise.all(Array.from({ length: 20 }, () => check(one)))
    expect(all.every(({ kind }) => kind === 'person')).toBe(true)
    expect(server.asked()).toBe(1)
  })
})

describe('a provider that is away is no refusal: it may be asked again', () => {
  test.each([
    { why: 'its server fails', broken: () => server.fail(500) },
    { why: 'its answer is no JSON', broken: () => server.fail(200, '<html>Wartung</html>') },
    { why: 'its answer holds no keys', broken: () => server.fail(200, '{"error":"later"}') },
  ])('$why', async ({ broken }) => {
    const check = checkWith({ cooldownMs: 0 })
    broken()
    const checked = await check(await token(OLD))
    expect(checked).toEqual({
      kind: 'unavailable',
      problem: expect.stringMatching(/Bitte versuchen Sie es in ein paar/),
    })
    server.fail(undefined)
    expect(await check(await token(OLD))).toMatchObject({ kind: 'person' })
  })

  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' })
  test.each([
    { why: 'a key too weak to be believed', key: weak },
    { why: 'a key with half of it missing', key: { ...weak, n: undefined } },
    { why: 'a key that is no number', key: { ...weak, n: '!' } },
  ])('it publishes $why', async ({ key }) => {
    server.fail(200, JSON.stringify({ keys: [{ ...key, kid: OLD.kid, alg: 'RS256', use: 'sig' }] }))
    expect(await checkWith({ cooldownMs: 0 })(await token(OLD))).toMatchObject({ kind: 'unavailable' })
  })

  test('it sends us elsewhere, where a key lies that would fit', async () => {
    const elsewhere = await keyServer([OLD])
    server.fail(302, '', `${elsewhere.address}/keys`)
    expect(await checkWith()(await token(OLD))).toMatchObject({ kind: 'unavailable' })
    expect(elsewhere.asked()).toBe(0)
    await elsewhere.close()
  })

  test('nobody answers there', async () => {
    const check = checkWith({ fetch: () => Promise.reject(new TypeError('fetch failed')) })
    expect(await check(await token(OLD))).toMatchObject({ kind: 'unavailable' })
  })

  test('whoever holds a key already known comes in all the same', async () => {
    const check = checkWith({ cooldownMs: 0 })
    expect(await check(await token(OLD))).toMatchObject({ kind: 'person' })
    server.fail(500)
    expect(await check(await token(OLD))).toMatchObject({ kind: 'person' })
  })
})
