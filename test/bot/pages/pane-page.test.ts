import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type BotHost, hostBot } from '../../support/bot-host.js'
import { servicesFor } from '../../support/scenes.js'
import { smallPack } from '../../support/small-pack.js'

const OWN = 'https://office.musterstadt.example:8443/lib/office.js'
let pane: string
let host: BotHost
let withOwn: BotHost

beforeAll(async () => {
  pane = await mkdtemp(join(tmpdir(), 'ki-kompass-pane-'))
  await writeFile(join(pane, 'index.html'), '<!doctype html><title>KI-Kompass</title>')
  host = await hostBot(servicesFor(smallPack()), { pane })
  withOwn = await hostBot(servicesFor(smallPack()), { pane, officeJs: OWN })
})
afterAll(async () => {
  await host.close()
  await withOwn.close()
  await rm(pane, { recursive: true })
})

const policyOf = async ({ address }: BotHost): Promise<string[]> =>
  ((await fetch(`${address}/pane/`)).headers.get('content-security-policy') ?? '').split('; ')

describe('the pane', () => {
  test('loads Office.js from Microsoft and talks to nobody else', async () => {
    const policy = await policyOf(host)
    expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com")
    expect(policy).toContain("connect-src 'self' https://appsforoffice.microsoft.com")
    expect(policy).toContain('frame-src https://appsforoffice.microsoft.com')
    expect(policy).toContain("default-src 'none'")
    expect(policy.join()).not.toMatch(/\*(?!\.)|https:[ ;,]|unsafe-eval/)
  })

  test('with an address of the house Microsoft is not asked at all', async () => {
    const policy = await policyOf(withOwn)
    expect(policy).toContain("script-src 'self' https://office.musterstadt.example:8443")
    expect(policy.find(part => part.startsWith('connect-src'))).not.toContain('appsforoffice')
    expect(await (await fetch(`${withOwn.address}/pane/settings.json`)).json()).toEqual({ officeJs: OWN })
  })

  test('without one there is nothing to tell', async () => {
    expect(await (await fetch(`${host.address}/pane/settings.json`)).json()).toEqual({})
  })

  test('Word on the web may frame it', async () => {
    const framed = (await policyOf(host)).find(part => part.startsWith('frame-ancestors')) ?? ''
    expect(framed).toContain('https://*.officeapps.live.com')
    expect((await fetch(`${host.address}/pane/`)).headers.get('x-frame-options')).toBeNull()
  })

  test('without the slash leads there, or its parts would not be found', async () => {
    const { status, headers } = await fetch(`${host.address}/pane`, { redirect: 'manual' })
    expect(status).toBe(301)
    expect(new URL(headers.get('location') ?? '', `${host.address}/pane`).pathname).toBe('/pane/')
  })

  test('is linked from the start page', async () => {
    expect(await (await fetch(`${host.address}/`)).text()).toContain('href="pane/"')
  })
})
