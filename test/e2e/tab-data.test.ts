import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { soon } from '../support/page-waits.js'
import { hostTab } from '../support/tab-host.js'
import type { Wishes } from '../support/tab-page.js'

jest.setTimeout(120_000)

const { open, shot, api } = hostTab()
beforeEach(() => {
  api().tab.forget()
  api().asked.length = 0
})

const deletions = (): number => api().asked.filter(({ method }) => method === 'DELETE').length

describe('"Meine Daten"', () => {
  test('shows what is stored, and hands it over as a file', async () => {
    const { page, see, press } = await open({ at: '/daten' })
    await see('Nachweise über bestandene Module')
    await see('2 Einträge')
    const download = page.waitForEvent('download')
    await press('Alles herunterladen (JSON)')
    expect((await download).suggestedFilename()).toBe('meine-daten.json')
    await see('Die Datei liegt bei Ihren Downloads.')
  })

  test('deletes after one question back, by keyboard, and says what stays and why', async () => {
    const { page, see } = await open({ at: '/daten' })
    await see('Nachweise über bestandene Module')
    const button = page.getByRole('button', { name: 'Meine Daten löschen' })
    await button.focus()
    await page.keyboard.press('Enter')
    await see('Wirklich löschen?')
    await shot('data dialog')
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.activeElement?.textContent === 'Meine Daten löschen')
    expect(deletions()).toBe(0)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Ja, löschen' }).press('Enter')
    await see('Lernstand: 12 Einträge')
    await see(/Ihre Dienststelle muss sie zeigen können/)
    await page.waitForFunction(() => document.activeElement?.textContent === 'Gelöscht')
    expect(deletions()).toBe(1)
    await shot('data erased')
  })

  test('makes a pause and ends it', async () => {
    const { page, see, press } = await open({ at: '/daten' })
    await page.getByRole('combobox', { name: 'Pause für' }).selectOption('3')
    await see('bis 14. Dezember 2026')
    await press('Pause beginnen')
    await see('Es ist Pause bis 14. Dezember 2026.')
    await press('Pause beenden')
    await soon(page.getByRole('combobox', { name: 'Pause für' }))
  })

  test('sets a reminder, where the bot knows a chat', async () => {
    const { page, see, press } = await open({ at: '/daten' })
    await page.getByRole('combobox', { name: 'Uhrzeit' }).selectOption('9')
    await press('Übernehmen')
    await see('Gespeichert.')
    expect(await api().tab.store.reminders.of(api().person)).toMatchObject({ hour: 9 })
    await page.getByRole('combobox', { name: 'Uhrzeit' }).selectOption('')
    await press('Übernehmen')
    await see('Gespeichert.')
    expect(await api().tab.store.reminders.of(api().person)).toBeUndefined()
  })

  test('says how reminders become possible', async () => {
    api().tab.chat = false
    const { see } = await open({ at: '/daten' })
    await see(/Schreiben Sie ihm dort einmal „Hallo“/)
  })

  test.each(['Tab', 'Shift+Tab'])('an open dialog keeps the keyboard: %s leads to nothing behind it', async key => {
    const { page, see, press } = await open({ at: '/daten' })
    await press('Meine Daten löschen')
    await see('Wirklich löschen?')
    const reached = new Set<string>()
    for (let step = 0; step < 8; step++) {
      await page.keyboard.press(key)
      reached.add(
        await page.evaluate(() => {
          const { activeElement } = document
          return activeElement?.closest('[role=dialog], [role=alertdialog]')
            ? (activeElement.textContent ?? '')
            : 'behind'
        }),
      )
    }
    expect([...reached].toSorted()).toEqual(['Ja, löschen', 'Nein, behalten'])
  })

  test.each<Wishes & { name: string }>([
    { name: 'light at 1280' },
    { name: 'dark at 320', query: '?theme=dark', viewport: { width: 320, height: 700 } },
    { name: 'contrast at 480', query: '?theme=contrast', viewport: { width: 480, height: 900 } },
    { name: 'forced colours at 320', forcedColors: 'active', viewport: { width: 320, height: 700 } },
  ])('the dialog in $name has no problem by WCAG 2.2 AA', async ({ name, ...wishes }) => {
    const { see, press, problems } = await open({ ...wishes, at: '/daten' })
    await see('Nachweise über bestandene Module')
    await press('Meine Daten löschen')
    await see('Wirklich löschen?')
    const found = [...(await problems())]
    await shot(`data-dialog ${name}`, false)
    await press('Ja, löschen')
    await see('Das bleibt noch')
    found.push(...(await problems()))
    expect(found).toEqual([])
  })
})
