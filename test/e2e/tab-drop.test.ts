import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import { hostTab } from '../support/tab-host.js'
import { PUBLIC } from '../support/tab-texts.js'

jest.setTimeout(120_000)

const { open } = hostTab()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ki-kompass-drop-'))
  await writeFile(join(folder, 'brief.txt'), `${PUBLIC} Grüße`, 'latin1')
  await writeFile(join(folder, 'Bescheid.docx'), 'PK')
})
afterAll(() => rm(folder, { recursive: true }))

type Load = { readonly text?: string; readonly files?: readonly string[] }

/** As the system does it: the browser itself says what is dragged over the page and lets it fall. */
async function drop(page: Page, target: Locator, { text, files = [] }: Load): Promise<void> {
  const box = await target.boundingBox()
  if (!box) throw new Error('nowhere to drop')
  const session = await page.context().newCDPSession(page)
  const items = text === undefined ? [] : [{ mimeType: 'text/plain', data: text }]
  const data = { items, files: files.map(name => join(folder, name)), dragOperationsMask: 1 }
  const [x, y] = [box.x + Math.min(box.width / 2, 60), box.y + box.height / 2]
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
}

const fieldOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Ihr Text' })
const holds = (page: Page, text: string) =>
  page.waitForFunction(wanted => document.querySelector('textarea')?.value === wanted, text)

describe('what is dragged onto the page', () => {
  test('words fall into the field and are checked', async () => {
    const { page, see, choose, requests } = await open()
    await choose('Öffentlich')
    await choose('MUCGPT')
    await drop(page, fieldOf(page), { text: PUBLIC })
    await holds(page, PUBLIC)
    await see('Nichts erkannt')
    expect(requests).toEqual([])
  })

  test.each(['into the field', 'beside it'])('a text file is read, dropped %s', async place => {
    const { page } = await open()
    const target = place === 'beside it' ? page.getByRole('heading', { name: 'Ergebnis' }) : fieldOf(page)
    await drop(page, target, { files: ['brief.txt'] })
    await holds(page, `${PUBLIC} Grüße`)
    expect(await fieldOf(page).evaluate(field => field === document.activeElement)).toBe(true)
  })

  test.each<[string, Load, RegExp]>([
    ['another kind of file', { files: ['Bescheid.docx'] }, /„Bescheid\.docx“ lässt sich hier nicht öffnen/],
    ['two files at once', { files: ['brief.txt', 'Bescheid.docx'] }, /eine Datei nach der anderen/],
  ])('%s is refused, with the way on, and what is in the field stays', async (_, load, message) => {
    const { page, paste, see } = await open()
    await paste(PUBLIC)
    await drop(page, page.getByRole('heading', { name: 'Ergebnis' }), load)
    await see(message)
    await holds(page, PUBLIC)
    expect(page.url()).toMatch(/\/tab\/#\/pruefen$/)
  })
})
