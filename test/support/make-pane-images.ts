import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { packageRoot } from '../../bot/paths.js'
import { openBrowser } from './browser.js'
import { servePane } from './pane-server.js'
import { openTask, selectParagraph, tickAll } from './pane-steps.js'
import { openTab, type Tab, type Wishes } from './tab-page.js'
import { LETTER } from './tab-texts.js'

// Takes the pictures of docs/pane.md anew: `tsc -b && npm run build && node dist/test/support/make-pane-images.js`.
const FOLDER = join(packageRoot(), 'docs', 'images')

const server = await servePane()
const browser = await openBrowser()
await wayOfALetter()
await wayOfASelection()
await narrow()
await browser.close()
await server.close()

async function wayOfALetter(): Promise<void> {
  answer(
    'Guten Tag Frau [PERSON 1 NACHNAME],\n\nIhre Anfrage ist da. Wir melden uns bis zum [ERGÄNZEN: Datum] bei Ihnen.',
  )
  const pane = await open()
  const { page, see, press, choose } = pane
  await see('Ohne KI: die Schreibhilfe')
  await shot(page, 'tasks')
  await openTask(pane, 'Freundlicher formulieren')
  await pane.paste(LETTER)
  await see(/^Erkannt: /)
  await page.getByText('Stellen ansehen').click()
  await page.getByText(/^Erkannt: /).scrollIntoViewIfNeeded()
  await shot(page, 'held')
  await page.getByText('Stellen ansehen').click()
  await choose('Betrifft Menschen')
  await press('Platzhalter einsetzen')
  await press('An MUCGPT senden')
  await see('Der Entwurf ist fertig.')
  await page.getByRole('heading', { name: 'Entwurf', exact: true }).scrollIntoViewIfNeeded()
  await shot(page, 'draft')
  await press('Am Ende einfügen')
  await see(/^Eingefügt/)
  await page.getByRole('link', { name: 'Prüfen und übernehmen' }).first().click()
  await tickAll(pane)
  await shot(page, 'review')
  await press('Geprüft: übernehmen')
  await page.getByLabel('Geprüft durch').fill('A. Demir')
  await press('Ans Ende des Dokuments')
  await see('Steht am Ende des Dokuments.')
  await shot(page, 'vermerk')
  await page.context().close()
}

async function wayOfASelection(): Promise<void> {
  answer(
    'Ihre Anfrage haben wir gelesen. Einen Termin für die Abholung von Sperrmüll bekommen Sie nach Eingang der vollständigen Anmeldung. Bitte stellen Sie die Gegenstände am Tag der Abholung bis 6 Uhr gut sichtbar am Straßenrand bereit.',
  )
  const pane = await open()
  const { page, see, press, choose } = pane
  await openTask(pane, 'Freundlicher formulieren')
  await selectParagraph(pane, 'Ihre Anfrage wurde')
  await press('Auswahl nehmen')
  await choose('Intern')
  await press('An MUCGPT senden')
  await see('Änderungen gegenüber der Auswahl')
  await press('Auswahl ändern')
  await see(/^Eingefügt/)
  await page.getByText('Änderungen gegenüber der Auswahl').scrollIntoViewIfNeeded()
  await shot(page, 'changes')
  await page.context().close()
}

/** As wide as a pane in Word can get narrow. */
async function narrow(): Promise<void> {
  const { page, see } = await open({ query: '?theme=dark', viewport: { width: 320, height: 900 } })
  await see('Ohne KI: die Schreibhilfe')
  await page.locator('.pane').scrollIntoViewIfNeeded()
  await page.locator('.pane').evaluate(element => element.scrollIntoView())
  await shot(page, 'narrow')
  await page.context().close()
}

function answer(text: string): void {
  server.api.played.model = () => [{ text }, { finish: 'stop' }]
}

function open(wishes: Wishes = {}): Promise<Tab> {
  return openTab(browser, server, { at: '/schreiben', viewport: { width: 1180, height: 860 }, ...wishes })
}

function shot(page: Page, name: string): Promise<Buffer> {
  return page.screenshot({ path: join(FOLDER, `pane-${name}.png`) })
}
