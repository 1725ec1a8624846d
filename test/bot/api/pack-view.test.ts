import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { packView } from '../../../bot/api/pack-view.js'
import { ApiProblem, PackView } from '../../../policies/contract.js'
import { engineOf } from '../../../policies/protect/index.js'
import { type BotHost, hostBot } from '../../support/bot-host.js'
import { DAY, musterstadt, NOW } from '../../support/musterstadt.js'
import { IBAN, PERSON } from '../../support/protected.js'
import { servicesFor } from '../../support/scenes.js'
import { byId } from '../../support/small-pack.js'

const PACK = await musterstadt()
const pack = jest.fn(() => PACK)
let now = NOW
let host: BotHost

beforeEach(async () => {
  now = NOW
  host = await hostBot(servicesFor(PACK, { pack, now: () => now }))
})
afterEach(() => host.close())

const get = (headers: Readonly<Record<string, string>> = {}) => fetch(`${host.address}/api/pack`, { headers })

describe('what the page needs of a pack', () => {
  test('keeps to the contract, and the engine made of it finds the same', async () => {
    const view = PackView.parse(await (await get()).json())
    expect(view).toMatchObject({ municipality: 'Musterstadt', example: true, pseudonymisedInto: ['W2', 'W3'] })
    const text = `${PERSON} zahlt auf ${IBAN}.`
    expect(engineOf(view).check(text)).toEqual(engineOf(PACK).check(text))
    for (const { rule } of view.protect.kinds) {
      const { short, shortEn } = byId(view.rules, rule)
      expect([short, shortEn]).not.toContain('')
      expect(shortEn).not.toBe(short)
    }
  })

  test.each([
    { why: 'approved', on: DAY, is: { class: 'W3', approved: true } },
    { why: 'no longer approved: worth nothing', on: '2027-07-01', is: { class: 'W0', approved: false } },
  ])('a tool $why', ({ on, is }) => {
    expect(byId(packView(PACK, on).tools, 'mucgpt')).toMatchObject(is)
  })

  test('holds no names or numbers of people who help, apart from what the municipality itself lists as published', async () => {
    const { protect, ...rest } = PackView.parse(await (await get()).json())
    const { 'allow.txt': published, ...lists } = protect.lists
    expect(published).toMatch(/musterstadt/)
    expect(JSON.stringify({ ...rest, ...protect, lists })).not.toMatch(/66969|@musterstadt/)
  })
})

describe('is sent once', () => {
  test('then its tag is enough', async () => {
    const first = await get()
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]{40,}"$/)
    expect(first.headers.get('cache-control')).toMatch(/^private/)
    const again = await get({ 'if-none-match': tag })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect((await get({ 'if-none-match': `"other", W/${tag}` })).status).toBe(304)
    expect((await get({ 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('until an approval ends', async () => {
    const tag = (await get()).headers.get('etag') ?? ''
    now = new Date('2027-07-01T09:00:00Z')
    expect((await get({ 'if-none-match': tag })).status).toBe(200)
  })

  test('or another pack is taken', async () => {
    const tag = (await get()).headers.get('etag') ?? ''
    pack.mockImplementation(() => ({ ...PACK, manifest: { ...PACK.manifest, version: 2 } }))
    expect((await get({ 'if-none-match': tag })).status).toBe(200)
    pack.mockImplementation(() => PACK)
  })
})

test('nobody known gets nothing', async () => {
  const other = await hostBot(servicesFor(PACK, { principalOf: async () => undefined }))
  const response = await fetch(`${other.address}/api/pack`)
  await other.close()
  expect(response.status).toBe(403)
  expect(ApiProblem.parse(await response.json()).problem).toMatch(/KI-Team/)
})
