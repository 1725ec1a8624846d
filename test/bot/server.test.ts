import { createHash } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Services } from '../../bot/teams/services.js'
import { type BotHost, type HostOptions, hostBot } from '../support/bot-host.js'
import { servicesFor } from '../support/scenes.js'
import { municipalPack, smallPack } from '../support/small-pack.js'

const EXAMPLE = municipalPack({
  'pack.yaml': 'id: neustadt\nname: Neustadt <Süd>\nextends: klein\nexample: true\nversion: 1\nstand: 2026-11-23\n',
})

const started: BotHost[] = []
async function start(services: Services, options?: HostOptions): Promise<BotHost> {
  const host = await hostBot(services, options)
  started.push(host)
  return host
}
afterEach(async () => {
  for (const host of started.splice(0)) await host.close()
})

const get = async (host: BotHost, path: string): Promise<{ status: number; text: string; headers: Headers }> => {
  const response = await fetch(`${host.address}${path}`)
  return { status: response.status, text: await response.text(), headers: response.headers }
}

describe('for those who watch the service', () => {
  test('/healthz says it runs', async () => {
    const { status, text } = await get(await start(servicesFor(smallPack())), '/healthz')
    expect(status).toBe(200)
    expect(JSON.parse(text)).toEqual({ status: 'ok' })
  })

  test('/readyz says with which pack, and how many problems a newer one has', async () => {
    const pack = smallPack()
    const host = await start(servicesFor(pack), { problems: ['rules/x.md:1: Text fehlt', 'rules/y.md:1: Text fehlt'] })
    const { status, text } = await get(host, '/readyz')
    expect(status).toBe(200)
    expect(JSON.parse(text)).toEqual({ status: 'ok', pack: 'klein', rules: pack.rules.length, packProblems: 2 })
  })
})

describe('the start page', () => {
  test('says it is an example, and whose', async () => {
    const { text, headers } = await get(await start(servicesFor(EXAMPLE)), '/')
    expect(headers.get('content-type')).toMatch(/^text\/html/)
    expect(text).toContain('<html lang="de">')
    expect(text).toContain('Beispielkommune Neustadt &lt;Süd&gt;')
    expect(text).not.toContain('<Süd>')
    expect(text).toContain(`Er kennt ${EXAMPLE.rules.length} Regeln`)
  })

  test('of a real municipality does not', async () => {
    const { text } = await get(await start(servicesFor(municipalPack())), '/')
    expect(text).toContain('Regeln von <strong>Neustadt</strong>')
    expect(text).not.toContain('Beispielkommune')
  })

  test('leads to the local chat, or to Teams', async () => {
    const local = await get(await start(servicesFor(EXAMPLE), { chat: 'http://localhost:56150/?a=1&b="' }), '/')
    expect(local.text).toContain('href="http://localhost:56150/?a=1&amp;b=&quot;"')
    const teams = await get(await start(servicesFor(EXAMPLE)), '/')
    expect(teams.text).toContain('Der Chat läuft in Microsoft Teams.')
  })

  test('shows why a changed pack was not taken, as text', async () => {
    const { text } = await get(
      await start(servicesFor(EXAMPLE), { problems: ['rules/x.md:3: „<b>“ ist keine Ampel'] }),
      '/',
    )
    expect(text).toContain('role="alert"')
    expect(text).toContain('rules/x.md:3: „&lt;b&gt;“ ist keine Ampel')
  })

  test('offers the four people only where nobody signs in', async () => {
    const local = await get(await start(servicesFor(EXAMPLE)), '/')
    expect(local.text.match(/type="radio"/g)).toHaveLength(4)
    expect(local.text).toContain('value="sachbearbeiterin" checked')
    const signedIn = await get(await start(servicesFor(EXAMPLE, { local: undefined })), '/')
    expect(signedIn.text).not.toContain('<form')
  })
})

describe('headers', () => {
  let policy: ReadonlyMap<string, string>
  let page: Awaited<ReturnType<typeof get>>

  beforeAll(async () => {
    const host = await hostBot(servicesFor(EXAMPLE))
    page = await get(host, '/')
    await host.close()
    const directives = page.headers.get('content-security-policy')?.split(';') ?? []
    policy = new Map(
      directives
        .map(directive => directive.trim().split(/\s+/))
        .map(([name = '', ...values]) => [name, values.join(' ')]),
    )
  })

  test.each([
    { why: 'nothing is allowed unless named', name: 'default-src', is: "'none'" },
    { why: 'forms go only to us', name: 'form-action', is: "'self'" },
    { why: 'no page frames ours', name: 'frame-ancestors', is: "'none'" },
    { why: 'links cannot be bent', name: 'base-uri', is: "'none'" },
  ])('content security policy: $why', ({ name, is }) => {
    expect(policy.get(name)).toBe(is)
  })

  test('content security policy: the one style of the page, by its hash', () => {
    const style = /<style>(?<style>[\s\S]*?)<\/style>/.exec(page.text)?.groups?.style ?? ''
    expect(policy.get('style-src')).toBe(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  })

  test('content security policy: no script, no font, nothing from elsewhere, as the page promises', () => {
    const widened = [...policy].filter(([, value]) => /https:|data:|unsafe|\*/.test(value))
    expect(widened).toEqual([])
    expect(policy.get('script-src') ?? policy.get('default-src')).toBe("'none'")
  })

  test('content security policy: forms are not bent to https, which this machine does not speak', () => {
    expect([...policy.keys()]).not.toContain('upgrade-insecure-requests')
  })

  test('nobody learns what runs here, and types are not guessed', () => {
    expect(page.headers.get('x-powered-by')).toBeNull()
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('becoming somebody else', () => {
  const become = (host: BotHost, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${host.address}/local/person`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    })

  test('from our own page leads back to it as that person', async () => {
    const services = servicesFor(EXAMPLE)
    const host = await start(services)
    const response = await become(host, 'person=ki-team', { origin: host.address })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/')
    expect(services.local?.current().id).toBe('ki-team')
    expect((await get(host, '/')).text).toContain('value="ki-team" checked')
  })

  test.each([
    { why: 'a form of another site', body: 'person=ki-team', headers: { origin: 'https://boese.example' } },
    { why: 'a page from disk or a sandbox', body: 'person=ki-team', headers: { origin: 'null' } },
    { why: 'our name on another port', body: 'person=ki-team', headers: { origin: 'http://127.0.0.1:1' } },
    { why: 'somebody who does not exist', body: 'person=buergermeisterin', headers: {} },
    { why: 'two at once', body: 'person=ki-team&person=datenschutz', headers: {} },
    { why: 'nobody', body: '', headers: {} },
    { why: 'another kind of form', body: '{"person":"ki-team"}', headers: { 'content-type': 'application/json' } },
  ])('$why changes nothing', async ({ body, headers }) => {
    const services = servicesFor(EXAMPLE)
    const response = await become(await start(services), body, headers)
    expect(response.status).toBe(400)
    expect(await response.text()).toMatch(/Bitte wählen Sie auf der Startseite eine der vier\./)
    expect(services.local?.current().id).toBe('sachbearbeiterin')
  })

  test('is not there at all where people sign in', async () => {
    const response = await become(await start(servicesFor(EXAMPLE, { local: undefined })), 'person=ki-team')
    expect(response.status).toBe(404)
  })
})

test.each(['/gibt-es-nicht', '/api/messages', '/../package.json'])(
  '%s is no page, and says so in German',
  async path => {
    const { status, text } = await get(await start(servicesFor(EXAMPLE)), path)
    expect(status).toBe(404)
    expect(text).toMatch(/^Diese Seite gibt es nicht\./)
  },
)

test('a fault of ours is told without detail, and logged without text', async () => {
  let broken = false
  const pack = () => {
    if (broken) throw new RangeError('secret detail')
    return EXAMPLE
  }
  const host = await start(servicesFor(EXAMPLE, { pack }))
  broken = true
  const { status, text } = await get(host, '/')
  expect(status).toBe(500)
  expect(text).toBe('Das hat gerade nicht geklappt. Bitte versuchen Sie es noch einmal.')
  expect(JSON.parse(host.log())).toMatchObject({ error: 'RangeError', msg: 'request failed' })
  expect(host.log()).not.toContain('secret detail')
})
