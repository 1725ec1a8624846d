import { randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { createTokenDesk } from '../../../../bot/generation/tokens/desk.js'
import { digestOf, isSameDigest, isTokenShaped, tokenFrom } from '../../../../bot/generation/tokens/token.js'
import type { Storage } from '../../../../bot/storage/open.js'
import type { ProgramToken, Store } from '../../../../bot/storage/store.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { programToken } from '../../../support/program-token.js'
import { onBothEngines } from '../../../support/storage.js'

const PACK = await musterstadt()
const KEY = tokenFrom(Buffer.alloc(32, 1))

test('a token is kk_ and 32 bytes, and none is like another', () => {
  expect(KEY).toMatch(/^kk_[A-Za-z0-9_-]{43}$/)
  expect(isTokenShaped(KEY)).toBe(true)
  expect(tokenFrom(randomBytes(32))).not.toBe(tokenFrom(randomBytes(32)))
  expect(digestOf(KEY)).toMatch(/^[0-9a-f]{64}$/)
})

test.each([
  { why: 'the same', other: digestOf(KEY), same: true },
  { why: 'another', other: digestOf(`${KEY}x`), same: false },
  { why: 'a shorter one', other: digestOf(KEY).slice(0, -2), same: false },
  { why: 'nothing', other: '', same: false },
])('digests: $why', ({ other, same }) => {
  expect(isSameDigest(digestOf(KEY), other)).toBe(same)
})

onBothEngines(({ open }) => {
  let opened: Promise<Storage> | undefined
  let municipalities = 0
  let at = '2026-11-23T12:00:00Z'
  const storeWith = async (own: Partial<ProgramToken>): Promise<Store> => {
    opened ??= open()
    const store = (await opened).forMunicipality(`m${++municipalities}`)
    await store.tokens.add(programToken({ digest: digestOf(KEY), ...own }))
    return store
  }
  const deskOn = (store: Store) => createTokenDesk({ store, pack: () => PACK, now: () => new Date(at) })

  test('the token fixes everything about its program', async () => {
    at = '2026-11-23T12:00:00Z'
    const store = await storeWith({ procedure: 'beschwerden-und-hinweise', declared: 'D2', onFound: 'block' })
    expect(await deskOn(store).principalOf(KEY)).toEqual({
      kind: 'program',
      program: {
        kind: 'program',
        id: 'open-webui',
        municipality: 'musterstadt',
        tools: ['mucgpt'],
        purposes: ['entwerfen', 'zusammenfassen'],
        procedure: 'beschwerden-und-hinweise',
        declared: 'D2',
        answersFor: 'Amt 11, Frau X',
      },
      onFound: 'block',
    })
  })

  test.each([
    { why: 'nothing', bearer: '' },
    { why: 'another token', bearer: tokenFrom(Buffer.alloc(32, 2)) },
    { why: 'the digest itself, as a stolen database holds it', bearer: digestOf(KEY) },
    { why: 'the token without its beginning', bearer: KEY.slice(3) },
    { why: 'the token in other letters', bearer: KEY.toUpperCase() },
    { why: 'the token and more', bearer: `${KEY}\n` },
    { why: 'a million characters', bearer: 'kk_'.padEnd(1_000_000, 'a') },
  ])('$why is unknown', async ({ bearer }) => {
    expect(await deskOn(await storeWith({})).principalOf(bearer)).toEqual({ kind: 'unknown' })
  })

  test.each([
    {
      why: 'on its last day in Germany',
      moment: '2026-11-23T22:59:00Z',
      own: { until: '2026-11-23' },
      kind: 'program',
    },
    { why: 'a minute later', moment: '2026-11-23T23:00:00Z', own: { until: '2026-11-23' }, kind: 'expired' },
    { why: 'revoked', moment: '2026-11-23T12:00:00Z', own: { revoked: '2026-11-23' }, kind: 'revoked' },
    {
      why: 'revoked and over',
      moment: '2026-11-23T12:00:00Z',
      own: { until: '2026-01-01', revoked: '2026-01-01' },
      kind: 'revoked',
    },
  ])('$why: $kind', async ({ moment, own, kind }) => {
    at = moment
    expect(await deskOn(await storeWith(own))).toBeDefined()
    expect((await deskOn(await storeWith(own)).principalOf(KEY)).kind).toBe(kind)
  })

  test('belongs to one municipality', async () => {
    await storeWith({})
    const other = (await (opened ?? open())).forMunicipality('elsewhere')
    expect(await deskOn(other).principalOf(KEY)).toEqual({ kind: 'unknown' })
  })

  test('a limit holds across replicas, says how long to wait, and lets in again then', async () => {
    at = '2026-11-23T12:00:10Z'
    const store = await storeWith({ perMinute: 5 })
    const [one, other] = [deskOn(store), deskOn(store)]
    const kinds = await Promise.all(
      Array.from({ length: 8 }, async (_, turn) => (await (turn % 2 ? one : other).principalOf(KEY)).kind),
    )
    expect(kinds.filter(kind => kind === 'program')).toHaveLength(5)
    const limited = await one.principalOf(KEY)
    if (limited.kind !== 'limited') throw new Error(limited.kind)
    at = new Date(Date.parse(at) + limited.retryAfter * 1000).toISOString()
    expect((await other.principalOf(KEY)).kind).toBe('program')
  })

  test('what is refused for good is not counted', async () => {
    at = '2026-11-23T12:00:10Z'
    const store = await storeWith({ perMinute: 1 })
    const desk = deskOn(store)
    for (let turn = 0; turn < 5; turn++) await desk.principalOf(tokenFrom(Buffer.alloc(32, 9)))
    expect((await desk.principalOf(KEY)).kind).toBe('program')
  })
})

describe('what is stored', () => {
  test('does not hold the token', () => {
    expect(JSON.stringify(programToken({ digest: digestOf(KEY) }))).not.toContain(KEY.slice(3, 20))
  })
})
