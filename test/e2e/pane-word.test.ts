/// <reference types="office-js" />
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, Frame } from 'playwright-core'
import { openBrowser } from '../support/browser.js'
import { openWord } from '../support/office-word.js'
import { soon } from '../support/page-waits.js'
import { servePane } from '../support/pane-server.js'
import { openPaneInWord } from '../support/pane-word.js'

jest.setTimeout(120_000)

let browser: Browser
let server: Awaited<ReturnType<typeof servePane>>
beforeAll(async () => {
  server = await servePane()
  server.api.played.model = () => [{ text: 'Ihre Anfrage haben wir gelesen.' }, { finish: 'stop' }]
  browser = await openBrowser()
})
afterEach(async () => {
  for (const context of browser.contexts()) {
    await context.unrouteAll({ behavior: 'ignoreErrors' })
    await context.close()
  }
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const TEXT = 'Ihre Anfrage wurde gelesen.'
const inWord = (word: ReturnType<typeof openWord>) => openPaneInWord(browser, server.address, word)

async function drafted(frame: Frame): Promise<void> {
  await frame.getByRole('link', { name: 'Text kürzen' }).click()
  await frame.getByRole('button', { name: 'Auswahl nehmen' }).click()
  await soon(frame.getByText('Die Auswahl steht jetzt im Feld.'))
  await frame.getByRole('radio', { name: /^Intern/ }).check()
  await frame.getByRole('button', { name: 'An MUCGPT senden' }).click()
  await frame.getByText('Der Entwurf ist fertig.').waitFor({ state: 'attached' })
}

async function takenOver(frame: Frame): Promise<void> {
  await frame.getByRole('link', { name: 'Prüfen und übernehmen' }).first().click()
  for (const box of await frame.locator('.points input').all()) await box.check()
  await frame.getByRole('button', { name: 'Geprüft: übernehmen' }).click()
}

// The built pane with the real Office.js, in front of a small Word in memory.
describe('in Word', () => {
  test('a selection is drafted anew, changed word by word, checked and taken over', async () => {
    const word = openWord({ text: `Vorher\n«${TEXT}»\nNachher` }, 1.8)
    const { frame, complaints } = await inWord(word)
    await drafted(frame)
    await frame.getByRole('button', { name: 'Auswahl ändern' }).click()
    await soon(frame.getByText('Eingefügt. Word zeigt es als Änderung.'))
    expect(word.text()).toMatch(/^Vorher\n.*Ihre Anfrage .*\[-wurde -\]\[\+haben wir \+\]gelesen\..*\nNachher$/)
    await takenOver(frame)
    await soon(frame.getByText('Übernommen. Der Text gehört jetzt Ihnen.'))
    expect(word.text()).toContain('<fn:Mit Unterstützung von MUCGPT entworfen, fachlich geprüft>')
    expect(word.text()).not.toContain('{E:')
    await frame.getByRole('button', { name: 'Ans Ende des Dokuments' }).click()
    await soon(frame.getByText('Steht am Ende des Dokuments.'))
    expect(word.text()).toContain('KI-Vermerk: Entwurf mit MUCGPT (Text kürzen)')
    expect(complaints).toEqual([])
  })

  test('a Word that cannot track sets a frame and brackets, and says so', async () => {
    const word = openWord({ text: `«${TEXT}»` }, 1.3)
    const { frame } = await inWord(word)
    await frame.getByText('Was dieses Word nicht kann').click()
    await soon(frame.getByText(/^Änderungen verfolgen/))
    await drafted(frame)
    await frame.getByRole('button', { name: 'Am Ende einfügen' }).click()
    await soon(frame.getByText('Eingefügt, mit einem Rahmen darum.'))
    await takenOver(frame)
    await soon(frame.getByText(/^Übernommen\./))
    expect(word.text()).toContain('[Mit Unterstützung von MUCGPT entworfen, fachlich geprüft]')
  })

  test.each([
    { why: 'a stamp in the header', given: { headers: ['VS – NUR FÜR DEN DIENSTGEBRAUCH'] } },
    { why: 'a stamp in a comment', given: { comments: ['VS – NUR FÜR DEN DIENSTGEBRAUCH'] } },
    { why: 'a stamp somebody has deleted', given: { text: `«${TEXT}»\n[-VS – NUR FÜR DEN DIENSTGEBRAUCH-]` } },
    {
      why: 'a label of Microsoft’s',
      given: { properties: { MSIP_Label_f0_Name: 'VS-NfD', MSIP_Label_f0_Enabled: 'true' } },
    },
  ])('$why holds every text of the document', async ({ given }) => {
    const word = openWord({ text: `«${TEXT}»`, ...given }, 1.8)
    const { frame } = await inWord(word)
    await soon(frame.getByText(/^Dieses Dokument trägt den Vermerk/))
    await frame.getByRole('link', { name: 'Text kürzen' }).click()
    await frame.getByRole('button', { name: 'Auswahl nehmen' }).click()
    await soon(frame.getByText('Dieser Text bleibt hier'))
    await frame.getByRole('radio', { name: /^Öffentlich/ }).check()
    expect(await frame.getByRole('button', { name: /senden|einsetzen/ }).count()).toBe(0)
  })

  test('a passage nobody has checked is named when the pane opens, and which tool it was is still known', async () => {
    const properties = { 'KI-Kompass Entwurf k1': 'mucgpt kuerzen 2026-11-20' }
    const word = openWord({ text: `Vorher\n{E:k1|${TEXT}}`, properties }, 1.8)
    const { frame } = await inWord(word)
    await soon(frame.getByText('In diesem Dokument ist ein KI-Entwurf noch nicht geprüft.'))
    await takenOver(frame)
    await soon(frame.getByText(/KI-Vermerk: Entwurf mit MUCGPT \(Text kürzen\)/))
    expect(word.text()).not.toContain('{E:')
  })

  test('a document only to be read: nothing to insert with, and why', async () => {
    const { frame } = await inWord(openWord({ text: `«${TEXT}»`, readOnly: true }, 1.8))
    await drafted(frame)
    await soon(frame.getByText(/lässt sich nur lesen/).first())
    expect(await frame.getByRole('button', { name: /einfügen$/ }).count()).toBe(0)
  })

  test('Word breaks off in the middle: said, and a second try inserts once', async () => {
    const word = openWord({ text: `«${TEXT}»` }, 1.8)
    const { frame } = await inWord(word)
    await drafted(frame)
    word.failWith({ write: 2, code: 'GeneralException' })
    await frame.getByRole('button', { name: 'Am Ende einfügen' }).click()
    await soon(frame.getByText('Das hat nicht geklappt'))
    await frame.getByRole('alert').getByRole('button', { name: 'Noch einmal' }).click()
    await soon(frame.getByText(/^(Eingefügt|Steht schon)/).first())
    expect(word.text().split('haben wir gelesen').length).toBe(2)
  })

  test('Office.js blocked: the pane is there, says so, and the page to write in stands beside it', async () => {
    const { frame } = await openPaneInWord(browser, server.address, openWord({ text: TEXT }, 1.8), 'refused')
    await soon(frame.getByText(/Office\.js\) lässt sich nicht laden/))
    await soon(frame.getByRole('link', { name: 'Text kürzen' }))
  })

  test('a label the house has named counts as the house says', async () => {
    const properties = { MSIP_Label_f0_Name: 'Musterstadt geschützt', MSIP_Label_f0_Enabled: 'true' }
    const { frame } = await inWord(openWord({ text: `«${TEXT}»`, properties }, 1.8))
    await soon(frame.getByText('Dieses Dokument trägt den Vermerk „Musterstadt geschützt“.'))
    await frame.getByRole('link', { name: 'Text kürzen' }).click()
    await frame.getByRole('button', { name: 'Auswahl nehmen' }).click()
    await frame.getByRole('radio', { name: /^Öffentlich/ }).check()
    await soon(frame.getByText('Dafür geht gerade kein KI-Werkzeug.'))
    expect(await frame.getByRole('button', { name: /senden|einsetzen/ }).count()).toBe(0)
  })

  // Word in the browser tells Office.js nothing of its theme, so this one is put where Word on the desktop puts it.
  test.each([
    { why: 'the black theme', body: '#262626', text: '#FFFFFF', controls: '#363636', look: 'dark' },
    { why: 'a colourful one', body: '#E6E6E6', text: '#000000', controls: '#FFFFFF', look: 'default' },
    { why: 'high contrast', body: '#000000', text: '#FFFF00', controls: '#000000', look: 'contrast' },
  ])('looks like Word in $why when somebody comes back to it, whatever the browser prefers', async row => {
    const { frame } = await inWord(openWord({ text: TEXT }, 1.8))
    await soon(frame.getByRole('link', { name: 'Text kürzen' }))
    expect(await lookOf(frame)).toBe('default')
    await frame.evaluate(({ body, text, controls }) => {
      const value = { bodyBackgroundColor: body, bodyForegroundColor: text, controlBackgroundColor: controls }
      Object.defineProperty(Office.context, 'officeTheme', { value, configurable: true })
      dispatchEvent(new Event('focus'))
    }, row)
    await soon(frame.locator(`[data-theme=${row.look}]`).first())
    await frame.page().emulateMedia({ colorScheme: row.look === 'dark' ? 'light' : 'dark' })
    expect(await lookOf(frame)).toBe(row.look)
  })

  test('without a word from Office it looks as the browser prefers', async () => {
    const { frame, complaints } = await inWord(openWord({ text: TEXT }, 1.8))
    await soon(frame.getByRole('link', { name: 'Text kürzen' }))
    await frame.page().emulateMedia({ colorScheme: 'dark' })
    await soon(frame.locator('[data-theme=dark]').first())
    expect(complaints).toEqual([])
  })
})

const lookOf = (frame: Frame) => frame.locator('[data-theme]').first().getAttribute('data-theme')
