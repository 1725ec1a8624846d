import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { FrameLocator, Page } from 'playwright-core'
import { soon } from '../support/page-waits.js'
import { hostTab } from '../support/tab-host.js'
import { openTeamsWindow, type TeamsWindow } from '../support/teams-window.js'

jest.setTimeout(120_000)

const { address, api, open, shot } = hostTab()
beforeEach(() => {
  api().tab.forget()
  api().asked.length = 0
})

type Shown = { readonly page: Page; readonly tab: FrameLocator; readonly complaints: readonly string[] }

async function inTeams(teams: Partial<TeamsWindow>, path = '/tab/'): Promise<Shown> {
  const { page, complaints } = await open({ at: '/gibt-es-nicht' })
  await openTeamsWindow(page, new URL(address()).origin, path, { token: { given: 'token-1' }, ...teams })
  return { page, tab: page.frameLocator('iframe'), complaints }
}

const groundOf = (tab: FrameLocator) =>
  tab.locator('.page').evaluate(element => getComputedStyle(element).backgroundColor)

const WHITE = 'rgb(255, 255, 255)'
const DARK = 'rgb(41, 41, 41)'
const BLACK = 'rgb(0, 0, 0)'

describe('the tab in Teams', () => {
  test('says hello, signs every request with the token, and needs nothing from elsewhere', async () => {
    const { tab, complaints } = await inTeams({})
    await soon(tab.getByText('So weit sind Sie'))
    const asked = api().asked.filter(({ path }) => path === '/api/learning')
    expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer token-1'])
    await shot('teams today')
    // teams-js asks Microsoft for a list of its hosts; the page refuses, and teams-js uses the one it brings.
    expect(complaints.filter(text => text.includes('res.cdn.office.net')).length).toBeGreaterThan(0)
    expect(complaints.filter(text => !text.includes('res.cdn.office.net'))).toEqual([])
  })

  test.each([
    ['default', WHITE],
    ['dark', DARK],
    ['contrast', BLACK],
  ])('takes the look %s from Teams', async (theme, ground) => {
    const { tab } = await inTeams({ theme })
    await soon(tab.getByText('So weit sind Sie'))
    expect(await groundOf(tab)).toBe(ground)
  })

  test('follows when the look changes', async () => {
    const { page, tab } = await inTeams({ theme: 'default' })
    await soon(tab.getByText('So weit sind Sie'))
    for (const [theme, ground] of [
      ['dark', DARK],
      ['contrast', BLACK],
      ['default', WHITE],
    ] as const) {
      await page.evaluate(
        name => (window as unknown as { changeTheme: (name: string) => void }).changeTheme(name),
        theme,
      )
      await soon(tab.locator(`.page[data-theme="${theme}"]`))
      expect(await groundOf(tab)).toBe(ground)
    }
  })

  test('says so when no token is given, and goes on where it can', async () => {
    const { tab } = await inTeams({ token: { refused: 'resourceRequiresConsent' } })
    await soon(tab.getByText(/Eine Administratorin oder ein Administrator muss/))
    await tab.getByRole('link', { name: 'Regeln' }).click()
    await soon(tab.getByText(/^\d+ Regeln$/))
    expect(api().asked.every(({ authorization }) => authorization === undefined)).toBe(true)
    await shot('teams refused')
  })

  test.each([
    ['modul/g4', 'Seite 1 von 5'],
    ['regeln/anonymisieren', 'Diese Menschen helfen'],
    ['pruefen', 'Woher kommt der Text?'],
    ['gibt/es/nicht', 'So weit sind Sie'],
  ])('a deep link to %s leads there', async (subPage, words) => {
    const { tab } = await inTeams({ subPage })
    await soon(tab.getByText(words).first())
  })

  test('an address of its own stays when there is no deep link', async () => {
    const { tab } = await inTeams({}, '/tab/#/module')
    await soon(tab.getByRole('heading', { name: 'G4 Anonymisieren' }))
  })

  test('in a window that says nothing it is a plain page after a few seconds', async () => {
    const { tab } = await inTeams({ silent: true })
    const start = Date.now()
    await tab.getByText('So weit sind Sie').waitFor({ timeout: 8_000 })
    expect(Date.now() - start).toBeLessThan(6_000)
    expect(await tab.getByText(/Anmeldung über Teams/).count()).toBe(0)
  })

  test('a token that has run out is renewed once', async () => {
    const { page, tab } = await inTeams({})
    await soon(tab.getByText('So weit sind Sie'))
    let refused = 0
    await page.context().route('**/api/rules', async route => {
      if (refused++ === 0) await route.fulfill({ status: 401, json: { problem: 'abgelaufen' } })
      else await route.fallback()
    })
    await tab.getByRole('link', { name: 'Regeln' }).click()
    await soon(tab.getByText(/^\d+ Regeln$/))
    expect(refused).toBe(2)
  })
})

test('without Teams around nothing of teams-js is loaded, and nobody waits', async () => {
  const loaded: string[] = []
  const { see } = await open({
    at: '/heute',
    before: async page => void page.on('request', request => loaded.push(new URL(request.url()).pathname)),
  })
  await see('So weit sind Sie')
  expect(loaded.filter(path => /client-.*\.js$/.test(path))).toEqual([])
})
