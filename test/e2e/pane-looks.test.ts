import { afterEach, describe, expect, jest, test } from '@jest/globals'
import type { ModelChunk } from '../../bot/generation/models/model.js'
import { soon } from '../support/page-waits.js'
import { hostPane } from '../support/pane-host.js'
import { openTask, tickAll, typeInto } from '../support/pane-steps.js'
import type { Wishes } from '../support/tab-page.js'
import { ILL, LETTER, PASSWORD, PUBLIC } from '../support/tab-texts.js'

jest.setTimeout(180_000)

const { open, shot, api } = hostPane()
const says = (text: string): ModelChunk[] => [{ text }, { finish: 'stop' }]
afterEach(() => {
  api().played.model = () => says('Gern.')
})

/** What is held, and what no tool may have; the last one is what a reload brings back. */
const HELD = [
  ['password', `${PUBLIC}\n${PASSWORD}`, 'Bitte nehmen Sie das Passwort heraus'],
  ['classified', `VS – NUR FÜR DEN DIENSTGEBRAUCH\n${PUBLIC}`, 'Dieser Text bleibt hier'],
  ['no tool', ILL, 'Dafür geht gerade kein KI-Werkzeug.'],
] as const

describe.each<Wishes & { name: string }>([
  { name: 'light at 1280', viewport: { width: 1280, height: 900 } },
  { name: 'light at 320', viewport: { width: 320, height: 700 } },
  { name: 'dark at 320', query: '?theme=dark', viewport: { width: 320, height: 700 } },
  { name: 'contrast at 320', query: '?theme=contrast', viewport: { width: 320, height: 700 } },
  { name: 'forced colours at 320', forcedColors: 'active', viewport: { width: 320, height: 700 } },
])('the pane in $name', ({ name, ...wishes }) => {
  test('has no problem by WCAG 2.2 AA', async () => {
    api().played.model = () => says('Guten Tag,\n\nam [ERGÄNZEN: Datum] ist alles fertig.')
    const found: string[] = []
    const pane = await open(wishes)
    const { page, see, press, choose, paste, problems } = pane
    const look = async (part: string) => {
      found.push(...(await problems()).map(problem => `${part}: ${problem}`))
      await shot(`${part} ${name}`)
    }
    await see('Ohne KI: die Schreibhilfe')
    await look('tasks')
    await openTask(pane, 'Freundlicher formulieren')
    await paste(LETTER)
    await choose('Betrifft Menschen')
    await page.getByText('Stellen ansehen').click()
    await page.getByRole('button', { name: /^Fehlalarm melden: DE89/ }).click()
    await see(/^Danke, gezählt/)
    await look('found')
    await page.getByText('Stellen ansehen').click()
    await page.locator('.not-now summary').click()
    await look('tools')
    await page.locator('.not-now summary').click()
    await press('Platzhalter einsetzen')
    await see(/durch Platzhalter ersetzt/)
    await look('replaced')
    await press('An MUCGPT senden')
    await see('Der Entwurf ist fertig.')
    await press('Am Ende einfügen')
    await see(/^Eingefügt/)
    await look('inserted')
    await page.getByRole('link', { name: 'Prüfen und übernehmen' }).first().click()
    await press('Geprüft: übernehmen')
    await look('review')
    await tickAll(pane)
    await press('Geprüft: übernehmen')
    await see('KI-Vermerk für die Akte')
    await look('vermerk')
    await page.getByRole('link', { name: 'Fragen', exact: true }).click()
    await see(/^Regel zu Ihrer Aufgabe/)
    await page
      .getByRole('button', { name: /Lebenslauf|darf/i })
      .first()
      .click()
    await soon(page.locator('.ac-adaptiveCard').first())
    await look('ask')
    await page.getByRole('link', { name: 'Schreiben', exact: true }).click()
    await openTask(pane, 'Text kürzen')
    await press('Alles löschen')
    await press('Ganzes Dokument nehmen')
    await see('Das Dokument steht jetzt im Feld.')
    await look('document')
    for (const [part, text, words] of HELD) {
      await press('Alles löschen')
      await paste(text)
      await see(words)
      await page.locator('.checked details .findings').first().waitFor({ state: 'attached' })
      await look(part)
    }
    page.on('dialog', dialog => dialog.accept())
    await page.waitForTimeout(700)
    await pane.reload()
    await see(/^Ihr Text ist nach dem Neuladen wieder da/)
    await look('reloaded')
    await press('Verstanden')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhalt')
    await typeInto(pane, 'VS – NUR FÜR DEN DIENSTGEBRAUCH\n', 'start')
    await press('Ganzes Dokument nehmen')
    await see(/^Dieses Dokument trägt den Vermerk/)
    await look('marked')
    expect(found).toEqual([])
  })
})

test('everything speaks English', async () => {
  api().played.model = () => says('Ein Satz.')
  const pane = await open({ locale: 'en-GB' })
  const { page, see, press, problems } = pane
  await see('Preview without Word')
  await page.evaluate(() => {
    location.hash = '/schreiben/kuerzen'
  })
  await press('Take the whole document')
  await see('The document is in the field now.')
  await page.getByRole('radio', { name: /^Internal/ }).check()
  await press(/^(Put in placeholders|Send to MUCGPT)$/)
  expect(await problems()).toEqual([])
  await shot('english')
})
