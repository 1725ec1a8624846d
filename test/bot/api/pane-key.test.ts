import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { PaneKey } from '../../../policies/contract.js'
import type { Principal } from '../../../policies/tools/principal.js'
import { type BotHost, hostBot } from '../../support/bot-host.js'
import { musterstadt } from '../../support/musterstadt.js'
import { servicesFor } from '../../support/scenes.js'

const PACK = await musterstadt()
const person = (id: string): Principal => ({ kind: 'person', id, municipality: 'musterstadt', roles: ['beschaeftigt'] })

const services = servicesFor(PACK)
let host: BotHost
let asker: Principal | undefined
beforeAll(async () => {
  host = await hostBot(services, { whoAsks: async () => asker })
})
afterAll(() => host.close())

async function keyOf(who: Principal): Promise<string> {
  asker = who
  const response = await fetch(`${host.address}/api/pane-key`)
  expect(response.headers.get('cache-control')).toBe('no-store')
  return PaneKey.parse(await response.json()).key
}

test('one person always gets the same key, another person another, and it is no pseudonym', async () => {
  const key = await keyOf(person('anna'))
  expect(await keyOf(person('anna'))).toBe(key)
  expect(await keyOf(person('bernd'))).not.toBe(key)
  expect(key).not.toBe(services.learning.pseudonymOf('anna'))
})

test('nobody known gets none', async () => {
  asker = undefined
  expect((await fetch(`${host.address}/api/pane-key`)).status).toBe(403)
})
