import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { hostTab } from '../support/tab-host.js'
import type { Wishes } from '../support/tab-page.js'

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
