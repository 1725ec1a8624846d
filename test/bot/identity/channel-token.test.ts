import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createChannelKeys } from '../../../bot/identity/channel-keys.js'
import { createTokenCheck, type TokenCheck } from '../../../bot/identity/channel-token.js'
import { NOW } from '../../support/musterstadt.js'
import { BOT_A, minutes, type OpenId, openId } from '../../support/openid.js'

const SERVICE_URL = 'https://smba.trafficmanager.net/de/'
let service: OpenId
beforeAll(async () => {
  service = await openId()
})
afterAll(() => service.close())

/** A check of its own, and the clock it goes by. */
function checking(): { readonly check: TokenCheck; readonly set: (minute: number) => void } {
  let now = NOW
  const keys = createChannelKeys(service.channel, fetch, 0)
  const check = createTokenCheck(keys, { issuer: service.channel.issuer, audience: BOT_A.appId }, () => now)
  return {
    check,
    set: minute => {
      now = new Date(minutes(minute) * 1000)
    },
  }
}
const valid = (): string => service.token({ serviceurl: SERVICE_URL, exp: minutes(10) })

test('a token that was right a moment ago counts until it ends, and not longer', async () => {
  const { check, set } = checking()
  const token = valid()
  const kinds: string[] = []
  for (const minute of [0, 1, 14, 16]) {
    set(minute)
    kinds.push((await check(token)).kind)
  }
  expect(kinds).toEqual(['proven', 'proven', 'proven', 'refused'])
})

test('what was right for one bot says nothing to another', async () => {
  const keys = createChannelKeys(service.channel, fetch, 0)
  const [one, other] = ['a', BOT_A.appId].map(audience =>
    createTokenCheck(keys, { issuer: service.channel.issuer, audience }, () => NOW),
  )
  expect((await other?.(valid()))?.kind).toBe('proven')
  expect((await one?.(valid()))?.kind).toBe('refused')
})

test('a token whose key was withdrawn counts no more, although it was right a moment ago', async () => {
  const { check } = checking()
  const token = valid()
  expect((await check(token)).kind).toBe('proven')
  const next = service.rotate()
  expect((await check(service.token({ serviceurl: SERVICE_URL }, next))).kind).toBe('proven')
  expect((await check(token)).kind).toBe('refused')
})
