import { describe, expect, jest, test } from '@jest/globals'
import { hostTab } from '../support/tab-host.js'
import type { Wishes } from '../support/tab-page.js'
import { LETTER, PUBLIC } from '../support/tab-texts.js'

jest.setTimeout(120_000)

const { open, shot } = hostTab()
const PHONE = { width: 320, height: 700 }

describe('somebody in a hurry on a narrow window', () => {
  test('sees answers, text and verdict at once, and gets to the result with two keys', async () => {
    const { page, paste, see, choose, press } = await open({ viewport: PHONE })
    await choose('Betrifft Menschen')
    await choose('F13')
    await press('Weiter zum Text')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await paste(LETTER)
    await see('Ja, mit Platzhaltern')
    for (const part of [page.getByText('Betrifft Menschen · F13'), page.locator('textarea'), page.locator('.quick')]) {
      const box = await part.filter({ visible: true }).first().boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.height)
    }
    await shot('hurry', false)
    await page.getByRole('textbox', { name: 'Ihr Text' }).press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ergebnis')
    expect(await page.evaluate(() => document.activeElement?.getBoundingClientRect().top)).toBeLessThan(60)
    await shot('hurry-result', false)
  })

  test('is led to what is missing, and can change an answer', async () => {
    const { page, paste, see, choose, press } = await open({ viewport: PHONE })
    const checked = () => page.evaluate(() => document.activeElement?.getAttribute('value'))
    await choose('Intern')
    await paste(PUBLIC)
    await see('Gleich fertig')
    await press('Auswählen')
    expect(await checked()).toBe('f13')
    await choose('MUCGPT')
    await press('Weiter zum Text')
    await see('Intern · MUCGPT')
    await press('Ändern')
    expect(await checked()).toBe('internal')
    await choose('Öffentlich')
    await paste(' Alle sind eingeladen.')
    await see('Öffentlich · MUCGPT')
    await press('Alles löschen')
    await see('Woher kommt der Text? · MUCGPT')
    await paste(LETTER)
    // One of two in their place: the other comes beside the verdict, as soon as there is one.
    await page.getByRole('button', { name: 'Auswählen' }).first().click()
    expect(await checked()).toBe('public')
  })

  test('is told at the field if the check did not work', async () => {
    const { page, paste, see, press } = await open({
      viewport: PHONE,
      before: page => page.route(/worker-.*\.js/, route => route.abort()),
    })
    await paste(`${PUBLIC}\n\n`.repeat(1_500))
    await see('Angehalten')
    await press('Ergebnis ansehen')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ergebnis')
  })
})

test.each([
  [839, true],
  [840, false],
])('at %i pixels the line below the field is shown: %s', async (width, shown) => {
  const { page, paste, see, choose } = await open({ viewport: { width, height: 900 } })
  await choose('Öffentlich')
  await choose('F13')
  await paste(PUBLIC)
  await see('Nichts erkannt')
  expect(await page.getByRole('button', { name: 'Ergebnis ansehen' }).isVisible()).toBe(shown)
  expect(await page.getByRole('radio', { name: /^F13/ }).isVisible()).toBe(!shown)
})

describe.each<Wishes & { name: string }>([
  { name: 'light at 320', viewport: PHONE },
  { name: 'contrast at 320', query: '?theme=contrast', viewport: PHONE },
  { name: 'forced colours at 320', forcedColors: 'active', viewport: PHONE },
  { name: 'dark at 480', query: '?theme=dark', viewport: { width: 480, height: 900 } },
])('the folded page in $name', ({ name, ...wishes }) => {
  test('has no problem by WCAG 2.2 AA', async () => {
    const { paste, see, choose, press, problems } = await open(wishes)
    await choose('Weiß nicht')
    await choose('F13')
    await paste(PUBLIC)
    await see('Vorsichtshalber nein')
    await shot(`narrow-careful ${name}`, false)
    const found = [...(await problems())]
    await press('Alles löschen')
    await paste(LETTER)
    await see('Gleich fertig')
    await shot(`narrow-ask ${name}`, false)
    found.push(...(await problems()))
    expect(found).toEqual([])
  })
})
