import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { soon } from '../support/page-waits.js'
import { hostTab } from '../support/tab-host.js'
import { answerByKeyboard, focused, focusedTag, tabTo } from '../support/tab-keyboard.js'

jest.setTimeout(240_000)

const { open, shot, api } = hostTab()
beforeEach(() => {
  api().tab.forget()
  api().asked.length = 0
})

describe('somebody learns a module', () => {
  test('with the keyboard alone, from "Heute" to the result', async () => {
    const { page, see, complaints } = await open({ at: '/heute' })
    await see(/^Als Nächstes: /)
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Zum Inhalt springen')
    await page.keyboard.press('Enter')
    expect(await focusedTag(page)).toBe('MAIN')
    await tabTo(page, /^Weiter mit G1/)
    await page.keyboard.press('Enter')
    await see('Seite 1 von')
    expect(await focusedTag(page)).toBe('H1')
    expect(await page.title()).toMatch(/^G1 .+ · KI-Kompass$/)
    const pages = await page.getByText(/^Seite 1 von \d+$/).textContent()
    for (let at = 2; at <= Number(pages?.split(' ').at(-1)); at++) {
      await tabTo(page, 'Weiter')
      await page.keyboard.press('Enter')
      await see(`Seite ${at} von`)
      expect(await focusedTag(page)).toBe('H2')
    }
    await tabTo(page, 'Weiter zu den Fragen')
    await page.keyboard.press('Enter')
    for (let at = 1; at <= 5; at++) {
      await see(`Frage ${at} von 5`)
      await answerByKeyboard(page)
      await page.waitForFunction(() => document.querySelector('.headline h2') === document.activeElement)
      expect(await focused(page)).toMatch(/^(Richtig|Noch nicht ganz)$/)
      expect(await page.locator('.sheet [role=status]').textContent()).toMatch(/^(Richtig|Noch nicht ganz)\. /)
      await shot(`feedback ${at}`)
      await tabTo(page, at < 5 ? 'Nächste Frage' : 'Zum Ergebnis')
      await page.keyboard.press('Enter')
    }
    await page.waitForFunction(() => /bestanden|Bestanden/.test(document.activeElement?.textContent ?? ''))
    await shot('result')
    expect(complaints).toEqual([])
  })

  test('sends once, however often the button is pressed', async () => {
    await api().tab.store.learning.saveLearner('', {
      lessons: { g4: 1 },
      pausedUntil: undefined,
      lastActive: '2026-11-20',
    })
    const { page, see } = await open({ at: '/modul/g4/runde' })
    await see('Frage 1 von 5')
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Antwort prüfen' }).dblclick()
    await soon(page.locator('.headline'))
    expect(api().asked.filter(({ path }) => path === '/api/learning/answer')).toHaveLength(1)
  })

  test('is told what is missing, and nothing chosen is lost', async () => {
    await api().tab.store.learning.saveLearner('', {
      lessons: { g4: 1 },
      pausedUntil: undefined,
      lastActive: '2026-11-20',
    })
    const { page, see, press } = await open({ at: '/modul/g4/runde' })
    await press('Antwort prüfen')
    await see(/Bitte wählen Sie erst eine Antwort/)
    await page.getByRole('radio').nth(1).check()
    await page.context().setOffline(true)
    await press('Antwort prüfen')
    await see(/gerade nicht erreichbar.*Ihre Antwort ist noch da/)
    await shot('offline')
    expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true)
    await page.context().setOffline(false)
    await press('Noch einmal senden')
    await soon(page.locator('.headline'))
  })

  test('looks at the rule in between and finds the round as it was', async () => {
    await api().tab.store.learning.saveLearner('', {
      lessons: { g4: 1 },
      pausedUntil: undefined,
      lastActive: '2026-11-20',
    })
    const { page, see, press } = await open({ at: '/modul/g4/runde' })
    await see('Frage 1 von 5')
    await page.getByRole('radio').first().check()
    await press('Antwort prüfen')
    await page.locator('.sheet a[href^="#/regeln/"]').first().click()
    await see('Diese Menschen helfen')
    await page.goBack()
    await soon(page.locator('.headline'))
    await press('Nächste Frage')
    await see('Frage 2 von 5')
  })

  test.each([
    ['/modul/g1/runde', /Lesen Sie bitte zuerst die kurze Lektion/, 'Zur Lektion'],
    ['/modul/l1/runde', /Bitte machen Sie zuerst den KI-Pass/, 'Zur Übersicht'],
    ['/wiederholen', /Heute ist nichts zu wiederholen/, 'Zur Übersicht'],
  ])('%s: where it does not go on, says why and the way on', async (at, message, way) => {
    const { page, see } = await open({ at })
    await see(message)
    await shot(`stopped${at.replaceAll('/', '-')}`)
    expect(await page.getByRole('link', { name: way }).isVisible()).toBe(true)
  })
})
