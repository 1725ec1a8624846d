import { afterEach, describe, expect, jest, test } from '@jest/globals'
import type { ModelChunk } from '../../bot/generation/models/model.js'
import { hostPane } from '../support/pane-host.js'
import { openTask, paper, selectParagraph, tickAll, typeInto } from '../support/pane-steps.js'
import type { Tab } from '../support/tab-page.js'
import { LETTER, PUBLIC } from '../support/tab-texts.js'

jest.setTimeout(180_000)

const { open, shot, api } = hostPane()
afterEach(() => {
  api().played.model = () => says('Gern.')
  api().played.lacks = []
})

const VALUES = /Krause|Lindenstra|erika|DE89/i
const says = (...pieces: readonly string[]): ModelChunk[] => [...pieces.map(text => ({ text })), { finish: 'stop' }]

/** A model that answers with what it was sent in the place of names. */
function answersWith(template: (placeholders: readonly string[]) => string): void {
  api().played.model = ({ body }) => {
    const sent = String(body.messages.at(-1)?.content)
    const placeholders = sent.match(/\[[A-ZÄÖÜ-]+ \d+[^\]]*\]/g) ?? []
    return says(...(template(placeholders).match(/[\s\S]{1,7}/g) ?? []))
  }
}

const sent = () => JSON.stringify(api().played.calls.map(({ body }) => body))

/** From the list of tasks to a finished draft about a person. */
async function drafted(pane: Tab): Promise<void> {
  await openTask(pane, 'Freundlicher formulieren')
  await pane.paste(LETTER)
  await pane.see(/^Erkannt: /)
  await pane.choose('Betrifft Menschen')
  await pane.press('Platzhalter einsetzen')
  await pane.press('An MUCGPT senden')
  await pane.see('Der Entwurf ist fertig.')
}

describe('from a pasted letter to a text of one’s own', () => {
  test('held, replaced, drafted, restored, inserted, checked, taken over, and noted for the file', async () => {
    answersWith(([name = '']) => `Guten Tag Frau ${name},\n\nwir melden uns bei Ihnen.`)
    const bodies: string[] = []
    const pane = await open({
      before: page =>
        Promise.resolve(page.on('request', request => bodies.push(request.url() + (request.postData() ?? '')))),
    })
    const { page, see, press, complaints } = pane
    await see('Vorschau ohne Word')
    await shot('1 tasks')
    await openTask(pane, 'Freundlicher formulieren')
    await pane.paste(LETTER)
    await see(/^Erkannt: /)
    expect(await page.getByRole('button', { name: /senden/ }).count()).toBe(0)
    await page.getByText('Stellen ansehen').click()
    await shot('2 held')
    await pane.choose('Betrifft Menschen')
    await press('Platzhalter einsetzen')
    await press('An MUCGPT senden')
    await see('Der Entwurf ist fertig.')
    expect(await page.locator('.restored-mark').allTextContents()).toContain('Krause')
    await shot('3 draft')

    await press('Am Ende einfügen')
    await see('Eingefügt. Word zeigt es als Änderung.')
    expect(await paper(pane).locator('ins').allTextContents()).toContain('Guten Tag Frau Krause,')
    await see('In diesem Dokument ist ein KI-Entwurf noch nicht geprüft.')
    await shot('4 inserted')
    await page.getByRole('link', { name: 'Prüfen und übernehmen' }).first().click()
    await press('Geprüft: übernehmen')
    await see('Noch 6 Punkte offen. Haken Sie ab, was Sie angesehen haben.')
    await tickAll(pane)
    await shot('5 review')
    await press('Geprüft: übernehmen')
    await see('Übernommen. Der Text gehört jetzt Ihnen.')
    expect(await paper(pane).locator('.frame').count()).toBe(0)
    expect(await page.locator('.paper-notes').textContent()).toBe(
      'Mit Unterstützung von MUCGPT entworfen, fachlich geprüft',
    )
    await page.getByLabel('Geprüft durch').fill('A. Demir')
    await press('Ans Ende des Dokuments')
    await see('Steht am Ende des Dokuments.')
    expect(await paper(pane).locator('p').last().textContent()).toBe(
      'KI-Vermerk: Entwurf mit MUCGPT (Freundlicher formulieren), am 23.11.2026 geprüft durch A. Demir.',
    )
    await shot('6 vermerk')
    expect(sent()).toContain('[PERSON 1')
    expect(sent()).not.toMatch(VALUES)
    expect(bodies.filter(body => VALUES.test(decodeURIComponent(body)))).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    expect(complaints).toEqual([])
  })

  test('twice pressed is inserted once; a second look at the document finds it', async () => {
    answersWith(() => 'Ein Satz für das Dokument.')
    const pane = await open()
    await drafted(pane)
    await pane.press('Am Ende einfügen')
    await pane.see(/^Eingefügt/)
    await pane.press('Am Ende einfügen')
    await pane.see('Steht schon im Dokument.')
    expect((await paper(pane).textContent())?.split('Ein Satz für das Dokument.').length).toBe(2)
  })
})

describe('the document as material', () => {
  test('the selection is changed word by word, and nothing else', async () => {
    answersWith(() => 'Ihre Anfrage haben wir gelesen.')
    const pane = await open()
    const { page, see, press, choose } = pane
    await openTask(pane, 'Freundlicher formulieren')
    const before = await paper(pane).locator('p').count()
    await selectParagraph(pane, 'Ihre Anfrage wurde')
    await press('Auswahl nehmen')
    await see('Die Auswahl steht jetzt im Feld.')
    expect(await page.getByRole('textbox', { name: /Ihr Text/ }).inputValue()).toMatch(/^Ihre Anfrage wurde/)
    await choose('Intern')
    await press('An MUCGPT senden')
    await see('Der Entwurf ist fertig.')
    await see('Änderungen gegenüber der Auswahl')
    expect(await page.locator('.changes del').count()).toBeGreaterThan(0)
    await shot('changes')
    await press('Auswahl ändern')
    await see('Eingefügt. Word zeigt es als Änderung.')
    expect(await paper(pane).locator('p').count()).toBe(before)
    expect(await paper(pane).locator('p', { hasText: 'Sehr geehrte Frau Beispiel' }).locator('ins, del').count()).toBe(
      0,
    )
    expect(await paper(pane).locator('ins').count()).toBeGreaterThan(0)
  })

  test('where the text comes from is asked once for a document', async () => {
    answersWith(() => 'Kurz.')
    const pane = await open()
    const { page, see, press, choose } = pane
    await openTask(pane, 'Text kürzen')
    await pane.paste(PUBLIC)
    await choose('Intern')
    await see('An MUCGPT senden')
    await press('Alles löschen')
    await pane.paste('Ein ganz anderer Text über den Winterdienst auf den Gehwegen.')
    await see('An MUCGPT senden')
    expect(await page.getByRole('radio', { name: /^Intern/ }).isChecked()).toBe(true)
  })

  test('nothing selected, and what to do', async () => {
    const pane = await open()
    await openTask(pane, 'Text kürzen')
    await pane.press('Auswahl nehmen')
    await pane.see('Markieren Sie zuerst Text im Dokument.')
    await pane.press('Ganzes Dokument nehmen')
    await pane.see('Das Dokument steht jetzt im Feld.')
  })

  test.each([
    { why: 'a stamp on the first page', stamp: 'VS – NUR FÜR DEN DIENSTGEBRAUCH', words: 'Dieser Text bleibt hier' },
    { why: 'not for the public', stamp: 'Sitzungsart: nichtöffentlich', words: 'Dafür geht gerade kein KI-Werkzeug.' },
  ])('$why holds every text of the document, also one that says nothing', async ({ stamp, words }) => {
    const pane = await open()
    const { page, see, press, choose } = pane
    await typeInto(pane, `${stamp}\n`, 'start')
    await openTask(pane, 'Text kürzen')
    await selectParagraph(pane, 'Ihre Anfrage wurde')
    await press('Auswahl nehmen')
    await see(/^Dieses Dokument trägt den Vermerk/)
    await choose('Öffentlich')
    await see(words)
    expect(await page.getByRole('button', { name: /senden|einsetzen/ }).count()).toBe(0)
  })
})

describe('building blocks', () => {
  test('a letter goes into the document without any mark of AI', async () => {
    const pane = await open()
    const { page, see, press } = pane
    await page.getByRole('link', { name: 'Aus Textbausteinen' }).click()
    await page.getByRole('link', { name: 'Einladung', exact: true }).click()
    await page.getByRole('textbox', { name: /Ihre Stichworte/ }).fill('Ort: Ratssaal')
    await see('Aus Textbausteinen, bitte prüfen')
    await press('Am Ende einfügen')
    await see('Eingefügt. Word zeigt es als Änderung.')
    expect(await paper(pane).textContent()).toContain('Ratssaal')
    expect(await paper(pane).locator('.frame').count()).toBe(0)
    expect(await paper(pane).textContent()).not.toMatch(/\bKI\b/)
    await page.getByRole('link', { name: 'Übernehmen' }).click()
    await see('In diesem Dokument wartet kein Entwurf auf Sie.')
  })
})
