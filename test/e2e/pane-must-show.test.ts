import { beforeAll, describe, expect, jest, test } from '@jest/globals'
import { soon } from '../support/page-waits.js'
import { hostPaneService } from '../support/pane-service.js'
import { openTask, paper, tickAll } from '../support/pane-steps.js'
import type { Tab } from '../support/tab-page.js'
import { LETTER, PUBLIC } from '../support/tab-texts.js'

jest.setTimeout(180_000)

const ANSWER =
  'Guten Tag Frau [PERSON 1 NACHNAME],\n\nIhr Konto [IBAN 1] ist notiert. Wir melden uns am [ERGÄNZEN: Datum].'
const STAMP = 'VS – NUR FÜR DEN DIENSTGEBRAUCH'
const STAMPED = `${STAMP}\n\n${LETTER}`

/** What people would not want to find there: whole values, and the pieces somebody could still recognise. */
const PIECES = [
  'krause',
  'erika',
  'lindenstr',
  '21335',
  'lüneburg',
  'example.org',
  'DE89370400440532013000',
  '370400440532013000',
  '0532013000',
]

const { open, upstream, asked, post, pack, learnAll } = hostPaneService(model => {
  model.onMessage('IBAN 1', { content: ANSWER }, { chunkSize: 5 })
  model.onMessage(/./, { content: 'Gern.' })
})
beforeAll(learnAll)

/** Letters and digits only, so that no blank, hyphen or escape hides a number or name. */
const bare = (text: string): string =>
  text
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]/gu, '')
const piecesIn = (text: string): string[] => {
  const all = bare(text)
  return PIECES.filter(piece => all.includes(bare(piece)))
}

const field = ({ page }: Tab) => page.getByRole('textbox', { name: /Ihr Text/ })
/** Whatever would carry a text on: to a model, to the clipboard for another tool, into the document. */
const waysOn = ({ page }: Tab): Promise<number> =>
  page.getByRole('button', { name: /senden|einsetzen|kopieren|einfügen$/i }).count()

describe('a person pastes a letter with an IBAN and a name', () => {
  test('held and marked, replaced, drafted, restored, inserted, reviewed, taken over, noted; nothing of it is sent', async () => {
    const before = upstream().length
    const pane = await open()
    const { page, paste, choose, see, press, complaints } = pane
    await see('Vorschau ohne Word')

    await openTask(pane, 'Freundlicher formulieren')
    await paste(LETTER)
    await see(/^Erkannt: .*Kontonummer/)
    expect(await waysOn(pane)).toBe(0)
    await page.getByText('Stellen ansehen').click()
    await soon(page.locator('.marked mark', { hasText: 'Erika Krause' }))
    await soon(page.locator('.marked mark', { hasText: 'DE89 3704 0044 0532 0130 00' }))

    await choose('Betrifft Menschen')
    await press('Platzhalter einsetzen')
    expect(piecesIn(await field(pane).inputValue())).toEqual([])

    await press('An MUCGPT senden')
    await see('Der Entwurf ist fertig.')
    const restored = await page.locator('.restored-mark').allTextContents()
    expect(restored).toEqual(expect.arrayContaining(['Krause', 'DE89 3704 0044 0532 0130 00']))

    await press('Am Ende einfügen')
    await see(/^Eingefügt/)
    expect(await paper(pane).textContent()).toContain('Ihr Konto DE89 3704 0044 0532 0130 00 ist notiert.')
    await page.getByRole('link', { name: 'Prüfen und übernehmen' }).first().click()
    await tickAll(pane)
    await press('Geprüft: übernehmen')
    await see('Übernommen. Der Text gehört jetzt Ihnen.')
    await page.getByLabel('Geprüft durch').fill('A. D.')
    await press('Ans Ende des Dokuments')
    await see('Steht am Ende des Dokuments.')
    expect(await paper(pane).locator('p').last().textContent()).toMatch(
      /^KI-Vermerk: Entwurf mit MUCGPT .* geprüft durch A\. D\.\.?$/,
    )

    const sent = upstream().slice(before)
    expect(sent).toContain('[PERSON 1 NACHNAME]')
    expect(sent).toContain('[IBAN 1]')
    expect(piecesIn(sent)).toEqual([])
    expect(complaints).toEqual([])
  })

  test('the same letter with the built-in assistant: its own words, no placeholders, nothing sent, no mark of AI', async () => {
    const before = asked()
    const pane = await open()
    const { page, paste, press, see } = pane
    await page.getByRole('link', { name: 'Aus Textbausteinen' }).click()
    await page.getByRole('link', { name: 'Eingangsbestätigung', exact: true }).click()
    await paste('Name: Frau Erika Krause\nAnliegen: Erstattung auf DE89 3704 0044 0532 0130 00', 'Ihre Stichworte')
    await press('Am Ende einfügen')
    await see(/^Eingefügt/)
    const written = (await paper(pane).textContent()) ?? ''
    expect(written).toContain('Sehr geehrte Frau Erika Krause')
    expect(written).toContain('DE89 3704 0044 0532 0130 00')
    expect(written).not.toMatch(/\bKI\b|\[(?:PERSON|IBAN)/)
    expect(asked()).toBe(before)
  })

  test('what is looked for would be found: the recorder sees every byte', async () => {
    const { tools } = pack()
    expect(tools.some(({ id }) => id === 'mucgpt')).toBe(true)
    await post('/api/generate', requestFor('mucgpt', 'kuerzen', PUBLIC))
    expect(upstream()).toContain('Freibad')
    expect(piecesIn(`${upstream()} Frau K-r-a-u-s-e, DE89\u00a03704 0044 0532 0130 00`)).toEqual(
      expect.arrayContaining(['krause', 'DE89370400440532013000']),
    )
  })
})

describe('a VS text has no way into any tool', () => {
  test('for no purpose, no letter and no aid of the pane', async () => {
    const before = asked()
    const pane = await open()
    const { page, see, choose } = pane
    await openTask(pane, 'Text kürzen')
    await pane.paste(STAMPED)
    await see('Dieser Text bleibt hier')
    await choose('Öffentlich')
    expect(await waysOn(pane)).toBe(0)
    const left: string[] = []
    for (const task of [...pack().prompts.map(({ id }) => id), 'verstaendlichkeit', 'kurzfassung', 'checkliste']) {
      await go(pane, task)
      await see('Dieser Text bleibt hier')
      if ((await waysOn(pane)) > 0) left.push(task)
    }
    for (const { id } of pack().letters) {
      await go(pane, id)
      await pane.paste(STAMPED, 'Ihre Stichworte')
      await see('Dieser Text bleibt hier')
      if ((await waysOn(pane)) > 0) left.push(id)
      await page.getByRole('textbox', { name: 'Ihre Stichworte' }).fill('')
    }
    expect(left).toEqual([])
    expect(asked()).toBe(before)
  })

  test.each<{ why: string; enter: (pane: Tab) => Promise<void> }>([
    {
      why: 'pasted in two pieces',
      enter: async pane => {
        await pane.paste('VS – NUR FÜR ')
        await pane.see(/^(Nichts erkannt|Erkannt)/)
        await pane.paste(`DEN DIENSTGEBRAUCH\n\n${PUBLIC}`)
      },
    },
    {
      why: 'the stamp behind a text that already has its placeholders',
      enter: async pane => {
        await pane.paste(LETTER)
        await pane.choose('Betrifft Menschen')
        await pane.press('Platzhalter einsetzen')
        await soon(pane.page.getByRole('button', { name: 'An MUCGPT senden' }))
        await field(pane).press('Control+End')
        await pane.page.keyboard.insertText(`\n\n${STAMP}\n`)
      },
    },
    {
      why: 'the stamp in what is wanted, the text itself without',
      enter: async pane => {
        await go(pane, 'entwerfen')
        await pane.paste(`${STAMP}\n`, 'Worum geht es?')
        await pane.paste(PUBLIC, 'Ihr Text, wenn Sie einen haben')
      },
    },
    {
      why: 'the page loaded anew with it in the field',
      enter: async pane => {
        await pane.paste(STAMPED)
        await pane.see('Dieser Text bleibt hier')
        pane.page.on('dialog', dialog => void dialog.accept().catch(() => undefined))
        await pane.reload()
        await soon(field(pane))
        if ((await field(pane).inputValue()) === '') await pane.paste(STAMPED)
      },
    },
  ])('$why', async ({ enter }) => {
    const pane = await open()
    await openTask(pane, 'Text kürzen')
    await enter(pane)
    const before = asked()
    await pane.see('Dieser Text bleibt hier')
    await pane.choose('Öffentlich')
    expect(await waysOn(pane)).toBe(0)
    expect(asked()).toBe(before)
  })

  test('nor by way of a draft somebody has written it into', async () => {
    const pane = await open()
    const { page, paste, choose, press, see } = pane
    await openTask(pane, 'Freundlicher formulieren')
    await paste(PUBLIC)
    await choose('Öffentlich')
    await press('An MUCGPT senden')
    await see('Der Entwurf ist fertig.')
    await press('Bearbeiten')
    await page.getByRole('textbox', { name: 'Text bearbeiten' }).fill(STAMPED)
    const before = asked()
    await press('Kürzer')
    await see(/^In diesem Text steht etwas/)
    await press('Oben weiterbearbeiten')
    await see('Dieser Text bleibt hier')
    expect(await page.getByRole('button', { name: /senden|einsetzen/ }).count()).toBe(0)
    expect(asked()).toBe(before)
  })

  test('nor past the pane: the service refuses it for every tool and every purpose', async () => {
    const before = asked()
    const taken: string[] = []
    for (const { id: tool } of pack().tools)
      for (const { id: purpose } of pack().prompts) {
        const response = await post('/api/generate', requestFor(tool, purpose, STAMPED))
        if (response.ok) taken.push(`${tool} ${purpose}`)
      }
    expect(taken).toEqual([])
    expect(asked()).toBe(before)
  })
})

async function go({ page }: Tab, task: string): Promise<void> {
  await page.evaluate(id => {
    location.hash = `/schreiben/${id}`
  }, task)
  await page.waitForFunction(id => location.hash.endsWith(id) && document.querySelector('.task') !== null, task)
}

function requestFor(tool: string, purpose: string, material: string): unknown {
  const asks = pack().prompts.find(({ id }) => id === purpose)?.asks ?? []
  const answers = Object.fromEntries(asks.map(({ id }) => [id, 'Ja']))
  return { tool, purpose, material, wish: '', answers, declared: 'D0' }
}
