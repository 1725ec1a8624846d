import { afterEach, describe, expect, jest, test } from '@jest/globals'
import type { ModelChunk } from '../../bot/generation/models/model.js'
import { ModelFailure } from '../../bot/generation/models/model.js'
import { soon } from '../support/page-waits.js'
import { hostTab } from '../support/tab-host.js'
import { focused, tabTo } from '../support/tab-keyboard.js'
import type { Tab, Wishes } from '../support/tab-page.js'
import { ILL, LETTER, PASSWORD, PUBLIC } from '../support/tab-texts.js'

jest.setTimeout(180_000)

const { open, shot, api } = hostTab()
afterEach(() => {
  api().played.model = () => says('Gern.')
  api().played.lacks = []
})

const VALUES = /Krause|Lindenstra|erika|DE89/i
const says = (...pieces: readonly string[]): ModelChunk[] => [...pieces.map(text => ({ text })), { finish: 'stop' }]

/** Answers with what it was sent in the place of names, in pieces that cut placeholders in the middle. */
function answersWith(template: (placeholders: readonly string[]) => string): void {
  api().played.model = ({ body }) => {
    const sent = String(body.messages.at(-1)?.content)
    const placeholders = sent.match(/\[[A-ZÄÖÜ-]+ \d+[^\]]*\]/g) ?? []
    return says(...(template(placeholders).match(/[\s\S]{1,7}/g) ?? []))
  }
}

const sentTo = () =>
  JSON.stringify(
    api()
      .played.calls.slice(-1)
      .map(({ body }) => body),
  )

/** A letter is pasted, said to be about people, replaced and sent. */
async function drafted({ paste, choose, press, see }: Tab): Promise<void> {
  await paste(LETTER)
  await see(/^Erkannt: /)
  await choose('Betrifft Menschen')
  await press('Platzhalter einsetzen')
  await see(/durch Platzhalter ersetzt/)
  await press('An MUCGPT senden')
}

describe('drafting with a model', () => {
  test('names are held back, replaced, and come back in the draft; nothing of them is sent', async () => {
    answersWith(
      ([name = '']) => `Guten Tag Frau ${name},\n\nwir melden uns am [ERGÄNZEN: Datum] bei Ihnen.\n\nFreundliche Grüße`,
    )
    const bodies: string[] = []
    const tab = await open({
      at: '/schreiben/freundlicher',
      before: page =>
        Promise.resolve(page.on('request', request => bodies.push(request.url() + (request.postData() ?? '')))),
    })
    const { page, see, complaints } = tab
    await drafted(tab)
    await see('Der Entwurf ist fertig.')
    await see('Von KI entworfen – noch nicht geprüft')
    const result = page.locator('.result-text')
    expect(await result.textContent()).toContain('Guten Tag Frau Krause')
    expect(await result.locator('.restored-mark').allTextContents()).not.toEqual([])
    expect(await result.locator('.gap-mark').allTextContents()).toEqual(['[ERGÄNZEN: Datum]'])
    expect(sentTo()).toContain('[PERSON 1')
    expect(sentTo()).not.toMatch(VALUES)
    expect(bodies.filter(body => VALUES.test(decodeURIComponent(body)))).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    await shot('write drafted')
    expect(complaints).toEqual([])
  })

  test('a gap leads to its place, and what is typed there is copied, with the label if wanted', async () => {
    answersWith(() => 'Wir kommen am [ERGÄNZEN: Tag] um [ERGÄNZEN: Uhrzeit].')
    const tab = await open({ at: '/schreiben/kuerzen' })
    const { page, see, press, clipboard } = tab
    await drafted(tab)
    await see('2 Lücken sind noch offen')
    await press('Ergänzen: Tag')
    await page.keyboard.type('Montag')
    await press('Ergänzen: Uhrzeit')
    await page.keyboard.type('10 Uhr')
    await press(/^Kopieren$/)
    expect(await clipboard()).toBe('Wir kommen am Montag um 10 Uhr.')
    await press('Mit Hinweis kopieren')
    expect(await clipboard()).toMatch(/10 Uhr\.\n\nMit Unterstützung von MUCGPT/)
  })

  test('replacing can be undone', async () => {
    const { page, paste, see, choose, press } = await open({ at: '/schreiben/kuerzen' })
    await paste(LETTER)
    await choose('Betrifft Menschen')
    await press('Platzhalter einsetzen')
    await see(/durch Platzhalter ersetzt: pseudonymisiert, nicht anonym/)
    const field = page.getByRole('textbox', { name: /Ihr Text/ })
    expect(await field.inputValue()).not.toMatch(VALUES)
    await press('Rückgängig machen')
    expect(await field.inputValue()).toBe(LETTER)
  })

  test('a draft and all that was typed survive a look at a rule', async () => {
    answersWith(() => 'Ein kurzer Text.')
    const tab = await open({ at: '/schreiben/kuerzen' })
    const { page, see } = tab
    await drafted(tab)
    await see('Der Entwurf ist fertig.')
    await page.getByRole('navigation').getByRole('link', { name: 'Regeln' }).click()
    await see(/^\d+ Regeln$/)
    await page.getByRole('navigation').getByRole('link', { name: 'Schreiben' }).click()
    await page.getByRole('link', { name: /^Weiter mit/ }).click()
    await see('Ein kurzer Text.')
  })

  test('nothing typed is lost when the service cannot be reached on the way back', async () => {
    const { page, paste, see } = await open({ at: '/schreiben/kuerzen' })
    await paste(LETTER)
    await see(/^Erkannt: /)
    await page.getByRole('navigation').getByRole('link', { name: 'Fragen' }).click()
    await soon(page.getByRole('heading', { level: 1, name: 'Fragen' }))
    const asked = page.waitForRequest('**/api/tools')
    await page.route('**/api/tools', route => route.abort())
    await page.goBack()
    await asked
    await page.waitForTimeout(300)
    expect(await page.getByRole('textbox', { name: /Ihr Text/ }).inputValue()).toBe(LETTER)
  })

  test('each place in the list leads to its mark, also while "Text prüfen" holds findings of its own', async () => {
    const { page, paste, see } = await open({ at: '/pruefen' })
    await paste(LETTER, '3. Ihr Text')
    await see(/^Gefunden: /)
    await page.getByRole('navigation').getByRole('link', { name: 'Schreiben' }).click()
    await page.getByRole('link', { name: 'Text kürzen' }).click()
    await paste(LETTER)
    await page.getByText('Stellen ansehen').click()
    await page.getByRole('button', { name: 'Erika Krause', exact: true }).filter({ visible: true }).press('Enter')
    expect(await page.evaluate(() => document.activeElement?.closest('mark')?.textContent)).toContain('Erika Krause')
    expect(await page.evaluate(() => document.activeElement?.checkVisibility())).toBe(true)
  })

  test('a finished draft is made shorter on request, again without names', async () => {
    answersWith(
      ([name = '']) => `Guten Tag ${name}, hier kommt ein langer Text. ${'Er ist leicht zu lesen. '.repeat(6)}`,
    )
    const tab = await open({ at: '/schreiben/freundlicher' })
    const { see, press } = tab
    await drafted(tab)
    await see('Der Entwurf ist fertig.')
    await see(/jetzt sehr gut verständlich/)
    answersWith(([name = '']) => `Kurz: ${name}`)
    await press(/^Kürzer$/)
    await see(/^Kurz: /)
    expect(sentTo()).not.toMatch(VALUES)
    expect(sentTo()).toContain('ein langer Text')
  })

  test('"Anhalten" keeps what came and ends the call', async () => {
    let ended = false
    api().played.model = async function* ({ signal }) {
      yield { text: 'Der Anfang ' }
      await new Promise(done => signal.addEventListener('abort', done, { once: true }))
      ended = true
    }
    const tab = await open({ at: '/schreiben/kuerzen' })
    const { page, see, press } = tab
    await drafted(tab)
    await see('Der Anfang')
    expect(await focused(page)).toBe('Entwurf')
    await page.getByRole('button', { name: 'Anhalten' }).focus()
    await page.keyboard.press('Enter')
    await see('Angehalten. Was schon da ist, bleibt stehen.')
    expect(await focused(page)).toBe('Entwurf')
    expect(await page.locator('.result-text').textContent()).toContain('Der Anfang')
    for (let wait = 0; wait < 40 && !ended; wait++) await page.waitForTimeout(50)
    expect(ended).toBe(true)
    api().played.model = () => says('Jetzt ganz.')
    await press(/^Noch einmal$/)
    await see('Jetzt ganz.')
  })
})

describe('what does not work is said with a way on', () => {
  test('a model that breaks off: what came stays', async () => {
    api().played.model = function* () {
      yield { text: 'Nur halb' }
      throw new ModelFailure('cut-off')
    }
    const tab = await open({ at: '/schreiben/kuerzen' })
    await drafted(tab)
    await tab.see(/Was schon da ist, bleibt stehen/)
    await tab.see('Nur halb')
  })

  test('a model in great demand: when to come again', async () => {
    api().played.model = () => {
      throw new ModelFailure('busy', 120)
    }
    const tab = await open({ at: '/schreiben/kuerzen' })
    await drafted(tab)
    await tab.see(/in etwa 2 Minuten/)
    api().played.model = () => says('Jetzt geht es.')
    await tab.page.locator('.draft').getByRole('button', { name: 'Noch einmal' }).first().click()
    await tab.see('Jetzt geht es.')
  })

  test('no line, no sign-in, an answer nobody can read', async () => {
    const tab = await open({ at: '/schreiben/kuerzen' })
    const { page, see, press } = tab
    await page.route('**/api/generate', route => route.abort())
    await drafted(tab)
    await see(/nicht erreichbar/)
    for (const [status, body, words] of [
      [401, '{}', /nicht angemeldet/],
      [200, 'data: {"kind":"hello"}\n\n', /nicht lesbar/],
      [502, '<html>', /nicht lesbar/],
    ] as const) {
      await page.unroute('**/api/generate')
      await page.route('**/api/generate', route => route.fulfill({ status, body }))
      await page.locator('.draft').getByRole('button', { name: 'Noch einmal' }).first().click()
      await see(words)
      await see(/Ihr Text ist noch da/)
    }
    await page.unroute('**/api/generate')
    await press('Noch einmal')
  })

  test('the service finds what the page let through: its reason, and the lesson that is missing', async () => {
    const tab = await open({ at: '/schreiben/kuerzen' })
    api().played.lacks = ['g4']
    await drafted(tab)
    await tab.see(/Lektion/)
    await tab.page
      .locator('.draft')
      .getByRole('link', { name: /^Zur Lektion/ })
      .click()
    expect(tab.page.url()).toMatch(/modul\/g4$/)
  })
})

describe('what may not go anywhere', () => {
  test.each([
    { why: 'a password', text: PASSWORD, words: 'Bitte nehmen Sie das Passwort heraus' },
    { why: 'a stamp', text: `VS – NUR FÜR DEN DIENSTGEBRAUCH\n\n${PUBLIC}`, words: 'Dieser Text bleibt hier' },
  ])('$why holds the text, for the model and for the built-in aid', async ({ text, words }) => {
    const { page, paste, see, choose } = await open({ at: '/schreiben/kuerzen' })
    await paste(text)
    await choose('Öffentlich')
    await see(words)
    expect(await page.getByRole('button', { name: /senden/ }).count()).toBe(0)
    await page.evaluate(() => {
      location.hash = '/schreiben/verstaendlichkeit'
    })
    await see(words)
    expect(await page.getByRole('heading', { name: 'Verständlichkeit', exact: true }).count()).toBe(0)
  })

  test('what stays too sensitive with placeholders is refused with a way on', async () => {
    const { page, paste, see, choose } = await open({ at: '/schreiben/kuerzen' })
    await paste(ILL)
    await choose('Betrifft Menschen')
    await see('Dafür geht gerade kein KI-Werkzeug.')
    expect(await page.getByRole('button', { name: /senden|einsetzen/ }).count()).toBe(0)
    await shot('write refused')
  })

  test('a check that fails holds the text', async () => {
    const { page, paste, see, choose } = await open({
      at: '/schreiben/kuerzen',
      before: page => page.route(/worker-.*\.js/, route => route.abort()),
    })
    await paste(`${PUBLIC}\n\n`.repeat(1_500))
    await choose('Öffentlich')
    await see('Die Prüfung hat nicht geklappt')
    expect(await page.getByRole('button', { name: /senden/ }).count()).toBe(0)
  })

  test('without the lesson there is no tool, but the lesson', async () => {
    api().played.lacks = ['g3']
    const { page, paste, see, choose } = await open({ at: '/schreiben/kuerzen' })
    await paste(PUBLIC)
    await choose('Öffentlich')
    await see('Dafür geht gerade kein KI-Werkzeug.')
    expect(
      await page
        .getByRole('link', { name: /^Zur Lektion/ })
        .first()
        .getAttribute('href'),
    ).toBe('#/modul/g3')
  })
})

test('a tool that is opened elsewhere gets the text with placeholders by hand', async () => {
  const { page, paste, see, choose, press, clipboard } = await open({ at: '/schreiben/zusammenfassen' })
  await paste(LETTER)
  await choose('Betrifft Menschen')
  await choose('F13')
  await press('Platzhalter einsetzen')
  await see(/F13 öffnen Sie selbst/)
  await press('Text kopieren')
  await page.waitForTimeout(200)
  expect(await clipboard()).toContain('[PERSON 1')
  expect(await clipboard()).not.toMatch(VALUES)
})

describe('the built-in aids', () => {
  test('a letter grows from key points, and each gap leads to its field', async () => {
    const { page, see, press, complaints } = await open({ at: '/schreiben/nachforderung' })
    await page
      .getByRole('textbox', { name: /Ihre Stichworte/ })
      .fill('Frist: 12.12.2026\nUnterlagen: Mietvertrag, Ausweis')
    await see(/12\. Dezember 2026/)
    await see('Aus Textbausteinen, bitte prüfen')
    expect(
      await page
        .getByText(/\bKI\b/)
        .filter({ visible: true })
        .allTextContents(),
    ).toEqual(['KI-Kompass'])
    await press(/^Ergänzen: Vorname Nachname/)
    await page.keyboard.type('Frau Krause')
    await see(/Sehr geehrte Frau Krause/)
    await shot('write letter')
    expect(complaints).toEqual([])
  })

  test('readability, short version and completeness; the letter that asks for what is missing', async () => {
    const { page, paste, see, press, problems } = await open({ at: '/schreiben/verstaendlichkeit' })
    const found: string[] = []
    await paste(
      `Die Prüfung der eingereichten Unterlagen wird durch die Sachbearbeitung vorgenommen. ${`${PUBLIC} `.repeat(4)}`,
    )
    await see(/gehen einfacher|geht einfacher/)
    found.push(...(await problems()))
    await shot('write readability')
    await page.evaluate(() => {
      location.hash = '/schreiben/kurzfassung'
    })
    await see(/von \d+ Sätzen|Nichts wurde weggelassen/)
    found.push(...(await problems()))
    await shot('write summary')
    await page.evaluate(() => {
      location.hash = '/schreiben/checkliste'
    })
    await page.getByRole('combobox', { name: 'Welche Liste?' }).selectOption('wohngeld')
    await see('Nachforderung schreiben')
    found.push(...(await problems()))
    await shot('write completeness')
    await press('Nachforderung schreiben')
    await see('Aus Textbausteinen, bitte prüfen')
    expect(await page.locator('.result-text').textContent()).toContain('- Mietvertrag')
    expect(found).toEqual([])
  })
})

test('the whole way works with the keyboard alone', async () => {
  answersWith(() => 'Ein Satz für alle.')
  const { page, see } = await open({ at: '/schreiben' })
  await see('Ohne KI: die Schreibhilfe')
  await tabTo(page, 'Text kürzen')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
  for (let at = 0; at < 30 && (await page.evaluate(() => document.activeElement?.tagName)) !== 'TEXTAREA'; at++)
    await page.keyboard.press('Tab')
  await page.keyboard.type(PUBLIC)
  await see(/^Nichts erkannt/)
  for (let at = 0; at < 30 && !(await page.evaluate(() => document.activeElement?.matches('input[type=radio]'))); at++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await tabTo(page, 'An MUCGPT senden')
  await page.keyboard.press('Enter')
  await see('Ein Satz für alle.')
  expect(await focused(page)).toBe('Entwurf')
})

describe.each<Wishes & { name: string }>([
  { name: 'light at 1280', viewport: { width: 1280, height: 900 } },
  { name: 'dark at 480', query: '?theme=dark', viewport: { width: 480, height: 900 } },
  { name: 'contrast at 320', query: '?theme=contrast', viewport: { width: 320, height: 700 } },
  { name: 'forced colours at 320', forcedColors: 'active', viewport: { width: 320, height: 700 } },
])('"Schreiben" in $name', ({ name, ...wishes }) => {
  test('has no problem by WCAG 2.2 AA', async () => {
    answersWith(([one = '']) => `Guten Tag ${one},\n\nam [ERGÄNZEN: Datum] ist alles fertig. Wir freuen uns auf Sie.`)
    const found: string[] = []
    const tab = await open({ ...wishes, at: '/schreiben' })
    const { page, see, paste, choose, press, problems } = tab
    const look = async (part: string) => {
      found.push(...(await problems()).map(problem => `${part}: ${problem}`))
      await shot(`write-${part} ${name}`)
    }
    await see('Ohne KI: die Schreibhilfe')
    await look('tasks')
    await page.getByRole('link', { name: 'Freundlicher' }).click()
    await paste(LETTER)
    await choose('Betrifft Menschen')
    await page.getByText('Stellen ansehen').click()
    await look('found')
    await page.getByText('Stellen ansehen').click()
    await press('Platzhalter einsetzen')
    await look('replaced')
    await press('An MUCGPT senden')
    await see('Der Entwurf ist fertig.')
    await look('draft')
    await page.evaluate(() => {
      location.hash = '/schreiben/einladung'
    })
    await see('Aus Textbausteinen, bitte prüfen')
    await page.getByText('Einzelne Angaben').click()
    await look('letter')
    expect(found).toEqual([])
  })
})

test('everything speaks English', async () => {
  answersWith(() => 'Ein Satz.')
  const { page, see, paste, problems, press } = await open({ at: '/schreiben/kuerzen', locale: 'en-GB' })
  await paste(LETTER, 'Your text')
  await page.getByRole('radio', { name: /^About people/ }).check()
  await press('Put in placeholders')
  await press('Send to MUCGPT')
  await see('The draft is finished.')
  expect(await problems()).toEqual([])
  await shot('write english')
})
