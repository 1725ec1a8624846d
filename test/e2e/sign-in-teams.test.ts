import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { FrameLocator, Page } from 'playwright-core'
import { soon } from '../support/page-waits.js'
import { hostTab } from '../support/tab-host.js'
import { openTeamsWindow, type TeamsWindow } from '../support/teams-window.js'

jest.setTimeout(120_000)

const { address, api, open } = hostTab()
beforeEach(() => {
  api().tab.forget()
  api().asked.length = 0
})

async function inTeams(token: TeamsWindow['token']): Promise<{ page: Page; tab: FrameLocator }> {
  const { page } = await open({ at: '/gibt-es-nicht' })
  await openTeamsWindow(page, new URL(address()).origin, '/tab/', { token })
  return { page, tab: page.frameLocator('iframe') }
}
/** What Teams answers from now on; the window around is the test's own. */
const teamsGives = (page: Page, token: TeamsWindow['token']) => page.evaluate(`teams.token = ${JSON.stringify(token)}`)

describe('in Teams', () => {
  test('until the administration has consented, who has to do what is said; afterwards a press is enough', async () => {
    const { page, tab } = await inTeams({ refused: 'resourceRequiresConsent' })
    await soon(tab.getByText(/Eine Administratorin oder ein Administrator muss der Anwendung einmal zustimmen/))
    await teamsGives(page, { given: 'token-2' })
    await tab.getByRole('button', { name: 'Neu anmelden' }).click()
    await tab.getByRole('button', { name: 'Neu anmelden' }).waitFor({ state: 'detached' })
    await tab.getByRole('link', { name: 'Regeln', exact: true }).click()
    await soon(tab.getByText(/^\d+ Regeln$/))
    expect(api().asked.at(-1)?.authorization).toBe('Bearer token-2')
  })

  test('any other refusal is said, too', async () => {
    const { tab } = await inTeams({ refused: 'CancelledByUser' })
    await soon(tab.getByText(/Die Anmeldung über Teams hat nicht geklappt/))
  })

  test('a token that is not taken twice is not sent a third time', async () => {
    const { page, tab } = await inTeams({ given: 'token-1' })
    await soon(tab.getByText('So weit sind Sie'))
    let refused = 0
    await page.context().route('**/api/rules', route => {
      refused++
      return route.fulfill({ status: 401, json: { problem: 'Bitte melden Sie sich an.' } })
    })
    await tab.getByRole('link', { name: 'Regeln', exact: true }).click()
    await soon(tab.getByText(/der Kompass erkennt sie nicht an/))
    expect(refused).toBe(2)
  })
})
