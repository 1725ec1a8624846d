import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type BotHost, hostBot } from '../../support/bot-host.js'
import { servicesFor } from '../../support/scenes.js'
import { smallPack } from '../../support/small-pack.js'

let host: BotHost
beforeAll(async () => {
  host = await hostBot(servicesFor(smallPack()))
})
afterAll(() => host.close())

test.each([16, 32, 64, 80])(
  'the icon of %i pixels is there for Office, wherever it runs, and without a word on caching',
  async size => {
    const { status, headers } = await fetch(`${host.address}/manifest/icons/icon-${size}.png`)
    expect([status, headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(headers.get('cache-control')).toBeNull()
  },
)

test.each(['icon-17.png', 'icon-16.svg', '..%2fmusterstadt.yaml', '%2e%2e'])('%s is none', async name => {
  expect((await fetch(`${host.address}/manifest/icons/${name}`)).status).toBe(404)
})
