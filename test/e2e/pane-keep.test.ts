import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/browser.js'
import { openWord } from '../support/office-word.js'
import { soon } from '../support/page-waits.js'
import { type PaneServer, servePane } from '../support/pane-server.js'
import { openTask } from '../support/pane-steps.js'
import { openPaneInWord } from '../support/pane-word.js'
import { openTab, type Tab } from '../support/tab-page.js'
import { LETTER, PASSWORD, PUBLIC } from '../support/tab-texts.js'

jest.setTimeout(180_000)

const ME = 'local:sachbearbeiterin'
const VALUES = /Krause|Lindenstra|erika|DE89|Blaubeere|Freibad/i
const BACK = /^Ihr Text ist nach dem Neuladen wieder da/

let browser: Browser
let server: PaneServer
beforeAll(async () => {
  server = await servePane()
  browser = await openBrowser()
})
afterEach(async () => {
  server.become(ME)
  server.api.played.model = () => [{ text: 'Gern.' }, { finish: 'stop' }]
  for (const context of browser.contexts()) {
    await context.unrouteAll({ behavior: 'ignoreErrors' })
    await context.close()
  }
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function openPane(before?: (page: Page) => Promise<unknown>): Promise<Tab> {
  const pane = await openTab(browser, server, { at: '/schreiben', ...(before && { before }) })
  pane.page.on('dialog', dialog => dialog.accept())
  return pane
}

const field = ({ page }: Pick<Tab, 'page'>) => page.getByRole('textbox', { name: /^\d\. Ihr Text/ })
const wayOut = ({ page }: Pick<Tab, 'page'>) => page.getByRole('button', { name: /senden|einsetzen/ }).count()

/** Sealing waits until somebody pauses. */
const pause = ({ page }: Pick<Tab, 'page'>) => page.waitForTimeout(500)

async function reload(pane: Tab): Promise<void> {
  await pause(pane)
  await pane.reload()
}

/** Everything a browser may write to its disk for this page. */
const stored = (page: Page) =>
  page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookies: document.cookie,
    history: JSON.stringify(history.state),
  }))
const NOTHING_STORED = { local: 0, session: 0, databases: 0, caches: 0, cookies: '', history: 'null' }

describe('reloading the pane', () => {
  test('text, names behind placeholders and the draft are there again; nothing of it lies anywhere', async () => {
    server.api.played.model = ({ body }) => {
      const [name = ''] = /\[PERSON \d+ NACHNAME\]/.exec(String(body.messages.at(-1)?.content)) ?? []
      return [{ text: `Guten Tag Frau ${name},\n\nbis [ERGÄNZEN: Tag].` }, { finish: 'stop' }]
    }
    const pane = await openPane()
    const { page, see, press, choose } = pane
    await openTask(pane, 'Freundlicher formulieren')
    await pane.paste(LETTER)
    await choose('Betrifft Menschen')
    await press('Platzhalter einsetzen')
    await press('An MUCGPT senden')
    await see('Der Entwurf ist fertig.')
    const material = await field(pane).inputValue()
    expect(material).toContain('[PERSON 1')
    await reload(pane)
    await see(BACK)
    expect(await field(pane).inputValue()).toBe(material)
    expect(await page.locator('.restored-mark').allTextContents()).toContain('Krause')
    expect(await page.locator('.result-text .gap-mark').allTextContents()).toEqual(['[ERGÄNZEN: Tag]'])
    expect(await page.evaluate(() => window.name)).not.toMatch(VALUES)
    expect(await stored(page)).toEqual(NOTHING_STORED)
    expect(pane.complaints).toEqual([])
    // And it goes on from there.
    await press('Am Ende einfügen')
    await see(/^Eingefügt/)
    await see('In diesem Dokument ist ein KI-Entwurf noch nicht geprüft.')
  })

  test('a draft that was being written is there as far as it had come', async () => {
    let go: () => void = () => {}
    const gate = new Promise<void>(done => {
      go = done
    })
    server.api.played.model = async function* () {
      yield { text: 'Der Anfang des Entwurfs. ' }
      await gate
      yield { text: 'Der Rest.' }
    }
    const pane = await openPane()
    await openTask(pane, 'Text kürzen')
    await pane.paste(PUBLIC)
    await pane.choose('Öffentlich')
    await pane.press('An MUCGPT senden')
    await pane.see(/Der Anfang des Entwurfs/)
    await pause(pane)
    await pane.page.reload({ waitUntil: 'load' })
    go()
    await pane.see(/Der Anfang des Entwurfs/)
    await pane.see(/Der Entwurf ist nicht vollständig/)
  })

  test('what was held stays held', async () => {
    const pane = await openPane()
    await openTask(pane, 'Text kürzen')
    await pane.paste(PASSWORD)
    await pane.choose('Öffentlich')
    await pane.see('Bitte nehmen Sie das Passwort heraus')
    await reload(pane)
    await pane.see(BACK)
    await pane.see('Bitte nehmen Sie das Passwort heraus')
    expect(await wayOut(pane)).toBe(0)
  })

  test('letters typed the moment before may be missing, the rest is there', async () => {
    const pane = await openPane()
    await openTask(pane, 'Text kürzen')
    await field(pane).fill('Erster Satz.')
    await pause(pane)
    await field(pane).press('End')
    await pane.page.keyboard.type('!')
    await pane.reload()
    await pane.see(BACK)
    expect(await field(pane).inputValue()).toMatch(/^Erster Satz\./)
  })

  test('the service away while it reloads: the text waits for it', async () => {
    const pane = await openPane()
    await openTask(pane, 'Text kürzen')
    await pane.paste(PUBLIC)
    await pause(pane)
    await pane.page.route('**/api/**', route => route.abort())
    await pane.page.reload({ waitUntil: 'load' })
    await soon(pane.page.getByRole('alert').first())
    await pane.page.unroute('**/api/**')
    await pane.reload()
    await pane.see(BACK)
    expect(await field(pane).inputValue()).toBe(PUBLIC)
  })
})

describe('nothing comes back', () => {
  test('after clearing everything', async () => {
    const pane = await openPane()
    await openTask(pane, 'Text kürzen')
    await pane.paste(PUBLIC)
    await pause(pane)
    await pane.press('Alles löschen')
    await pane.reload()
    await pane.see('Text kürzen')
    expect(await field(pane).inputValue()).toBe('')
    expect(await pane.page.getByText(BACK).count()).toBe(0)
  })

  test('for somebody else at the same window', async () => {
    const pane = await openPane()
    await openTask(pane, 'Text kürzen')
    await pane.paste(PUBLIC)
    await pause(pane)
    server.become('local:somebody-else')
    await pane.reload()
    await pane.see('Text kürzen')
    expect(await field(pane).inputValue()).toBe('')
    expect(await pane.page.evaluate(() => window.name)).toBe('')
    server.become(ME)
    await pane.reload()
    expect(await field(pane).inputValue()).toBe('')
  })

  test('for the page the window goes to next: it finds nothing it can read', async () => {
    const pane = await openPane()
    await openTask(pane, 'Text kürzen')
    await pane.paste(`${PUBLIC}\n${LETTER}`)
    await pause(pane)
    await pane.page.route('https://elsewhere.example/', route =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title>' }),
    )
    expect(await pane.page.evaluate(() => window.name.length)).toBeGreaterThan(100)
    await pane.page.goto('https://elsewhere.example/')
    const name = await pane.page.evaluate(() => window.name)
    expect(name).not.toMatch(VALUES)
    expect(Buffer.from(name.replace(/[^\w+/-]/g, ''), 'base64url').toString('latin1')).not.toMatch(VALUES)
  })

  test.each([
    { why: 'made up by another page', name: JSON.stringify({ kompass: 'AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA' }) },
    { why: 'plain text in its place', name: JSON.stringify({ kompass: '{"fields":{"material":"Hallo"}}' }) },
    { why: 'no text at all', name: JSON.stringify({ kompass: 7 }) },
  ])('$why', async ({ name }) => {
    const pane = await openPane(page => page.addInitScript(given => (window.name ||= given), name))
    await openTask(pane, 'Text kürzen')
    expect(await field(pane).inputValue()).toBe('')
    expect(await pane.page.evaluate(() => window.name)).toBe('')
    expect(pane.complaints).toEqual([])
  })

  test('from a window somebody else has named; the name stays', async () => {
    const pane = await openPane(page => page.addInitScript(() => (window.name ||= 'fenster-der-fachanwendung')))
    await openTask(pane, 'Text kürzen')
    await pane.paste(PUBLIC)
    await reload(pane)
    expect(await field(pane).inputValue()).toBe('')
    expect(await pane.page.evaluate(() => window.name)).toBe('fenster-der-fachanwendung')
  })
})

describe('in Word, with the real Office.js', () => {
  test('the text is there again, Office starts, and its own note in the name is still there', async () => {
    const word = openWord({ text: 'Vorher\n«Ihre Anfrage wurde gelesen.»' }, 1.8)
    const { page, frame, complaints } = await openPaneInWord(browser, server.address, word)
    page.on('dialog', dialog => dialog.accept())
    await frame.getByRole('link', { name: 'Text kürzen' }).click()
    await frame.getByRole('button', { name: 'Auswahl nehmen' }).click()
    await soon(frame.getByText('Die Auswahl steht jetzt im Feld.'))
    await frame.evaluate(() => {
      window.name = JSON.stringify({
        baseFrameName: 'word',
        hostInfo: 'Word|Web|16.01|de-DE|||0',
        xdmInfo: `conv1|app1|${location.origin}/word`,
      })
    })
    await page.waitForTimeout(500)
    await frame.evaluate(() => location.reload())
    await soon(frame.getByText(BACK))
    expect(await frame.getByRole('textbox', { name: /^\d\. Ihr Text/ }).inputValue()).toBe(
      'Ihre Anfrage wurde gelesen.',
    )
    expect(JSON.parse(await frame.evaluate(() => window.name))).toMatchObject({
      baseFrameName: 'word',
      hostInfo: 'Word|Web|16.01|de-DE|||0',
    })
    // Word is there as before.
    await frame.getByRole('button', { name: 'Ganzes Dokument nehmen' }).click()
    await soon(frame.getByText('Das Dokument steht jetzt im Feld.'))
    // Office.js stores notes of its own there; nothing of the text, sealed or not, is among them.
    const { kompass } = JSON.parse(await frame.evaluate(() => window.name))
    const storages = await frame.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(storages).not.toMatch(/Anfrage|gelesen/)
    expect(storages).not.toContain(String(kompass).slice(0, 16))
    expect(await frame.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
    expect(complaints).toEqual([])
  })
})
