import { describe, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { listen } from '../support/bot-host.js'
import { soon } from '../support/page-waits.js'
import { hostSignIn, howAt, keptBy } from '../support/sign-in-page-host.js'
import { signInAs } from '../support/sign-in-page-provider.js'
import { problemsOf } from '../support/tab-page.js'

jest.setTimeout(120_000)

const { server, provider, page, complaints, open } = hostSignIn()

const RULES = '/tab/?kommune=musterstadt#/regeln'
const CHECK = '/tab/?kommune=musterstadt#/pruefen'
const again = () => page().getByRole('button', { name: 'Neu anmelden' })
const notice = (words: string | RegExp) => soon(page().getByRole('alert').filter({ hasText: words }))

async function signedIn(path = RULES, name = 'erika'): Promise<void> {
  await open(path)
  await page().waitForURL(`${provider().issuer}/**`)
  await signInAs(page(), name)
  await page().waitForURL(`${server().address}${path}`)
}
/** A window for signing in, opened by whatever `press` does. */
async function windowBy(press: () => Promise<unknown>): Promise<Page> {
  const [opened] = await Promise.all([page().waitForEvent('popup'), press()])
  return opened
}

describe('the first time', () => {
  test.each([
    { why: 'the tab', path: RULES, see: /^\d+ Regeln$/ },
    { why: 'the pane beside a page', path: '/pane/?kommune=musterstadt#/schreiben', see: 'Neu schreiben' },
  ])('$why is left for the provider, and the person comes back where they were', async ({ path, see }) => {
    await signedIn(path)
    await soon(page().getByText(see).first())
    expect(page().url()).toBe(`${server().address}${path}`)
    expect(await keptBy(page())).toEqual({})
    const { asked } = server().api
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.every(({ authorization }) => authorization?.startsWith('Bearer ey'))).toBe(true)
    expect(provider().exchanged).toEqual([{ grant: 'authorization_code', status: 200 }])
    expect(complaints()).toEqual([])
  })

  test('nothing of it stays in the history', async () => {
    await signedIn()
    await soon(page().getByText(/^\d+ Regeln$/))
    const addresses = new Set<string>()
    page().on('framenavigated', frame => addresses.add(frame.url()))
    for (let steps = 0; steps < 4; steps++)
      await page()
        .goBack({ timeout: 3_000 })
        .catch(() => undefined)
    expect([...addresses].filter(address => /code=/.test(address) && address.startsWith(server().address))).toEqual([])
  })

  test('nobody need sign in where the service says so', async () => {
    server().how = () => ({ kind: 'local' })
    server().takes = async token => (token === undefined ? 200 : 401)
    await open(RULES)
    await soon(page().getByText(/^\d+ Regeln$/))
    expect(complaints()).toEqual([])
  })
})

describe('later', () => {
  test('a token is renewed before it ends, once for requests at the same time, and nobody notices', async () => {
    provider().life = 4
    await signedIn()
    await soon(page().getByText(/^\d+ Regeln$/))
    await page().waitForTimeout(3_000)
    provider().life = 3_600
    await page().getByRole('link', { name: 'Schreiben', exact: true }).click()
    await soon(page().getByText('Neu schreiben').first())
    await page().getByRole('link', { name: 'Heute', exact: true }).click()
    await soon(page().getByText('So weit sind Sie'))
    expect(provider().exchanged.map(({ grant }) => grant)).toEqual(['authorization_code', 'refresh_token'])
    expect(await page().getByRole('alert').count()).toBe(0)
    expect(await keptBy(page())).toEqual({})
  })

  test('a token the service no longer takes is renewed once', async () => {
    await signedIn()
    await soon(page().getByText(/^\d+ Regeln$/))
    const old = server().api.asked[0]?.authorization
    server().takes = async token => (token && `Bearer ${token}` !== old ? 200 : 401)
    await page().getByRole('link', { name: 'Heute', exact: true }).click()
    await soon(page().getByText('So weit sind Sie'))
    expect(provider().exchanged.map(({ grant }) => grant)).toEqual(['authorization_code', 'refresh_token'])
  })

  test('without a way to renew the person is asked, in a window beside what they have written', async () => {
    Object.assign(provider(), { life: 4, renewable: false })
    await signedIn(CHECK)
    const field = page().getByRole('textbox', { name: 'Ihr Text' })
    await field.fill('Die Sitzung beginnt um 9 Uhr.')
    await page().waitForTimeout(3_000)
    provider().life = 3_600
    await page().getByRole('link', { name: 'Regeln', exact: true }).click()
    await notice(/Ihre Anmeldung ist abgelaufen.*bleibt hier stehen/)
    expect(await problemsOf(page())).toEqual([])
    const opened = await windowBy(() => again().click())
    // The provider still knows the person, and the window closes by itself.
    await opened.waitForEvent('close')
    await page().getByRole('button', { name: 'Noch einmal versuchen' }).click()
    await soon(page().getByText(/^\d+ Regeln$/))
    expect(await again().count()).toBe(0)
    await page().getByRole('link', { name: 'Text prüfen', exact: true }).click()
    expect(await field.inputValue()).toBe('Die Sitzung beginnt um 9 Uhr.')
    expect(await keptBy(page())).toEqual({})
  })

  test('whoever then signs in as somebody else does not get the first one’s page', async () => {
    Object.assign(provider(), { life: 4, renewable: false })
    await signedIn(CHECK)
    await page().waitForTimeout(3_000)
    await seeRulesRefused()
    await page().context().clearCookies()
    const opened = await windowBy(() => again().click())
    await signInAs(opened, 'max')
    await notice('mit einem anderen Konto')
    const before = server().api.asked.length
    await page().getByRole('button', { name: 'Noch einmal versuchen' }).click()
    await soon(page().getByRole('button', { name: 'Noch einmal versuchen' }))
    expect(server().api.asked.length).toBe(before)
  })
  const seeRulesRefused = async () => {
    await page().getByRole('link', { name: 'Regeln', exact: true }).click()
    await soon(again())
  }
})

describe('what can go wrong', () => {
  test('the person says no', async () => {
    await open(RULES)
    await page()
      .getByRole('link', { name: /Cancel/ })
      .click()
    await notice('Die Anmeldung wurde nicht abgeschlossen')
    expect(page().url()).toBe(`${server().address}${RULES}`)
    const opened = await windowBy(() => again().click())
    await soon(page().getByText('Das Anmeldefenster ist offen'))
    expect(await problemsOf(page())).toEqual([])
    await signInAs(opened, 'erika')
    await soon(page().getByText(/^\d+ Regeln$/))
  })

  test('the person goes back instead: they are asked, not sent away again', async () => {
    await open(RULES)
    await page().waitForURL(`${provider().issuer}/**`)
    await open(RULES)
    await notice('Die Anmeldung wurde nicht abgeschlossen')
    expect(await keptBy(page())).toEqual({})
  })

  test('the browser opens no window', async () => {
    await open(RULES)
    await page()
      .getByRole('link', { name: /Cancel/ })
      .click()
    await soon(again())
    await page().evaluate(() => Object.assign(window, { open: () => null }))
    await again().click()
    await notice('Das Anmeldefenster wurde nicht geöffnet')
  })

  test('a window is closed, and another one opened in its place', async () => {
    await open(RULES)
    await page()
      .getByRole('link', { name: /Cancel/ })
      .click()
    const first = await windowBy(() => again().click())
    await first.waitForURL(`${provider().issuer}/**`)
    await first.close()
    const second = await windowBy(() => page().getByRole('button', { name: 'Fenster noch einmal öffnen' }).click())
    await signInAs(second, 'erika')
    await soon(page().getByText(/^\d+ Regeln$/))
  })

  test('the browser keeps nothing: the page stays, and a window does it', async () => {
    await page().addInitScript(() =>
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new Error('not allowed')
        },
      }),
    )
    await open(RULES)
    await notice('Bitte melden Sie sich mit Ihrem Dienstkonto an.')
    expect(await problemsOf(page())).toEqual([])
    const opened = await windowBy(() => page().getByRole('button', { name: 'Anmelden', exact: true }).click())
    await signInAs(opened, 'erika')
    await soon(page().getByText(/^\d+ Regeln$/))
  })

  test.each([
    { why: 'another municipality', path: '/tab/?kommune=nirgendwo', words: 'keine Kommune eingerichtet' },
    { why: 'no municipality', path: '/tab/', words: 'keine Kommune eingerichtet' },
  ])('the service knows $why', async ({ path, words }) => {
    await open(path)
    await notice(words)
    expect(await problemsOf(page())).toEqual([])
  })

  test('the service cannot be reached, and then it can', async () => {
    const gone = (url: URL): boolean => url.pathname === '/api/sign-in'
    await page().route(gone, route => route.abort())
    await open(RULES)
    await notice('Die Anmeldung ist gerade nicht erreichbar')
    await page().unroute(gone)
    await again().click()
    await signInAs(page(), 'erika')
    await soon(page().getByText(/^\d+ Regeln$/))
  })

  test('the provider refuses the application', async () => {
    server().how = () => ({ ...howAt(provider()), scope: 'unbekannt' }) as ReturnType<typeof howAt>
    await open(RULES)
    await notice('Die Anmeldung wurde abgelehnt')
  })

  test('the service does not take what the provider gives', async () => {
    server().takes = async () => 401
    await signedIn()
    await notice('der Kompass erkennt sie nicht an')
    expect(provider().exchanged.map(({ grant }) => grant)).toEqual(['authorization_code', 'refresh_token'])
  })

  test.each([12, -7])('the clock of the service is %i minutes off', async minutes => {
    server().clock = minutes * 60_000
    server().takes = async () => 401
    await signedIn()
    await notice(`Die Uhren gehen ${Math.abs(minutes)} Minuten auseinander`)
  })

  test('the person may not do that: the service says so itself', async () => {
    server().takes = async () => 403
    await signedIn()
    await notice('Nicht für Sie.')
    expect(await again().count()).toBe(0)
  })

  test('in a frame of somebody else a browser window is the way on', async () => {
    const body = `<!doctype html><title>Portal</title><iframe src="${server().address}${RULES}"></iframe>`
    const around = await listen((_, response) => response.setHeader('content-type', 'text/html').end(body))
    // The service lets only hosts of Teams frame the page; here one stands for them that is none.
    await page().route(`**${RULES.replace(/#.*/, '')}*`, async route => {
      const given = await route.fetch()
      const policy =
        given.headers()['content-security-policy']?.replace(/frame-ancestors [^;]*/, 'frame-ancestors *') ?? ''
      await route.fulfill({ response: given, headers: { ...given.headers(), 'content-security-policy': policy } })
    })
    await page().goto(around.address.replace('127.0.0.1', 'localhost'))
    const frame = page().frameLocator('iframe')
    await frame.getByText('Im Browser geht es.').waitFor({ timeout: 15_000 })
    expect(await frame.getByRole('link', { name: 'Im Browser öffnen' }).getAttribute('href')).toBe(RULES)
    await around.close()
  })

  test('on a narrow window, by keyboard, in English', async () => {
    await page().setViewportSize({ width: 320, height: 640 })
    await open(RULES)
    await page()
      .getByRole('link', { name: /Cancel/ })
      .click()
    await soon(again())
    expect(await problemsOf(page())).toEqual([])
    await page().getByRole('button', { name: 'English' }).click()
    await soon(page().getByText('Signing in was not finished.'))
    await page().getByRole('button', { name: 'Sign in again' }).focus()
    const opened = await windowBy(() => page().keyboard.press('Enter'))
    const focused = () => page().evaluate(() => document.activeElement?.textContent ?? '')
    await soon(page().getByText('The window for signing in is open.'))
    expect(await focused()).toBe('Open the window once more')
    await signInAs(opened, 'erika')
    await soon(page().getByText(/^\d+ rules$/i))
    expect(await page().evaluate(() => document.activeElement?.id)).toBe('inhalt')
    await soon(page().getByText(/^\d+ rules$/i))
  })
})
