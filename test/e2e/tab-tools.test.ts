import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { hostTab } from '../support/tab-host.js'
import type { Wishes } from '../support/tab-page.js'

jest.setTimeout(120_000)

const { open, shot, api } = hostTab()
afterEach(() => {
  api().played.lacks = []
})

describe('the page "Werkzeuge"', () => {
  test('shows what this person may use and for what, and folds the rest with the reason', async () => {
    const { page, see, complaints } = await open({ at: '/werkzeuge' })
    await see('Mit MUCGPT schreiben')
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Schreibhilfe', 'F13', 'MUCGPT'])
    const mucgpt = page.locator('.tool-card').filter({ hasText: 'Mit MUCGPT schreiben' })
    const words = await mucgpt.textContent()
    expect(words).toContain('30. Juni 2027')
    expect(words).toContain('Öffentliches; Internes; Texte über Menschen mit Platzhaltern')
    expect(words).toContain('im Verfahren „Beschwerden und Hinweise aus der Bürgerschaft“')
    const others = page.getByText('Werkzeuge, die Sie noch nicht nutzen können')
    await others.click()
    await see(/Microsoft 365 Copilot \(Dienstkonto\) ist freigegeben, aber noch nicht für Sie/)
    await shot('tools')
    expect(complaints).toEqual([])
  })

  test('the missing lesson is one click away', async () => {
    api().played.lacks = ['g3']
    const { page, see } = await open({ at: '/werkzeuge' })
    const mucgpt = page.locator('.tool-card').filter({ hasText: 'MUCGPT' })
    await mucgpt.getByRole('link', { name: /^Zur Lektion/ }).click()
    await see(/^Seite 1 von/)
    expect(page.url()).toMatch(/#\/modul\/g3$/)
  })

  test('says so, and what works all the same, when the service does not answer', async () => {
    const { see, press, page } = await open({
      at: '/werkzeuge',
      before: page => page.route('**/api/tools', route => route.abort()),
    })
    await see(/nicht erreichbar/)
    await page.unroute('**/api/tools')
    await press('Noch einmal versuchen')
    await see('Schreibhilfe')
  })
})

describe.each<Wishes & { name: string }>([
  { name: 'light at 1280', viewport: { width: 1280, height: 900 } },
  { name: 'dark at 480', query: '?theme=dark', viewport: { width: 480, height: 900 } },
  { name: 'contrast at 320', query: '?theme=contrast', viewport: { width: 320, height: 700 } },
  { name: 'forced colours at 320', forcedColors: 'active', viewport: { width: 320, height: 700 } },
  { name: 'English at 480', locale: 'en-GB', viewport: { width: 480, height: 900 } },
])('"Werkzeuge" in $name', ({ name, ...wishes }) => {
  test('has no problem by WCAG 2.2 AA', async () => {
    api().played.lacks = ['g3', 'g4']
    const { page, see, problems } = await open({ ...wishes, at: '/werkzeuge' })
    await see(/Schreibhilfe/)
    await page.locator('summary').click()
    expect(await problems()).toEqual([])
    await shot(`tools ${name}`)
  })
})
