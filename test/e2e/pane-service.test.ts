import { describe, expect, jest, test } from '@jest/globals'
import { soon } from '../support/page-waits.js'
import { hostPaneService } from '../support/pane-service.js'
import { openTask, paper } from '../support/pane-steps.js'
import { LETTER } from '../support/tab-texts.js'

jest.setTimeout(120_000)

const { open, asked } = hostPaneService(() => {})

// The way with a model is in pane-must-show.test.ts.
describe('a person who has learned nothing yet, beside a document with the real service', () => {
  test('finds the first of the lessons, and the built-in writing aid all the same', async () => {
    const pane = await open()
    const { page, paste, choose, see, press } = pane
    await openTask(pane, 'Freundlicher formulieren')
    await paste(LETTER)
    await choose('Betrifft Menschen')
    await see('Dafür geht gerade kein KI-Werkzeug.')
    const lesson = page.getByRole('link', { name: /^Zur Lektion/ }).first()
    expect(await lesson.getAttribute('href')).toMatch(/^\.\.\/tab\/#\/modul\//)
    const [learning] = await Promise.all([page.context().waitForEvent('page'), lesson.click()])
    await soon(learning.getByText(/^Seite 1 von /))
    await learning.close()

    await page.getByRole('link', { name: 'Aus Textbausteinen' }).last().click()
    await page.getByRole('link', { name: 'Eingangsbestätigung', exact: true }).click()
    await page.getByRole('textbox', { name: /Ihre Stichworte/ }).fill('Name: Frau Krause\nAnliegen: Sperrmüll')
    await press('Am Ende einfügen')
    await see(/^Eingefügt/)
    expect(await paper(pane).textContent()).toContain('Krause')
    expect(await paper(pane).textContent()).not.toMatch(/\bKI\b/)
    expect(asked()).toBe(0)
  })
})
