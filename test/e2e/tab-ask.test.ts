import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { hostTab } from '../support/tab-host.js'
import type { Wishes } from '../support/tab-page.js'

jest.setTimeout(120_000)

const { api, open, shot } = hostTab()
beforeEach(() => {
  api().asked.length = 0
})

const QUESTION = 'Darf ich den Namen schwärzen?'

describe('somebody asks', () => {
  test('sees the card of the bot, unfolds a part of it, and keeps the conversation while looking at a rule', async () => {
    const { page, see, press, complaints } = await open({ at: '/fragen' })
    await page.getByRole('textbox', { name: /^Ihre Frage/ }).fill(QUESTION)
    await page.keyboard.press('Enter')
    await see('Text anonymisieren und Platzhalter setzen')
    await see(QUESTION)
    expect(await page.getByRole('textbox', { name: /^Ihre Frage/ }).inputValue()).toBe('')
    await press('Warum?')
    await see(/Ein Mensch ist oft auch ohne Namen erkennbar/)
    await shot('ask answer')
    await page.getByRole('link', { name: 'Regeln' }).click()
    await see(/^\d+ Regeln$/)
    await page.goBack()
    await see('Text anonymisieren und Platzhalter setzen')
    expect(complaints).toEqual([])
  })

  test('gets another card below for a rule, and thanks in place of the card for a feedback', async () => {
    const { page, see, press } = await open({ at: '/fragen' })
    await press('Muss ich kennzeichnen, dass KI geholfen hat?')
    await see('Text anonymisieren und Platzhalter setzen')
    await page.getByRole('button', { name: 'Personenbezogene Daten' }).click()
    await see(/Verstanden: rule/)
    expect(await page.locator('.card').count()).toBe(2)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Verstanden: rule/)
    await page.locator('.card').first().getByRole('button', { name: /^Ja/ }).click()
    await see(/Verstanden: feedback/)
    expect(await page.locator('.card').count()).toBe(2)
    expect(await page.getByText('Text anonymisieren und Platzhalter setzen').count()).toBe(0)
  })

  test('fills in a card, and what was chosen goes along; a card can never bring markup of its own', async () => {
    const { page, see, press, complaints } = await open({ at: '/fragen' })
    await page.getByRole('textbox', { name: /^Ihre Frage/ }).fill('lernen')
    await press(/^Fragen$/)
    await see('Was stimmt?')
    expect(await page.locator('.card strong').textContent()).toBe('Fett')
    expect(await page.locator('.card li').allTextContents()).toEqual(['eins', '[zwei](javascript:alert(1))'])
    expect(await page.locator('.card img').count()).toBe(0)
    await page.getByRole('radio', { name: 'Das' }).check()
    await page.locator('.card select').selectOption('x')
    await page.locator('.card input[type=date]').fill('2026-12-24')
    await shot('ask inputs')
    await press('Antworten')
    await see('Verstanden: answer {"session":"s","a":"1","i0":"x","until":"2026-12-24"}')
    expect(complaints).toEqual([])
  })

  test('opens links in a window of their own, and is told what only Teams can do', async () => {
    const { page, see, press } = await open({ at: '/fragen' })
    await page.context().route('https://example.org/**', route => route.fulfill({ body: 'da' }))
    await page.getByRole('textbox', { name: /^Ihre Frage/ }).fill('lernen')
    await press(/^Fragen$/)
    const opened = page.waitForEvent('popup')
    await page.getByRole('link', { name: 'Zur Seite' }).click()
    const other = await opened
    await other.waitForLoadState()
    expect(other.url()).toBe('https://example.org/seite')
    expect(await other.evaluate(() => window.opener)).toBeNull()
    await press('Dialog öffnen')
    await see('Das geht nur im Chat von Teams.')
  })

  test('keeps the question when it does not get through, and sends it again', async () => {
    const { page, see, press } = await open({ at: '/fragen' })
    const field = page.getByRole('textbox', { name: /^Ihre Frage/ })
    await page.context().setOffline(true)
    await field.fill(QUESTION)
    await page.keyboard.press('Enter')
    await see(/gerade nicht erreichbar/)
    expect(await field.inputValue()).toBe(QUESTION)
    await page.context().setOffline(false)
    await press('Noch einmal versuchen')
    await see('Text anonymisieren und Platzhalter setzen')
    expect(await field.inputValue()).toBe('')
  })

  test('sends once, however often Enter is pressed', async () => {
    const { page, see } = await open({ at: '/fragen' })
    await page.getByRole('textbox', { name: /^Ihre Frage/ }).fill(QUESTION)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await see('Text anonymisieren und Platzhalter setzen')
    expect(api().asked.filter(({ path }) => path === '/api/chat')).toHaveLength(1)
  })
})

describe.each<Wishes & { name: string }>([
  { name: 'light at 1280' },
  { name: 'dark at 480', query: '?theme=dark', viewport: { width: 480, height: 900 } },
  { name: 'contrast at 320', query: '?theme=contrast', viewport: { width: 320, height: 700 } },
  { name: 'forced colours at 320', forcedColors: 'active', viewport: { width: 320, height: 700 } },
])('cards in $name', ({ name, ...wishes }) => {
  test('have no problem by WCAG 2.2 AA', async () => {
    const { page, see, press, problems } = await open({ ...wishes, at: '/fragen' })
    await press('Muss ich kennzeichnen, dass KI geholfen hat?')
    await see('Text anonymisieren und Platzhalter setzen')
    for (const part of ['So geht es', 'Warum?', 'Quellen']) await press(part)
    const found = [...(await problems())]
    await shot(`ask-card ${name}`)
    await page.getByRole('textbox', { name: /^Ihre Frage/ }).fill('lernen')
    await press(/^Fragen$/)
    await see('Was stimmt?')
    found.push(...(await problems()))
    await shot(`ask-form ${name}`)
    expect(found).toEqual([])
  })
})
