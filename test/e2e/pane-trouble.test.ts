import { afterEach, describe, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { ModelChunk } from '../../bot/generation/models/model.js'
import { hostPane } from '../support/pane-host.js'
import { openTask, paper, selectParagraph, tickAll, typeInto } from '../support/pane-steps.js'
import { focused, tabTo } from '../support/tab-keyboard.js'
import type { Tab } from '../support/tab-page.js'
import { PASSWORD, PUBLIC } from '../support/tab-texts.js'

jest.setTimeout(180_000)

const { open, api } = hostPane()
const says = (text: string): ModelChunk[] => [{ text }, { finish: 'stop' }]
afterEach(() => {
  api().played.model = () => says('Gern.')
})

const field = ({ page }: Pick<Tab, 'page'>) => page.getByRole('textbox', { name: /^\d\. Ihr Text/ })
const wayOut = ({ page }: Pick<Tab, 'page'>) => page.getByRole('button', { name: /senden|einsetzen/ }).count()

/** Puts what another program would put on the clipboard there, and presses Ctrl+V. */
async function pasteAs(pane: Tab, kinds: Readonly<Record<string, string>>): Promise<void> {
  await pane.page.evaluate(async parts => {
    const blobs = Object.entries(parts).map(([type, data]) => [type, new Blob([data], { type })] as const)
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
  }, kinds)
  await field(pane).click()
  await pane.page.keyboard.press('Control+V')
}

async function pasteImage(pane: Tab): Promise<void> {
  await pane.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4, 4)
    canvas.getContext('2d')?.fillRect(0, 0, 4, 4)
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': await canvas.convertToBlob() })])
  })
  await field(pane).click()
  await pane.page.keyboard.press('Control+V')
}

describe('what is pasted', () => {
  test('five million characters are held, and the pane goes on', async () => {
    const pane = await open()
    await openTask(pane, 'Text kürzen')
    await pane.page.evaluate(text => navigator.clipboard.writeText(text.repeat(64_000)), `${PUBLIC}\n`)
    await field(pane).click()
    await pane.page.keyboard.press('Control+V')
    await pane.see(/zu lang/)
    await pane.choose('Öffentlich')
    expect(await wayOut(pane)).toBe(0)
    await pane.press('Alles löschen')
    expect(await field(pane).inputValue()).toBe('')
  })

  test('of a page only what can be read is taken, hidden words too: they are seen and checked', async () => {
    const pane = await open()
    await openTask(pane, 'Text kürzen')
    await pasteAs(pane, {
      'text/html': `<p>${PUBLIC}</p><p style="display:none">${PASSWORD}</p><script>throw 1</script>`,
      'text/plain': `${PUBLIC}\n${PASSWORD}`,
    })
    expect(await field(pane).inputValue()).toContain('Passwort')
    await pane.choose('Öffentlich')
    await pane.see('Bitte nehmen Sie das Passwort heraus')
    expect(await wayOut(pane)).toBe(0)
    expect(await pane.page.locator('.pane script').count()).toBe(0)
  })

  test('a table of Excel comes as its cells, and names in them are found', async () => {
    const pane = await open()
    await openTask(pane, 'Text kürzen')
    await pasteAs(pane, {
      'text/html': '<table><tr><td>Krause, Erika</td><td>DE89 3704 0044 0532 0130 00</td></tr></table>',
      'text/plain': 'Name\tKonto\nErika Krause\tDE89 3704 0044 0532 0130 00',
    })
    expect(await field(pane).inputValue()).toContain('\t')
    await pane.see(/^Erkannt: .*Kontonummer/)
  })

  test('a picture is not taken, and why', async () => {
    const pane = await open()
    await openTask(pane, 'Text kürzen')
    await pasteImage(pane)
    await pane.see(/lässt sich hier nicht öffnen|Das ist kein Text/)
    expect(await field(pane).inputValue()).toBe('')
  })

  test('a stamp typed in, pasted or taken from the document is held alike, and the focus stays', async () => {
    const pane = await open()
    const { page, see, press } = pane
    await openTask(pane, 'Text kürzen')
    await pane.choose('Öffentlich')
    await field(pane).click()
    await page.keyboard.type('VS – NUR FÜR DEN DIENSTGEBRAUCH\nText')
    await see('Dieser Text bleibt hier')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    expect(await wayOut(pane)).toBe(0)
    await press('Alles löschen')
    await pane.paste('VS – NUR FÜR DEN DIENSTGEBRAUCH\n\nText')
    await see('Dieser Text bleibt hier')
    expect(await wayOut(pane)).toBe(0)
    await press('Alles löschen')
    await typeInto(pane, '\nVS – NUR FÜR DEN DIENSTGEBRAUCH\n')
    await press('Ganzes Dokument nehmen')
    await see('Dieser Text bleibt hier')
    expect(await wayOut(pane)).toBe(0)
  })
})

describe('the document', () => {
  test('three hundred pages are read and checked, and too much for a tool is said', async () => {
    const pane = await open()
    await openTask(pane, 'Text kürzen')
    await paper(pane).click()
    await pane.page.keyboard.press('Control+End')
    const line = `${PUBLIC} `.repeat(60)
    await pane.page.evaluate(text => navigator.clipboard.writeText(Array(150).fill(text).join('\n')), line)
    await pane.page.keyboard.press('Control+V')
    await pane.press('Ganzes Dokument nehmen')
    await pane.page
      .getByText(/länger als 200\.000 Zeichen/)
      .first()
      .waitFor({ timeout: 60_000 })
    await pane.choose('Öffentlich')
    await pane.see(/^(Erkannt|Nichts erkannt)/)
    expect(await pane.page.getByRole('button', { name: /senden/, disabled: false }).count()).toBe(0)
  })

  test('a place that has changed meanwhile stays as it is, and the way on is said', async () => {
    api().played.model = () => says('Ihre Anfrage haben wir gelesen.')
    const pane = await open()
    await openTask(pane, 'Text kürzen')
    await selectParagraph(pane, 'Ihre Anfrage wurde')
    await pane.press('Auswahl nehmen')
    await pane.choose('Intern')
    await pane.press('An MUCGPT senden')
    await pane.see('Der Entwurf ist fertig.')
    await paper(pane).locator('p', { hasText: 'Ihre Anfrage wurde' }).click()
    await pane.page.keyboard.type('neue Wörter ')
    const before = await paper(pane).textContent()
    await pane.press('Auswahl ändern')
    await pane.see(/Die Stelle wurde inzwischen geändert|Die Stelle gibt es nicht mehr/)
    expect(await paper(pane).textContent()).toBe(before)
    await pane.press('Am Ende einfügen')
    await pane.see(/^Eingefügt/)
  })

  test('a draft somebody deleted is gone when it is to be taken over, and nothing else happens', async () => {
    api().played.model = () => says('Ein Satz.')
    const pane = await open()
    await openTask(pane, 'Text kürzen')
    await pane.paste(PUBLIC)
    await pane.choose('Öffentlich')
    await pane.press('An MUCGPT senden')
    await pane.press('Am Ende einfügen')
    await pane.page.getByRole('link', { name: 'Prüfen und übernehmen' }).first().click()
    await tickAll(pane)
    await paper(pane).click()
    await pane.page.keyboard.press('Control+A')
    await pane.page.keyboard.press('Delete')
    await pane.press('Geprüft: übernehmen')
    await pane.see('Die Stelle gibt es nicht mehr. Setzen Sie den Cursor und fügen Sie den Text dort ein.')
  })
})

describe('the service', () => {
  test('gone when the pane opens: the pane is there, says so, and tries again', async () => {
    const pane = await open({ before: page => page.route('**/api/**', route => route.abort()) })
    const { page, see, press } = pane
    await see(/nicht erreichbar/)
    await page.unroute('**/api/**')
    await press(/^(Noch einmal|Neu anmelden)/)
    await see(/Ohne KI: die Schreibhilfe|Noch einmal/)
  })

  test('gone in the middle of a draft: what came stays and can go into the document', async () => {
    api().played.model = async function* () {
      yield { text: 'Der Anfang steht.' }
      await new Promise(done => setTimeout(done, 300))
      throw new Error('gone')
    }
    const pane = await open()
    await openTask(pane, 'Text kürzen')
    await pane.paste(PUBLIC)
    await pane.choose('Öffentlich')
    await pane.press('An MUCGPT senden')
    await pane.see(/Was schon da ist, bleibt stehen/)
    await pane.page.route('**/api/**', route => route.abort())
    await pane.press('Am Ende einfügen')
    await pane.see(/^Eingefügt/)
    await pane.page.getByRole('link', { name: 'Prüfen und übernehmen' }).first().click()
    await tickAll(pane)
    await pane.press('Geprüft: übernehmen')
    await pane.see('Übernommen. Der Text gehört jetzt Ihnen.')
  })
})

describe('closing', () => {
  const asks = async (page: Page): Promise<boolean> => {
    let asked = false
    page.on('dialog', dialog => {
      asked = dialog.type() === 'beforeunload'
      dialog.dismiss().catch(() => undefined)
    })
    await page.close({ runBeforeUnload: true })
    for (let wait = 0; wait < 20 && !asked && !page.isClosed(); wait++) await new Promise(done => setTimeout(done, 50))
    return asked
  }

  test('asks first when something would be lost, and not when nothing would', async () => {
    const empty = await open()
    await openTask(empty, 'Text kürzen')
    expect(await asks(empty.page)).toBe(false)
    const full = await open()
    await openTask(full, 'Text kürzen')
    await full.paste(PUBLIC)
    expect(await asks(full.page)).toBe(true)
  })
})

test('the whole way works with the keyboard alone', async () => {
  api().played.model = () => says('Ein Satz für alle.')
  const pane = await open()
  const { page, see } = pane
  await see('Ohne KI: die Schreibhilfe')
  await tabTo(page, 'Text kürzen')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
  await page.keyboard.press('Tab')
  for (let at = 0; at < 10 && (await page.evaluate(() => document.activeElement?.tagName)) !== 'TEXTAREA'; at++)
    await page.keyboard.press('Tab')
  await page.keyboard.type(PUBLIC)
  await see(/^Nichts erkannt/)
  for (let at = 0; at < 20 && !(await page.evaluate(() => document.activeElement?.matches('input[type=radio]'))); at++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await tabTo(page, 'An MUCGPT senden')
  await page.keyboard.press('Enter')
  await see('Ein Satz für alle.')
  expect(await focused(page)).toBe('Entwurf')
  await tabTo(page, 'Am Ende einfügen')
  await page.keyboard.press('Enter')
  await see(/^Eingefügt/)
  expect(await focused(page)).toBe('Am Ende einfügen')
  await tabTo(page, 'Prüfen und übernehmen')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
  for (let ticked = 0; ticked < 6; ) {
    await page.keyboard.press('Tab')
    if (!(await page.evaluate(() => document.activeElement?.matches('.points input')))) continue
    await page.keyboard.press('Space')
    ticked++
  }
  await tabTo(page, 'Geprüft: übernehmen')
  await page.keyboard.press('Enter')
  await see('Übernommen. Der Text gehört jetzt Ihnen.')
  expect(await focused(page)).toBe('Übernommen. Der Text gehört jetzt Ihnen.')
  await tabTo(page, 'Ans Ende des Dokuments')
  await page.keyboard.press('Enter')
  await see('Steht am Ende des Dokuments.')
})
