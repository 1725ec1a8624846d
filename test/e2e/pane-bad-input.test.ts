import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { ModelChunk } from '../../bot/generation/models/model.js'
import { type Person, personAt } from '../support/office-person.js'
import { soon } from '../support/page-waits.js'
import { hostPane } from '../support/pane-host.js'
import { openTask, paper, typeInto } from '../support/pane-steps.js'
import type { Tab } from '../support/tab-page.js'
import { LETTER, PUBLIC } from '../support/tab-texts.js'

jest.setTimeout(180_000)

const { open, api } = hostPane()
const says = (text: string): ModelChunk[] => [{ text }, { finish: 'stop' }]
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ki-kompass-bad-input-'))
  await writeFile(join(folder, 'brief.txt'), LETTER)
  await writeFile(join(folder, 'Lageplan.png'), 'no text')
})
afterEach(() => {
  api().played.model = () => says('Gern.')
})
afterAll(() => rm(folder, { recursive: true }))

const IBAN = 'DE89 3704 0044 0532 0130 00'
const field = ({ page }: Tab) => page.getByRole('textbox', { name: /^\d\. Ihr Text/ })
const waysOn = ({ page }: Tab) => page.getByRole('button', { name: /senden|einsetzen/, disabled: false }).count()
const mayGo = ({ page }: Tab) => page.getByRole('button', { name: /senden/, disabled: false }).count()
/** Line breaks as a field holds them. */
const fielded = (text: string) => text.replaceAll('\r\n', '\n')

async function opened(task = 'Text kürzen'): Promise<{ readonly pane: Tab; readonly person: Person }> {
  const pane = await open()
  await openTask(pane, task)
  return { pane, person: await personAt(pane.page) }
}

/** Copies a page of another window with the keyboard, as a person does. */
async function copyPage(pane: Tab, html: string): Promise<void> {
  const page = await pane.page.context().newPage()
  await page.setContent(`<!doctype html><body>${html}</body>`)
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+C')
  await page.close()
  await pane.page.bringToFront()
}

describe('words of a page that nobody sees', () => {
  test.each([
    ['white on white', `<span style="color:#fff;background:#fff">${IBAN}</span>`],
    ['of no size', `<span style="font-size:0">${IBAN}</span>`],
    ['without any opacity', `<span style="opacity:0">${IBAN}</span>`],
    ['far outside', `<p style="position:absolute;left:-9999px">${IBAN}</p>`],
    ['broken up by characters of no width', `<p>${IBAN.replaceAll(' ', '\u200b \u200b')}</p>`],
    ['with soft hyphens in between', `<p>${IBAN.replaceAll(' ', '&shy;')}</p>`],
  ])('%s come in as plain words, and are found', async (_, hidden) => {
    const { pane } = await opened()
    await copyPage(pane, `<p>${PUBLIC}</p>${hidden}`)
    await field(pane).click()
    await pane.page.keyboard.press('Control+V')
    expect((await field(pane).inputValue()).replaceAll(/[^A-Z\d]/g, '')).toContain(IBAN.replaceAll(' ', ''))
    await pane.see(/^Erkannt: .*Kontonummer/)
    await pane.choose('Betrifft Menschen')
    expect(await mayGo(pane)).toBe(0)
  })

  test('not shown at all, they do not come in; nothing of the page’s own form does', async () => {
    const { pane } = await opened()
    await copyPage(
      pane,
      `<p>${PUBLIC}</p><p style="display:none">${IBAN}</p><script>window.bad = 1</script><b>Ende</b>`,
    )
    await field(pane).click()
    await pane.page.keyboard.press('Control+V')
    expect((await field(pane).inputValue()).split(/\n+/)).toEqual([PUBLIC, 'Ende'])
  })
})

describe('a table of a spreadsheet', () => {
  const CELLS = 'Becken\tÖffnet\r\nFreibad\t10 Uhr\r\nHallenbad\t8 Uhr\r\n'
  const HTML = `<table><tr><td>Becken</td><td>Öffnet</td></tr><tr><td>${IBAN}</td></tr></table>`

  test('what stands in the field is what is sent, to the letter; of its HTML nothing', async () => {
    const { pane, person } = await opened()
    await person.pastePicture(field(pane), { 'text/html': HTML, 'text/plain': CELLS })
    expect(await field(pane).inputValue()).toBe(fielded(CELLS))
    await pane.choose('Öffentlich')
    const bodies: string[] = []
    pane.page.on('request', request => bodies.push(request.postData() ?? ''))
    await pane.press('An MUCGPT senden')
    await pane.see('Der Entwurf ist fertig.')
    const sent = bodies.filter(body => body.includes('Becken')).map(body => JSON.parse(body) as { material: string })
    expect(sent.map(({ material }) => material)).toEqual([fielded(CELLS)])
    const toModel = JSON.stringify(api().played.calls.at(-1)?.body.messages)
    expect(toModel).toContain(JSON.stringify(fielded(CELLS).trimEnd()).slice(1, -1))
    expect(toModel).not.toContain('DE89')
  })

  test('numbers cut up by cells and breaks are found', async () => {
    const { pane, person } = await opened()
    await person.paste(field(pane), { 'text/plain': `Name\tKonto\r\nErika Krause\t${IBAN}\r\n` })
    await pane.see(/^Erkannt: .*Kontonummer/)
    expect(await waysOn(pane)).toBe(0)
  })
})

describe('pictures and files', () => {
  test.each<[string, (at: { pane: Tab; person: Person }) => Promise<void>]>([
    ['a picture pasted', ({ pane, person }) => person.pastePicture(field(pane))],
    ['a picture dropped', ({ pane, person }) => person.drop(field(pane), { files: [join(folder, 'Lageplan.png')] })],
    [
      'a picture dropped beside the field',
      ({ pane, person }) =>
        person.drop(pane.page.getByRole('heading', { level: 1 }), { files: [join(folder, 'Lageplan.png')] }),
    ],
  ])('%s is refused with a reason, and what was there stays', async (_, bring) => {
    const at = await opened()
    await at.pane.paste(PUBLIC)
    await bring(at)
    await at.pane.see(/lässt sich hier nicht öffnen|Das ist kein Text/)
    expect(await field(at.pane).inputValue()).toBe(PUBLIC)
    expect(at.pane.page.url()).toContain('/pane/')
  })

  test('a file of text dropped is read and held like any other', async () => {
    const { pane, person } = await opened()
    await person.drop(field(pane), { files: [join(folder, 'brief.txt')] })
    await pane.see(/^Erkannt: .*Kontonummer/)
    expect(await field(pane).inputValue()).toBe(LETTER)
    expect(await waysOn(pane)).toBe(0)
  })

  test('words dragged into the field are checked', async () => {
    const { pane, person } = await opened()
    await person.drop(field(pane), { text: `Bitte auf ${IBAN} überweisen.` })
    await pane.see(/^Erkannt: .*Kontonummer/)
    expect(await waysOn(pane)).toBe(0)
  })

  test('a file dropped on the page to write in is refused there, and the page stays', async () => {
    const { pane, person } = await opened()
    const before = await paper(pane).textContent()
    await person.drop(paper(pane), { files: [join(folder, 'Lageplan.png')] })
    await pane.see('Auf diese Seite passt nur Text.')
    expect(await paper(pane).textContent()).toBe(before)
    expect(pane.page.url()).toContain('/pane/')
  })
})

describe('words that are not typed letter by letter', () => {
  test('dictated: checked like typed ones', async () => {
    const { pane, person } = await opened()
    await field(pane).click()
    await person.dictate(`Bitte überweisen Sie auf ${IBAN}.`)
    await pane.see(/^Erkannt: .*Kontonummer/)
    expect(await waysOn(pane)).toBe(0)
  })

  test('of an input method: held when they are there, and none is swallowed', async () => {
    const { pane, person } = await opened()
    await field(pane).click()
    await pane.page.keyboard.type(`Auf ${IBAN.slice(0, -3)} `)
    await person.compose(['0', '00'], '00')
    expect(await field(pane).inputValue()).toBe(`Auf ${IBAN.slice(0, -3)} 00`)
    await pane.see(/^Erkannt: .*Kontonummer/)
  })
})

describe('taking back', () => {
  test('a paste that was held: the text before is there again, free to go', async () => {
    const { pane } = await opened()
    await pane.choose('Öffentlich')
    await field(pane).click()
    await pane.page.keyboard.type(PUBLIC)
    await pane.see('An MUCGPT senden')
    await pane.page.evaluate(text => navigator.clipboard.writeText(text), `\n${LETTER}`)
    await pane.page.keyboard.press('Control+V')
    await pane.see(/^Erkannt: .*Kontonummer/)
    expect(await mayGo(pane)).toBe(0)
    await pane.page.keyboard.press('Control+Z')
    expect(await field(pane).inputValue()).toBe(PUBLIC)
    await pane.see(/^Nichts erkannt/)
    expect(await mayGo(pane)).toBe(1)
  })

  test('in the field leaves the page to write in alone, and the other way round', async () => {
    const { pane } = await opened()
    const before = await paper(pane).textContent()
    await field(pane).click()
    await pane.page.keyboard.type('Eins')
    await typeInto(pane, ' Zwei')
    await field(pane).click()
    await pane.page.keyboard.press('Control+Z')
    expect(await paper(pane).textContent()).toBe(`${before} Zwei`)
    await paper(pane).click()
    await pane.page.keyboard.press('Control+Z')
    expect(await paper(pane).textContent()).toBe(before)
  })

  test('what was inserted: the page reads as before, and the draft can be inserted again', async () => {
    api().played.model = () => says('Ein Satz für das Dokument.')
    const { pane } = await opened()
    await pane.paste(PUBLIC)
    await pane.choose('Öffentlich')
    await pane.press('An MUCGPT senden')
    await pane.see('Der Entwurf ist fertig.')
    const before = await paper(pane).textContent()
    await pane.press('Am Ende einfügen')
    await pane.see(/^Eingefügt/)
    await paper(pane).click()
    await pane.page.keyboard.press('Control+Z')
    expect(await paper(pane).textContent()).toBe(before)
    await pane.press('Am Ende einfügen')
    await pane.see(/^Eingefügt/)
    expect((await paper(pane).textContent())?.split('Ein Satz für das Dokument.').length).toBe(2)
  })
})

describe('three hundred pages', () => {
  const TEXT = Array.from({ length: 1_500 }, (_, at) => `Absatz ${at}. ${PUBLIC.repeat(6)}`).join('\n')

  test('pasted into the page are there at once, taken whole, checked to the last line', async () => {
    const { pane, person } = await opened()
    await typeInto(pane, '\n')
    const start = Date.now()
    await person.paste(paper(pane), { 'text/plain': `${TEXT}\nKonto ${IBAN}` })
    await pane.page.waitForFunction(() => document.querySelectorAll('.paper-body p').length > 1_500)
    expect(Date.now() - start).toBeLessThan(5_000)
    await pane.press('Ganzes Dokument nehmen')
    await pane.page
      .getByText(/länger als 200\.000 Zeichen/)
      .first()
      .waitFor({ timeout: 60_000 })
    const length = await pane.page.evaluate(
      () => Array.from(document.querySelectorAll('.paper-body p'), ({ textContent }) => textContent).join('\n').length,
    )
    expect(length).toBeGreaterThan(TEXT.length)
    await soon(pane.page.getByText(`Ein langer Text: ${length.toLocaleString('de-DE')} Zeichen.`))
    await pane.page
      .getByText(/^Erkannt: .*Kontonummer/)
      .first()
      .waitFor({ timeout: 60_000 })
    expect(await waysOn(pane)).toBe(0)
  })
})
