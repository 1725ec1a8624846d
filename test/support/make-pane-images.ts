import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { packageRoot } from '../../bot/paths.js'
import { openBrowser } from './browser.js'
import { servePane } from './pane-server.js'
import { openTask, selectParagraph, tickAll, typeInto } from './pane-steps.js'
import { openTab, type Tab, type Wishes } from './tab-page.js'
import { ILL, LETTER, PASSWORD, PUBLIC } from './tab-texts.js'

// Takes the pictures of docs/pane.md anew: `tsc -b && npm run build && node dist/test/support/make-pane-images.js`.
const FOLDER = join(packageRoot(), 'docs', 'images')

const server = await servePane()
const browser = await openBrowser()
await wayOfALetter()
await wayOfASelection()
await heldBack()
await backAgain()
await ofADocument()
await withoutAi()
for (const look of ['default', 'dark', 'contrast']) await narrow(look)
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
  await see('Gefunden: 5 Stellen')
  await page.getByText(/^Erkannt: /).evaluate(found => found.scrollIntoView())
  await shot(page, 'held')
  await page.getByRole('button', { name: /^Fehlalarm melden: DE89/ }).click()
  await see(/^Danke, gezählt/)
  await page.getByText(/^Danke, gezählt/).scrollIntoViewIfNeeded()
  await shot(page, 'false-alarm')
  await page.getByText('Stellen ansehen').click()
  await choose('Betrifft Menschen')
  await page.locator('.not-now summary').click()
  await page.locator('.not-now').scrollIntoViewIfNeeded()
  await shot(page, 'tools')
  await page.locator('.not-now summary').click()
  await press('Platzhalter einsetzen')
  await see(/durch Platzhalter ersetzt/)
  await page.locator('.found-note').waitFor({ state: 'detached' })
  await page.locator('.changed').scrollIntoViewIfNeeded()
  await shot(page, 'replaced')
  await press('An MUCGPT senden')
  await see('Der Entwurf ist fertig.')
  await page.getByRole('heading', { name: 'Entwurf', exact: true }).scrollIntoViewIfNeeded()
  await shot(page, 'draft')
  await press('Am Ende einfügen')
  await see(/^Eingefügt/)
  await page.getByText(/^Eingefügt/).scrollIntoViewIfNeeded()
  await shot(page, 'inserted')
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

/** What goes nowhere: a password, which can be taken out, and classified papers; and what no tool may have. */
async function heldBack(): Promise<void> {
  const pane = await open()
  const { page, see, press, choose } = pane
  await openTask(pane, 'Text kürzen')
  await pane.paste(`${PUBLIC}\n${PASSWORD}`)
  await see('Bitte nehmen Sie das Passwort heraus')
  await see('Gefunden: 1 Stelle')
  await page.locator('.verdict-held').evaluate(held => held.scrollIntoView({ block: 'center' }))
  await shot(page, 'password')
  await press('Alles löschen')
  await pane.paste(`VS – NUR FÜR DEN DIENSTGEBRAUCH\n${PUBLIC}`)
  await see('Dieser Text bleibt hier')
  await see('Gefunden: 1 Stelle')
  await page.locator('.verdict-held').evaluate(held => held.scrollIntoView({ block: 'center' }))
  await shot(page, 'classified')
  await press('Alles löschen')
  await pane.paste(ILL)
  await choose('Besonders geschützt')
  await see('Dafür geht gerade kein KI-Werkzeug.')
  await page.getByText('Dafür geht gerade kein KI-Werkzeug.').scrollIntoViewIfNeeded()
  await shot(page, 'no-tool')
  await page.context().close()
}

async function backAgain(): Promise<void> {
  const pane = await open()
  const { page, see } = pane
  page.on('dialog', dialog => dialog.accept())
  await openTask(pane, 'Text kürzen')
  await pane.paste(PUBLIC)
  await page.waitForTimeout(500)
  await page.reload({ waitUntil: 'networkidle' })
  await see(/^Ihr Text ist nach dem Neuladen wieder da/)
  await shot(page, 'reloaded')
  await page.context().close()
}

/** A document that says something about itself, and one asks. */
async function ofADocument(): Promise<void> {
  const pane = await open()
  const { page, see, press } = pane
  await typeInto(pane, 'VS – NUR FÜR DEN DIENSTGEBRAUCH\n', 'start')
  await openTask(pane, 'Text kürzen')
  await press('Ganzes Dokument nehmen')
  await see(/^Dieses Dokument trägt den Vermerk/)
  await see('Dieser Text bleibt hier')
  await shot(page, 'marked')
  await page.getByRole('link', { name: 'Fragen', exact: true }).click()
  await page
    .getByRole('button', { name: /Lebenslauf|darf/i })
    .first()
    .click()
  await page.locator('.ac-adaptiveCard').first().waitFor()
  await shot(page, 'ask')
  await page.context().close()
}

async function withoutAi(): Promise<void> {
  const pane = await open()
  const { page, see } = pane
  await page.getByRole('link', { name: 'Aus Textbausteinen' }).click()
  await page.getByRole('link', { name: 'Einladung', exact: true }).click()
  await page.getByRole('textbox', { name: /Ihre Stichworte/ }).fill('Ort: Ratssaal')
  await see('Aus Textbausteinen, bitte prüfen')
  await page.getByText('Aus Textbausteinen, bitte prüfen').scrollIntoViewIfNeeded()
  await shot(page, 'blocks')
  await page.context().close()
}

/** As wide as a pane in Word can get narrow, in each look: tasks, what was found, and the six looks. */
async function narrow(look: string): Promise<void> {
  answer('Der Entwurf.')
  const pane = await open({ query: `?theme=${look}`, viewport: { width: 320, height: 1100 } })
  const { page, see, press, choose } = pane
  await see('Ohne KI: die Schreibhilfe')
  const take = async (name: string): Promise<void> => {
    await page.locator('.pane').screenshot({ path: join(FOLDER, `pane-narrow-${look}-${name}.png`) })
  }
  await openTask(pane, 'Freundlicher formulieren')
  await pane.paste(LETTER)
  await see(/^Erkannt: /)
  await page.getByText('Stellen ansehen').click()
  await see('Gefunden: 5 Stellen')
  await take('found')
  await page.getByText('Stellen ansehen').click()
  await choose('Betrifft Menschen')
  await press('Platzhalter einsetzen')
  await press('An MUCGPT senden')
  await see('Der Entwurf ist fertig.')
  await press('Am Ende einfügen')
  await see(/^Eingefügt/)
  await page.getByRole('link', { name: 'Prüfen und übernehmen' }).first().click()
  await see('Sechs Blicke vor dem Übernehmen')
  await take('review')
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
