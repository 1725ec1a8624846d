import { describe, expect, jest, test } from '@jest/globals'
import { hostTab } from '../support/tab-host.js'

jest.setTimeout(120_000)

const { open, shot, address } = hostTab()

describe('the Kompass', () => {
  test('is searched by words people use, says the number of hits, and keeps what was searched for', async () => {
    const { page, see, complaints } = await open({ at: '/regeln' })
    await page.getByRole('searchbox', { name: 'Suchen' }).fill('geschwaerzt')
    await see(/^\d+ Treffer für „geschwaerzt“$/)
    await see('Text anonymisieren und Platzhalter setzen')
    await shot('kompass hits')
    await page.getByRole('link', { name: 'Text anonymisieren und Platzhalter setzen' }).click()
    await see('Diese Menschen helfen')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(await page.title()).toBe('Text anonymisieren und Platzhalter setzen · KI-Kompass')
    expect(await page.locator('[aria-current=page]').textContent()).toBe('Regeln')
    await page.goBack()
    expect(await page.getByRole('searchbox').inputValue()).toBe('geschwaerzt')
    expect(complaints).toEqual([])
  })

  test('leads on where nothing fits', async () => {
    const { page, see } = await open({ at: '/regeln' })
    await page.getByRole('searchbox').fill('Quastenflosser')
    await see('Kein Treffer für „Quastenflosser“')
    await page.getByRole('link', { name: 'Zur Seite „Fragen“' }).click()
    await see('Zum Beispiel')
  })

  test('is narrowed to an area', async () => {
    const { page, see } = await open({ at: '/regeln' })
    const all = await page.locator('.rule-list li').count()
    await page.getByRole('combobox', { name: 'Bereich' }).selectOption({ label: 'Was darf hinein?' })
    await see(/^\d+ Regeln$/)
    expect(await page.locator('.rule-list li').count()).toBeLessThan(all)
    await shot('kompass area')
  })

  test('shows a rule in full, whose link can be copied, and what teaches it', async () => {
    const { page, see, press, clipboard } = await open({ at: '/regeln/kennzeichnung' })
    for (const part of [
      'So geht es',
      'Bitte nicht',
      'Warum?',
      'Quellen',
      'Was sich geändert hat',
      'Hier lernen Sie es',
    ])
      await see(part)
    await shot('kompass rule')
    await press('Link kopieren')
    await see('Kopiert')
    expect(await clipboard()).toBe(`${address()}#/regeln/kennzeichnung`)
    await page.getByRole('link', { name: /^G\d / }).first().click()
    await see(/^Seite 1 von /)
  })

  test('a rule that is not there leads to all of them', async () => {
    const { page, see } = await open({ at: '/regeln/gibt-es-nicht' })
    await see('Diese Regel gibt es nicht (mehr)')
    await page.getByRole('link', { name: 'Alle Regeln' }).click()
    await see(/^\d+ Regeln$/)
  })

  test('says in English that rules are in German', async () => {
    const { page, see } = await open({ at: '/regeln', locale: 'en-GB' })
    await see(/are in German, the language in which they apply/)
    expect(await page.locator('.rule-list a').first().getAttribute('lang')).toBe('de')
    await shot('kompass english')
  })
})
