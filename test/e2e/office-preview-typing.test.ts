import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/browser.js'
import { bundlePane } from '../support/office-bundle.js'
import { exchange, passage } from '../support/office-contract/row.js'
import { type Hosted, hostPreview, openPreviewPage } from '../support/office-hosted.js'
import { type Person, personAt } from '../support/office-person.js'
import { soon } from '../support/page-waits.js'

jest.setTimeout(60_000)

let browser: Browser
let script: string
let folder: string
beforeAll(async () => {
  script = await bundlePane()
  browser = await openBrowser()
  folder = await mkdtemp(join(tmpdir(), 'ki-kompass-paper-'))
  await writeFile(join(folder, 'Bild.png'), 'no text')
})
afterEach(() => Promise.all(browser.contexts().map(context => context.close())))
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true })
})

type Opened = { readonly hosted: Hosted; readonly page: Page; readonly person: Person }

async function opened(text: string): Promise<Opened> {
  const page = await openPreviewPage(browser, script)
  const hosted = await hostPreview(page, { text })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await body(page).focus()
  return { hosted, page, person: await personAt(page) }
}

const body = (page: Page) => page.locator('.paper-body')
const WORD_TABLE = '<table><tr><td><b>Hund</b></td><td>20</td></tr></table>'

describe('taking back', () => {
  test.each<{ why: string; given: string; act: (at: Opened) => Promise<unknown>; now: string; back: string[] }>([
    {
      why: 'what was typed',
      given: 'Guten Tag«»',
      act: ({ page }) => page.keyboard.type(', Frau Muster'),
      now: 'Guten Tag, Frau Muster',
      back: ['Guten Tag'],
    },
    {
      why: 'what was pasted over a selection',
      given: 'Eins «zwei\ndrei» vier',
      act: ({ page, person }) => person.paste(body(page), { 'text/plain': 'a\nb\nc' }),
      now: 'Eins a\nb\nc vier',
      back: ['Eins zwei\ndrei vier'],
    },
    {
      why: 'what the pane has changed, the way it was with its marks',
      given: '«Die [+neue +]Gebühr steigt.»',
      act: ({ hosted }) => exchange(hosted, 'Die neue Gebühr sinkt.'),
      now: '{E:k1|Die [+neue +]Gebühr [-steigt-][+sinkt+].}',
      back: ['Die [+neue +]Gebühr steigt.'],
    },
    {
      why: 'what the pane has inserted, and only then what was typed before',
      given: 'Guten Tag«»',
      act: async ({ hosted, page }) => {
        await page.keyboard.type('!')
        await hosted.call('insert', passage('Eins\nZwei'), 'end', { tracked: true })
      },
      now: 'Guten Tag!\n{E:k1|[+Eins+]}\n{E:k1|[+Zwei+]}',
      back: ['Guten Tag!', 'Guten Tag'],
    },
    {
      why: 'a draft taken over is one again',
      given: '«»{E:k1|Entwurf.}',
      act: ({ hosted }) => hosted.call('takeOver', 'k1', { kind: 'footnote', text: 'KI' }),
      now: 'Entwurf.<fn:KI>',
      back: ['{E:k1|Entwurf.}'],
    },
    {
      why: 'a paragraph made and one deleted',
      given: 'Eins«»\nZwei',
      act: async ({ page }) => {
        await page.keyboard.press('Enter')
        await page.keyboard.press('Delete')
      },
      now: 'Eins\nZwei',
      back: ['Eins\n\nZwei', 'Eins\nZwei'],
    },
    {
      why: 'everything deleted',
      given: 'Eins\nZwei«»',
      act: async ({ page }) => {
        await page.keyboard.press('Control+A')
        await page.keyboard.press('Delete')
      },
      now: '',
      back: ['Eins\nZwei'],
    },
    {
      why: 'a word of an input method',
      given: 'Guten «»',
      act: ({ person }) => person.compose(['T', 'Ta', 'Tag'], 'Tag'),
      now: 'Guten Tag',
      back: ['Guten '],
    },
    {
      why: 'a sentence somebody has dictated',
      given: 'Guten Tag.«»',
      act: ({ person }) => person.dictate(' Wir helfen gern.'),
      now: 'Guten Tag. Wir helfen gern.',
      back: ['Guten Tag.'],
    },
  ])('$why, and making it again', async ({ given, act, now, back }) => {
    const at = await opened(given)
    await act(at)
    await body(at.page).focus()
    expect(await at.hosted.text()).toBe(now)
    for (const before of back) {
      await at.page.keyboard.press('Control+Z')
      expect(await at.hosted.text()).toBe(before)
    }
    for (let step = 0; step < back.length; step++) await at.page.keyboard.press('Control+Y')
    expect(await at.hosted.text()).toBe(now)
  })

  test('goes on where the change was', async () => {
    const { hosted, page, person } = await opened('Eins «zwei» drei')
    await person.paste(body(page), { 'text/plain': 'x\ny' })
    await page.keyboard.press('Control+Z')
    await page.keyboard.type('!')
    expect(await hosted.text()).toBe('Eins zwei! drei')
  })

  test('what the port reads is what is there after it', async () => {
    const { hosted, page } = await opened('Guten Tag.«»')
    await hosted.call('insert', passage('Neu.'), 'end', { tracked: true })
    expect(await hosted.call('listDrafts')).toMatchObject({ drafts: [{ id: 'k1' }] })
    await page.keyboard.press('Control+Z')
    expect(await hosted.call('listDrafts')).toEqual({ kind: 'done', drafts: [] })
    expect(await hosted.call('insert', passage('Neu.'), 'end', { tracked: true })).toMatchObject({ already: false })
  })
})

test('building blocks taken back can be inserted again', async () => {
  const { hosted, page } = await opened('Guten Tag.«»')
  const blocks = passage(' Eins.', { author: 'blocks' })
  const insert = () => hosted.call('insert', blocks, 'end', { tracked: true })
  expect(await insert()).toMatchObject({ already: false })
  await page.keyboard.press('Control+Z')
  expect(await insert()).toMatchObject({ already: false })
  expect(await insert()).toMatchObject({ already: true })
  expect(await hosted.text()).toBe('Guten Tag.\n[+ Eins.+]')
})

describe('after everything was deleted', () => {
  test('typing goes on letter by letter', async () => {
    const { hosted, page } = await opened('Eins\n{E:k1|Zwei}«»')
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('Ganz neu')
    await page.keyboard.press('Enter')
    await page.keyboard.type('und mehr')
    expect(await hosted.text()).toBe('Ganz neu\nund mehr')
  })
})

test('bare text, as other browsers leave it, becomes a paragraph under the cursor', async () => {
  const { hosted, page } = await opened('Eins«»')
  await body(page).evaluate(root => {
    root.replaceChildren('Rest')
    getSelection()?.collapse(root.firstChild, 2)
  })
  await page.keyboard.type('xyz')
  expect(await hosted.text()).toBe('Rexyzst')
  expect(await body(page).innerHTML()).toBe('<p>Rexyzst</p>')
})

describe('what is brought', () => {
  test('a table of a spreadsheet comes as its words', async () => {
    const { hosted, page, person } = await opened('Vorher «»')
    await person.paste(body(page), { 'text/html': WORD_TABLE, 'text/plain': 'Hund\t20\r\nKatze\t0' })
    expect(await hosted.text()).toBe('Vorher Hund\t20\nKatze\t0')
    expect(await body(page).locator('table, b').count()).toBe(0)
  })

  test('words dragged in go where they are dropped', async () => {
    const { hosted, page, person } = await opened('«»Eins\nZwei')
    await person.drop(page.locator('.paper-body p').last(), { text: 'gezogen' })
    await page.waitForFunction(() => document.querySelector('.paper-body')?.textContent?.includes('gezogen'))
    expect(await hosted.text()).toBe('Eins\nZweigezogen')
  })

  test.each<[string, (at: Opened) => Promise<void>]>([
    ['a picture pasted', ({ page, person }) => person.pastePicture(body(page))],
    ['a file dropped', ({ page, person }) => person.drop(body(page), { files: [join(folder, 'Bild.png')] })],
  ])('%s is not taken, and why; the next words go in', async (_, bring) => {
    const at = await opened('Vorher«»')
    await bring(at)
    await soon(at.page.getByRole('status').getByText('Auf diese Seite passt nur Text.'))
    expect(await at.hosted.text()).toBe('Vorher')
    await at.page.keyboard.type('!')
    expect(await at.page.getByRole('status').textContent()).toBe('')
  })

  test('of a picture with words beside it the words are taken', async () => {
    const { hosted, page, person } = await opened('Vorher «»')
    await person.pastePicture(body(page), { 'text/plain': 'Hund' })
    expect(await hosted.text()).toBe('Vorher Hund')
  })

  test('fifteen hundred paragraphs are there at once, and gone again', async () => {
    const { hosted, page, person } = await opened('Vorher«»')
    const text = Array.from({ length: 1_500 }, (_, at) => `Absatz ${at} ${'mit Text '.repeat(50)}`).join('\n')
    const time = await page.evaluate(words => {
      const data = new DataTransfer()
      data.setData('text/plain', words)
      const start = performance.now()
      const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data })
      document.querySelector('.paper-body')?.dispatchEvent(paste)
      return performance.now() - start
    }, text)
    expect(time).toBeLessThan(1_000)
    await page.keyboard.press('Control+Z')
    expect(await hosted.text()).toBe('Vorher')
    await person.paste(body(page), { 'text/plain': text })
    expect((await hosted.text()).split('\n').length).toBe(1_500)
  })
})
