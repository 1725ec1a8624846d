import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser.js'
import { soon } from '../support/page-waits.js'
import { type PaneServer, servePane } from '../support/pane-server.js'
import { openTask } from '../support/pane-steps.js'
import { focused } from '../support/tab-keyboard.js'
import { openTab, type Tab } from '../support/tab-page.js'
import { ILL, LETTER, PASSWORD, PUBLIC } from '../support/tab-texts.js'

jest.setTimeout(180_000)

let browser: Browser
let server: PaneServer
beforeAll(async () => {
  server = await servePane()
  browser = await openBrowser()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const STAMPED = `VS – NUR FÜR DEN DIENSTGEBRAUCH\n${PUBLIC}`

async function paneWith(text: string, origin = 'Betrifft Menschen'): Promise<Tab> {
  const pane = await openTab(browser, server, { at: '/schreiben' })
  await openTask(pane, 'Text kürzen')
  await pane.paste(text)
  await pane.choose(origin)
  return pane
}

const field = ({ page }: Pick<Tab, 'page'>) => page.getByRole('textbox', { name: /^\d\. Ihr Text/ })
const wayOut = ({ page }: Pick<Tab, 'page'>) => page.getByRole('button', { name: /senden|einsetzen/ }).count()
const button = ({ page }: Pick<Tab, 'page'>, name: string | RegExp) => page.getByRole('button', { name })

describe('a place that is no such thing', () => {
  test('is told by kind and rule alone, once; the text stays as it was found', async () => {
    const pane = await paneWith(LETTER)
    const bodies: string[] = []
    pane.page.on('request', request => bodies.push(`${request.url()} ${request.postData() ?? ''}`))
    await pane.page.getByText('Stellen ansehen').click()
    await button(pane, /^Fehlalarm melden: DE89/).click()
    await pane.see('Danke, gezählt (nur die Art, nicht der Text).')
    expect(bodies).toEqual([
      expect.stringMatching(/\/api\/false-alarm \{"kind":"IBAN","rule":"personenbezogene-daten"\}$/),
    ])
    expect(server.alarms.at(-1)).toBe('false-alarm.IBAN.personenbezogene-daten')
    expect(await focused(pane.page)).toBe('Fehlalarm melden')
    await pane.page.keyboard.press('Enter')
    expect(bodies).toHaveLength(1)
    await pane.see('Platzhalter einsetzen')
  })

  test('the service away: said, and pressing again works', async () => {
    const pane = await paneWith(LETTER)
    await pane.page.getByText('Stellen ansehen').click()
    await pane.page.route('**/api/false-alarm', route => route.abort(), { times: 1 })
    await button(pane, /^Fehlalarm melden: DE89/).click()
    await pane.see(/^Das ließ sich gerade nicht zählen/)
    await button(pane, /^Fehlalarm melden: DE89/).click()
    await pane.see(/^Danke, gezählt/)
  })

  test('a stamp is held all the same', async () => {
    const pane = await paneWith(STAMPED, 'Öffentlich')
    await pane.see('Dieser Text bleibt hier')
    await button(pane, /^Fehlalarm melden: VS/).click()
    await pane.see('Danke, gezählt (nur die Art, nicht der Text). Bis das geklärt ist, bleibt der Text hier.')
    expect(await wayOut(pane)).toBe(0)
  })

  test('in "Text prüfen" as well', async () => {
    const { page } = await openTab(browser, { address: server.address.replace('/pane/', '/tab/') }, { at: '/pruefen' })
    await page.getByRole('textbox', { name: /Ihr Text/ }).fill(LETTER)
    await page.getByRole('button', { name: /^Fehlalarm melden: DE89/ }).click()
    await soon(page.getByText('Danke, gezählt (nur die Art, nicht der Text).'))
  })
})

describe('the ways that exist for what was found, and no others', () => {
  test.each([
    { why: 'a name or number', text: LETTER, part: /DE89/, remove: 1, out: 1 },
    { why: 'something about health', text: ILL, part: /Multipler Sklerose/, remove: 1, out: 0 },
    { why: 'a stamp cannot be taken off', text: STAMPED, part: /VS/, remove: 0, out: 0 },
  ])('$why', async ({ text, part, remove, out }) => {
    const pane = await paneWith(text)
    await pane.page.locator('.checked > details').evaluate(details => details.setAttribute('open', ''))
    await soon(button(pane, new RegExp(`^Fehlalarm melden: .*${part.source}`)).first())
    expect(await button(pane, new RegExp(`^Herausnehmen: .*${part.source}`)).count()).toBe(remove)
    expect(await wayOut(pane)).toBe(out)
  })

  test('a place taken out is gone, the rest stays, and undoing brings it back', async () => {
    const pane = await paneWith(LETTER)
    await pane.page.getByText('Stellen ansehen').click()
    await button(pane, /^Herausnehmen: DE89/).click()
    await pane.see('1 Stelle ist herausgenommen.')
    expect(await field(pane).inputValue()).toBe(LETTER.replace('DE89 3704 0044 0532 0130 00', ''))
    expect(await pane.page.evaluate(() => document.activeElement?.className)).toBe('changed')
    await pane.press('Platzhalter einsetzen')
    await pane.see(/durch Platzhalter ersetzt/)
    await pane.press('Rückgängig machen')
    expect(await field(pane).inputValue()).toBe(LETTER.replace('DE89 3704 0044 0532 0130 00', ''))
    await pane.press('Rückgängig machen')
    expect(await field(pane).inputValue()).toBe(LETTER)
    await pane.see('Ihr Text steht wieder wie vorher da.')
    expect(await pane.page.evaluate(() => document.activeElement?.className)).toBe('changed')
  })

  test('a password is taken out with one press, and then it goes on', async () => {
    const pane = await paneWith(`${PUBLIC}\n${PASSWORD}`, 'Öffentlich')
    await pane.see('Bitte nehmen Sie das Passwort heraus')
    expect(await wayOut(pane)).toBe(0)
    await pane.press('Passwort herausnehmen')
    await pane.see('An MUCGPT senden')
    expect(await field(pane).inputValue()).not.toContain('Blaubeere')
    expect(await pane.page.evaluate(() => document.activeElement?.className)).toBe('changed')
  })

  test('the same in a letter of building blocks', async () => {
    const pane = await openTab(browser, server, { at: '/schreiben/einladung' })
    await pane.page.getByRole('textbox', { name: /Ihre Stichworte/ }).fill(`Ort: Ratssaal\n${PASSWORD}`)
    await pane.press('Passwort herausnehmen')
    await pane.see('Aus Textbausteinen, bitte prüfen')
    expect(await pane.page.getByRole('textbox', { name: /Ihre Stichworte/ }).inputValue()).toContain('Ratssaal')
    await pane.press('Rückgängig machen')
    await pane.see('Bitte nehmen Sie das Passwort heraus')
  })

  test('what cannot do it is folded away, each with its reason', async () => {
    const pane = await paneWith(LETTER)
    const folded = pane.page.locator('.not-now')
    await folded.locator('summary').click()
    for (const row of await folded.locator('li').all()) expect((await row.textContent())?.length).toBeGreaterThan(30)
    expect(await folded.locator('li').count()).toBeGreaterThan(0)
  })
})

describe('the label as the house has settled it', () => {
  test.each([
    { why: 'a footnote', style: 'footnote', offered: ['Als Fußnote', 'Ohne Hinweis'], set: '.paper-notes' },
    { why: 'brackets', style: 'bracket', offered: ['In Klammern dahinter', 'Ohne Hinweis'], set: undefined },
    { why: 'none', style: 'none', offered: [], set: undefined },
    {
      why: 'left to the person',
      style: 'free',
      offered: ['Als Fußnote', 'In Klammern dahinter', 'Ohne Hinweis'],
      set: '.paper-notes',
    },
  ] as const)('$why', async ({ style, offered, set }) => {
    const own = await servePane({ label_style: style })
    try {
      const { page, press, paste, choose, see } = await openTab(browser, own, { at: '/schreiben/kuerzen' })
      await paste(PUBLIC)
      await choose('Öffentlich')
      await press('An MUCGPT senden')
      await see('Der Entwurf ist fertig.')
      await press('Am Ende einfügen')
      await page.getByRole('link', { name: 'Prüfen und übernehmen' }).first().click()
      await soon(page.getByText('Hinweis im Text', { exact: true }))
      expect(
        await page.locator('.label-choice label', { has: page.locator('visible=true') }).allTextContents(),
      ).toEqual(expect.arrayContaining([...offered]))
      expect(await page.locator('.label-choice input[type=radio]').count()).toBe(offered.length)
      for (const box of await page.locator('.points input').all()) await box.check()
      await press('Geprüft: übernehmen')
      await see('Übernommen. Der Text gehört jetzt Ihnen.')
      const label = 'Mit Unterstützung von MUCGPT entworfen, fachlich geprüft'
      expect(await page.locator('.paper-notes').allTextContents()).toEqual([set ? label : ''])
      expect(await page.locator('.paper-body').textContent()).toMatch(style === 'bracket' ? `[${label}]` : /Gern\.$/)
    } finally {
      await own.close()
    }
  })
})
