import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import type { SignInAnswer } from '../../policies/sign-in-contract.js'
import { openBrowser } from '../support/browser.js'
import { PANE } from '../support/office-window.js'
import { soon } from '../support/page-waits.js'
import { howAt } from '../support/sign-in-page-host.js'
import { type OpenIdProvider, openProvider, signInAs } from '../support/sign-in-page-provider.js'
import { type SignInServer, serveSignIn } from '../support/sign-in-page-server.js'
import { openPaneForSignIn, type PlayedBridge, type WordForSignIn } from '../support/sign-in-page-word.js'

jest.setTimeout(120_000)

let server: SignInServer
let provider: OpenIdProvider
let browser: Browser
let word: WordForSignIn

beforeAll(async () => {
  server = await serveSignIn()
  provider = await openProvider(PANE)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await provider?.close()
})
beforeEach(() => {
  Object.assign(server, {
    how: () => howAt(provider),
    takes: async (token: string | undefined) => (token && (await provider.verify(token)) ? 200 : 401),
    elsewhere: [provider.issuer],
  })
  Object.assign(provider, { life: 3_600, renewable: true })
  provider.exchanged.length = 0
  server.api.asked.length = 0
})
afterEach(() => word?.context.close())

const open = async (bridge?: PlayedBridge): Promise<void> => {
  word = await openPaneForSignIn(browser, server.address, provider.issuer, bridge)
}
const button = (name: string) => word.pane.getByRole('button', { name, exact: true })
const see = (words: string | RegExp) => soon(word.pane.getByText(words).first())
async function dialogBy(press: () => Promise<unknown>): Promise<Page> {
  const [opened] = await Promise.all([word.context.waitForEvent('page'), press()])
  return opened
}

/** What we would have left; Office.js keeps things of its own. */
const leftInPane = () =>
  word.pane.evaluate(() =>
    Object.entries({ ...sessionStorage, ...localStorage })
      .map(([name, value]) => `${name}: ${value}`)
      .filter(entry => /kompass-|token|eyJ/i.test(entry)),
  )

describe('in Word, a dialog of Office', () => {
  test('shows the provider, hands its answer to the pane and closes', async () => {
    await open()
    await see('Bitte melden Sie sich mit Ihrem Dienstkonto an.')
    const dialog = await dialogBy(() => button('Anmelden').click())
    const closed = dialog.waitForEvent('close')
    await signInAs(dialog, 'erika')
    await see('Neu schreiben')
    await closed
    expect(provider.exchanged).toEqual([{ grant: 'authorization_code', status: 200 }])
    expect(word.complaints).toEqual([])
    expect(await leftInPane()).toEqual([])
  })

  test('shows it again when the person has closed it', async () => {
    await open()
    const dialog = await dialogBy(() => button('Anmelden').click())
    await dialog.waitForURL(`${provider.issuer}/**`)
    await dialog.close()
    await see('Die Anmeldung wurde nicht abgeschlossen')
    const second = await dialogBy(() => button('Neu anmelden').click())
    await signInAs(second, 'erika')
    await see('Neu schreiben')
  })

  test('gives way to a second one', async () => {
    await open()
    const dialog = await dialogBy(() => button('Anmelden').click())
    await dialog.waitForURL(`${provider.issuer}/**`)
    const second = await dialogBy(() => button('Fenster noch einmal öffnen').click())
    await signInAs(second, 'erika')
    await see('Neu schreiben')
  })

  test('in which the person says no ends with a word about it', async () => {
    await open()
    const dialog = await dialogBy(() => button('Anmelden').click())
    await dialog.getByRole('link', { name: /Cancel/ }).click()
    await see('Die Anmeldung wurde nicht abgeschlossen')
  })

  test('that is not opened is said, too', async () => {
    await open()
    await see('Bitte melden Sie sich')
    await word.pane.evaluate(() => Object.assign(window, { open: () => null }))
    await button('Anmelden').click()
    await see('Das Anmeldefenster wurde nicht geöffnet')
  })

  test('with the answer to another attempt signs in nobody', async () => {
    await open()
    const dialog = await dialogBy(() => button('Anmelden').click())
    await dialog.waitForURL(`${provider.issuer}/**`)
    await dialog.evaluate(to => location.assign(to), `${PANE}/anmeldung/?code=stolen&state=${'s'.repeat(43)}`)
    await see('passte nicht zu dieser Seite')
    expect(provider.exchanged).toEqual([])
  })

  test('of another house is not listened to', async () => {
    await open()
    const dialog = await dialogBy(() => button('Anmelden').click())
    await dialog.waitForURL(`${provider.issuer}/**`)
    // A page of the provider speaks to the pane as Office.js would.
    const message = `?code=stolen&state=${'s'.repeat(43)}`
    await dialog.evaluate(text => window.opener.postMessage(text, '*'), message)
    await dialog.evaluate(text => window.opener.postMessage(JSON.stringify({ messageToParent: text }), '*'), message)
    await dialog.waitForTimeout(500)
    await see('Das Anmeldefenster ist offen')
    await signInAs(dialog, 'erika')
    await see('Neu schreiben')
  })
})

// Office's side of the bridge is played; the library that speaks to it, and asks Office.js whether it may, is the real one.
describe('in Word with nested app authentication', () => {
  const GIVEN = { token: 'token-of-office' }
  const entra = (): SignInAnswer => ({
    kind: 'entra',
    municipality: 'musterstadt',
    name: 'Musterstadt',
    tenant: '11111111-2222-3333-4444-555555555555',
    clientId: '66666666-7777-8888-9999-000000000000',
    scope: 'api://kompass.musterstadt.example/access_as_user',
    authorizationEndpoint: provider.authorizationEndpoint,
    tokenEndpoint: provider.tokenEndpoint,
  })
  const asked = () => word.pane.evaluate(() => (window as unknown as { asked: string[] }).asked)
  beforeEach(() => {
    Object.assign(server, {
      how: entra,
      takes: async (token: string | undefined) => (token === GIVEN.token ? 200 : 401),
    })
  })

  test('whoever is signed in to Office is in, without a word, and nothing is kept', async () => {
    await open({ silent: GIVEN, popup: 'PERSISTENT_ERROR' })
    await see('Neu schreiben')
    expect(await asked()).toEqual(['GetInitContext', 'GetToken'])
    expect(await leftInPane()).toEqual([])
    expect(word.complaints).toEqual([])
  })

  test('Office asks the person where it must', async () => {
    await open({ silent: 'USER_INTERACTION_REQUIRED', popup: GIVEN })
    await see('Bitte melden Sie sich mit Ihrem Dienstkonto an.')
    await button('Anmelden').click()
    await see('Neu schreiben')
  })

  test.each<{ why: string; popup: string; words: string }>([
    { why: 'the person says no', popup: 'USER_CANCEL', words: 'Die Anmeldung wurde nicht abgeschlossen' },
    { why: 'there is no line', popup: 'NO_NETWORK', words: 'gerade nicht erreichbar' },
    { why: 'Office refuses', popup: 'PERSISTENT_ERROR', words: 'Die Anmeldung wurde abgelehnt' },
    { why: 'the administration is asked', popup: 'USER_INTERACTION_REQUIRED', words: 'braucht noch eine Freigabe' },
  ])('is said when $why', async ({ popup, words }) => {
    await open({ silent: 'USER_INTERACTION_REQUIRED', popup })
    await button('Anmelden').click()
    await see(words)
  })

  test('a token the service does not take is asked for anew, past what Office has kept', async () => {
    server.takes = async () => 401
    await open({ silent: GIVEN, popup: GIVEN })
    await see('der Kompass erkennt sie nicht an')
    expect((await asked()).filter(method => method === 'GetToken').length).toBeGreaterThan(1)
  })

  test.each<{ why: string; bridge: PlayedBridge }>([
    { why: 'says it can and never answers', bridge: { silent: GIVEN, popup: GIVEN, mute: true } },
    { why: 'has it switched off', bridge: { silent: 'DISABLED', popup: 'DISABLED' } },
    { why: 'turns out not to have it', bridge: { silent: 'NESTED_APP_AUTH_UNAVAILABLE', popup: 'DISABLED' } },
  ])('an Office that $why: a dialog does it', async ({ bridge }) => {
    await open(bridge)
    const dialog = await dialogBy(() => button('Anmelden').click())
    await dialog.waitForURL(`${provider.issuer}/**`)
    expect(new URL(dialog.url()).origin).toBe(provider.issuer)
  })

  test.each<{ why: string; how: () => SignInAnswer; bridge: PlayedBridge | undefined }>([
    { why: 'an Office without it', how: entra, bridge: undefined },
    { why: 'a provider that is not Microsoft’s', how: () => howAt(provider), bridge: { silent: GIVEN, popup: GIVEN } },
  ])('$why loads nothing of the library', async ({ how, bridge }) => {
    server.how = how
    await open(bridge)
    await see('Bitte melden Sie sich mit Ihrem Dienstkonto an.')
    const loaded = await word.pane.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    expect(loaded.some(name => name.includes('office-place'))).toBe(true)
    expect(loaded.filter(name => /\/dist-|\/msal|PublicClient/.test(name))).toEqual([])
    if (bridge) expect(await asked()).toEqual([])
  })
})
