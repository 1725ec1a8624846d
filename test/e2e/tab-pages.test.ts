import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { hostTab } from '../support/tab-host.js'
import type { Wishes } from '../support/tab-page.js'
import { LETTER } from '../support/tab-texts.js'

jest.setTimeout(240_000)

const { open, shot, api } = hostTab()
beforeEach(() => api().tab.forget())

/** Every page that can be opened by its address, and what stands on it once it is there. */
const PAGES: readonly { readonly at: string; readonly see: string | RegExp }[] = [
  { at: '/heute', see: 'So weit sind Sie' },
  { at: '/module', see: 'G4 Anonymisieren' },
  { at: '/modul/g4', see: 'Seite 1 von 5' },
  { at: '/modul/g4/runde', see: 'Frage 1 von 5' },
  { at: '/wiederholen', see: 'Nichts zu wiederholen' },
  { at: '/regeln', see: /^\d+ Regeln$/ },
  { at: '/regeln/anonymisieren', see: 'Diese Menschen helfen' },
  { at: '/fragen', see: 'Zum Beispiel' },
  { at: '/daten', see: 'Nachweise über bestandene Module' },
  { at: '/gibt-es-nicht', see: 'Diese Seite gibt es nicht' },
]

describe.each<Wishes & { name: string }>([
  { name: 'light at 1280', viewport: { width: 1280, height: 900 } },
  { name: 'dark at 480', query: '?theme=dark', viewport: { width: 480, height: 900 } },
  { name: 'contrast at 320', query: '?theme=contrast', viewport: { width: 320, height: 700 } },
  { name: 'forced colours at 320', forcedColors: 'active', viewport: { width: 320, height: 700 } },
])('every page in $name', ({ name, ...wishes }) => {
  test('has no problem by WCAG 2.2 AA', async () => {
    const { page, see, problems, complaints } = await open({ ...wishes, at: '/heute' })
    api().tab.forget()
    await api().tab.store.learning.saveLearner('', {
      lessons: { g4: 1 },
      pausedUntil: undefined,
      lastActive: '2026-11-20',
    })
    const found: string[] = []
    for (const { at, see: words } of PAGES) {
      await page.evaluate(hash => {
        location.hash = hash
      }, at)
      await see(words)
      found.push(...(await problems()).map(problem => `${at} ${problem}`))
      await shot(`page${at.replaceAll('/', '-')} ${name}`)
    }
    expect(found).toEqual([])
    expect(complaints).toEqual([])
  })
})

describe('moving about', () => {
  test('takes the focus to the heading, names the window and the section', async () => {
    const { page, see, press } = await open({ at: '/heute' })
    await see('So weit sind Sie')
    for (const name of ['Module', 'Regeln', 'Fragen', 'Text prüfen', 'Meine Daten', 'Heute']) {
      await page.getByRole('navigation').getByRole('link', { name }).press('Enter')
      await page.waitForFunction(
        title => document.activeElement?.tagName === 'H1' && document.activeElement.textContent === title,
        name,
      )
      expect(await page.title()).toBe(`${name} · KI-Kompass`)
      expect(await page.locator('[aria-current=page]').allTextContents()).toEqual([name])
    }
    await page.getByRole('button', { name: 'English' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Deutsch')
    expect(await page.title()).toBe('Today · KI-Kompass')
    await press('Deutsch')
  })

  test('loses nothing that was typed into "Text prüfen", and sends none of it', async () => {
    const sent: string[] = []
    const { page, paste, see } = await open({
      before: async page => void page.on('request', request => sent.push(request.url() + (request.postData() ?? ''))),
    })
    await paste(LETTER)
    await see('Woher kommt der Text, und wohin soll er?')
    await page.getByRole('link', { name: 'Regeln' }).click()
    await see(/^\d+ Regeln$/)
    const field = page.locator('textarea')
    expect(await field.isVisible()).toBe(false)
    await page.goBack()
    await see('Woher kommt der Text, und wohin soll er?')
    expect(await field.inputValue()).toBe(LETTER)
    expect(sent.filter(text => /Krause|Lindenstra|DE89/.test(decodeURIComponent(text)))).toEqual([])
    expect(sent.filter(address => address.endsWith('/api/pack'))).toHaveLength(1)
  })

  test('a part that cannot be loaded says so, and the rest works on', async () => {
    const { page, see } = await open({
      at: '/heute',
      before: page => page.route(/\/Kompass-.*\.js$/, route => route.abort()),
    })
    await page.getByRole('link', { name: 'Regeln' }).click()
    await see('Dieser Teil der Seite ließ sich nicht laden')
    await shot('broken')
    await page.getByRole('link', { name: 'Heute' }).click()
    await see('So weit sind Sie')
    await page.unroute(/\/Kompass-.*\.js$/)
    await page.getByRole('link', { name: 'Regeln' }).click()
    await page.getByRole('button', { name: 'Seite neu laden' }).click()
    await see(/^\d+ Regeln$/)
  })
})

test('every page speaks English, and says that the content is German', async () => {
  await api().tab.store.learning.saveLearner('', {
    lessons: { g4: 1 },
    pausedUntil: undefined,
    lastActive: '2026-11-20',
  })
  const { page, see, problems } = await open({ at: '/heute', locale: 'en-GB' })
  const found: string[] = []
  for (const [at, words] of [
    ['/heute', 'How far you are'],
    ['/module', /^Lessons, questions and rules are in German/],
    ['/modul/g4', 'Page 1 of 5'],
    ['/modul/g4/runde', 'Question 1 of 5'],
    ['/regeln/anonymisieren', 'These people help'],
    ['/fragen', 'For example'],
    ['/daten', 'Proofs of passed modules'],
  ] as const) {
    await page.evaluate(hash => {
      location.hash = hash
    }, at)
    await see(words)
    found.push(...(await problems()))
    await shot(`english${at.replaceAll('/', '-')}`)
  }
  expect(found).toEqual([])
})
