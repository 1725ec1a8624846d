import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, Frame } from 'playwright-core'
import { openBrowser } from '../support/browser.js'
import { openWord, type Word } from '../support/office-word.js'
import { soon } from '../support/page-waits.js'
import { servePane } from '../support/pane-server.js'
import { openPaneInWord } from '../support/pane-word.js'

jest.setTimeout(120_000)

const ANSWER = 'Ihre Anfrage haben wir gelesen.'
let browser: Browser
let server: Awaited<ReturnType<typeof servePane>>
beforeAll(async () => {
  server = await servePane()
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

async function paneAt(word: Word): Promise<Frame> {
  return (await openPaneInWord(browser, server.address, word)).frame
}

/** Takes the selection and has it drafted anew by a model that says this. */
async function drafted(frame: Frame, answer = ANSWER): Promise<void> {
  server.api.played.model = () => [{ text: answer }, { finish: 'stop' }]
  await frame.getByRole('link', { name: 'Text kürzen' }).click()
  await frame.getByRole('button', { name: 'Auswahl nehmen' }).click()
  await soon(frame.getByText('Die Auswahl steht jetzt im Feld.'))
  await frame.getByRole('radio', { name: /^Intern/ }).check()
  await frame.getByRole('button', { name: 'An MUCGPT senden' }).click()
  await frame.getByText('Der Entwurf ist fertig.').waitFor({ state: 'attached' })
}

const press = (frame: Frame, name: string) => frame.getByRole('button', { name }).click()
const inserted = (frame: Frame) => soon(frame.getByText(/^(Eingefügt|Steht schon)/).first())

describe('places where nothing may be changed', () => {
  test.each([
    {
      why: 'across cells of a table',
      text: 'Vorher\n| «Ihre Anfrage\n| wurde gelesen.»\nNachher',
      says: /^Die Auswahl reicht über Zellen einer Tabelle/,
    },
    {
      why: 'in a field of the template',
      text: `Vorher\n{Formularfeld|«${TEXT}»}\nNachher`,
      says: /^Hier steht ein geschütztes Feld der Vorlage/,
    },
    {
      why: 'around a field of the template',
      text: '«Ihre {Formularfeld|Anfrage} wurde gelesen.»\nNachher',
      says: /^Hier steht ein geschütztes Feld der Vorlage/,
    },
  ])('$why: said, nothing touched, and the text still gets into the document', async ({ text, says }) => {
    const word = openWord({ text }, 1.8)
    const frame = await paneAt(word)
    await drafted(frame)
    const before = word.text()
    await press(frame, 'Auswahl ändern')
    await soon(frame.getByRole('alert').getByText(says))
    expect(word.text()).toBe(before)
    await press(frame, 'Am Ende einfügen')
    await inserted(frame)
    expect(word.text().startsWith(`${before}\n`)).toBe(true)
    expect(word.text().split('haben wir').length).toBe(2)
  })

  test('a document that turns out to be protected only when it is written to', async () => {
    const word = openWord({ text: `«${TEXT}»` }, 1.8)
    const frame = await paneAt(word)
    await drafted(frame)
    word.failWith({ write: 1, code: 'AccessDenied' })
    await press(frame, 'Am Ende einfügen')
    await soon(frame.getByRole('alert').getByText(/^Das Dokument ist schreibgeschützt/))
    expect(word.text()).toBe(TEXT)
    expect(await frame.locator('.draft').textContent()).toContain('haben wir')
  })
})

describe('Word breaks off', () => {
  test.each([2, 3, 4, 5, 6, 7, 8, 9])(
    'at write %i of a change: said, and "Noch einmal" brings it to its end',
    async write => {
      const word = openWord({ text: `Vorher\n«${TEXT}»\nNachher` }, 1.8)
      const frame = await paneAt(word)
      await drafted(frame)
      word.failWith({ write, code: 'GeneralException' })
      await press(frame, 'Auswahl ändern')
      await soon(frame.getByRole('alert').getByText('Das hat nicht geklappt'))
      await frame.getByRole('alert').getByRole('button', { name: 'Noch einmal' }).click()
      await inserted(frame)
      expect(word.titles()).toEqual(['KI-Entwurf – noch nicht geprüft'])
      expect(word.text()).toMatch(
        /^Vorher\n\{E:[^|]+\|Ihre Anfrage \[-wurde -\]\[\+haben wir \+\]gelesen\.\}\nNachher$/,
      )
    },
  )

  test('busy with an open window: what to do, and then it goes', async () => {
    const word = openWord({ text: `«${TEXT}»` }, 1.8)
    const frame = await paneAt(word)
    await drafted(frame)
    word.failWith({ write: 1, code: 'HostIsBusy' })
    await press(frame, 'Am Ende einfügen')
    await soon(frame.getByRole('alert').getByText(/^Word ist gerade beschäftigt/))
    await frame.getByRole('alert').getByRole('button', { name: 'Noch einmal' }).click()
    await inserted(frame)
    expect(word.text().split('haben wir').length).toBe(2)
  })
})

describe('two panes on one document', () => {
  test('both draft and insert: two drafts, each taken over once; who comes second is told', async () => {
    const word = openWord({ text: `Vorher\n«${TEXT}»` }, 1.8)
    const [one, other] = [await paneAt(word), await paneAt(word)]
    await drafted(one, 'Entwurf des einen.')
    await drafted(other, 'Entwurf der anderen.')
    await Promise.all([press(one, 'Am Ende einfügen'), press(other, 'Am Ende einfügen')])
    await Promise.all([inserted(one), inserted(other)])
    expect(word.titles()).toEqual(['KI-Entwurf – noch nicht geprüft', 'KI-Entwurf – noch nicht geprüft'])
    expect(word.tracking()).toBe('Off')

    for (const frame of [one, other]) {
      await frame.getByRole('link', { name: 'Prüfen und übernehmen' }).first().click()
      await soon(frame.locator('.points input').first())
    }
    for (const frame of [one, other]) {
      for (const box of await frame.locator('.points input').all()) await box.check()
    }
    await one.getByRole('button', { name: 'Geprüft: übernehmen' }).first().click()
    await soon(one.getByText('Übernommen. Der Text gehört jetzt Ihnen.'))
    await other.getByRole('button', { name: 'Geprüft: übernehmen' }).first().click()
    await soon(other.getByText(/^(Die Stelle gibt es nicht mehr|Übernommen)/).first())
    const notes = word.text().split('<fn:').length - 1
    expect(notes + word.titles().length).toBe(2)
    expect(word.text()).toContain('Entwurf des einen.')
    expect(word.text()).toContain('Entwurf der anderen.')
  })
})
