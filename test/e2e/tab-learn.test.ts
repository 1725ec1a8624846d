import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { questionsOf, rulesVersion } from '../../policies/training/questions.js'
import { musterstadt } from '../support/musterstadt.js'
import { hostTab } from '../support/tab-host.js'
import type { Wishes } from '../support/tab-page.js'

jest.setTimeout(240_000)

const { open, shot, api } = hostTab()
beforeEach(() => {
  api().tab.forget()
  api().asked.length = 0
})

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')
const focusedTag = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? '')

/** Tabs until the element that has the focus says this. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let at = 0; at < 60; at++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.textContent).then(text => matches(text, name))) return
  }
  throw new Error(`nothing to tab to: ${name}`)
}

const matches = (text: string | null | undefined, name: string | RegExp): boolean =>
  typeof name === 'string' ? text?.trim() === name : name.test(text ?? '')

/** Answers whatever is asked, with the keyboard alone; what is right does not matter here. */
async function answerByKeyboard(page: Page): Promise<void> {
  const form = page.locator('form.sheet')
  const fields = form.locator('input, select')
  const kind = await fields.first().evaluate(field => (field instanceof HTMLInputElement ? field.type : 'select'))
  const count = await fields.count()
  await form.locator('h2').focus()
  if (kind === 'select') {
    for (let at = 0; at < count; at++) {
      await page.keyboard.press('Tab')
      for (let step = 0; step <= at % (await optionsOf(page)); step++) await page.keyboard.press('ArrowDown')
    }
  } else {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
  }
  await tabTo(page, 'Antwort prüfen')
  await page.keyboard.press('Enter')
}

const optionsOf = (page: Page): Promise<number> =>
  page.evaluate(() => (document.activeElement instanceof HTMLSelectElement ? document.activeElement.length - 1 : 1))

describe('somebody learns a module', () => {
  test('with the keyboard alone, from "Heute" to the result', async () => {
    const { page, see, complaints } = await open({ at: '/heute' })
    await see(/^Als Nächstes: /)
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Zum Inhalt springen')
    await page.keyboard.press('Enter')
    expect(await focusedTag(page)).toBe('MAIN')
    await tabTo(page, /^Weiter mit G1/)
    await page.keyboard.press('Enter')
    await see('Seite 1 von')
    expect(await focusedTag(page)).toBe('H1')
    expect(await page.title()).toMatch(/^G1 .+ · KI-Kompass$/)
    const pages = await page.getByText(/^Seite 1 von \d+$/).textContent()
    for (let at = 2; at <= Number(pages?.split(' ').at(-1)); at++) {
      await tabTo(page, 'Weiter')
      await page.keyboard.press('Enter')
      await see(`Seite ${at} von`)
      expect(await focusedTag(page)).toBe('H2')
    }
    await tabTo(page, 'Weiter zu den Fragen')
    await page.keyboard.press('Enter')
    for (let at = 1; at <= 5; at++) {
      await see(`Frage ${at} von 5`)
      await answerByKeyboard(page)
      await page.waitForFunction(() => document.querySelector('.headline h2') === document.activeElement)
      expect(await focused(page)).toMatch(/^(Richtig|Noch nicht ganz)$/)
      expect(await page.locator('.sheet [role=status]').textContent()).toMatch(/^(Richtig|Noch nicht ganz)\. /)
      await shot(`feedback ${at}`)
      await tabTo(page, at < 5 ? 'Nächste Frage' : 'Zum Ergebnis')
      await page.keyboard.press('Enter')
    }
    await page.waitForFunction(() => /bestanden|Bestanden/.test(document.activeElement?.textContent ?? ''))
    await shot('result')
    expect(complaints).toEqual([])
  })

  test('sends once, however often the button is pressed', async () => {
    await api().tab.store.learning.saveLearner('', {
      lessons: { g4: 1 },
      pausedUntil: undefined,
      lastActive: '2026-11-20',
    })
    const { page, see } = await open({ at: '/modul/g4/runde' })
    await see('Frage 1 von 5')
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Antwort prüfen' }).dblclick()
    await page.locator('.headline').waitFor()
    expect(api().asked.filter(({ path }) => path === '/api/learning/answer')).toHaveLength(1)
  })

  test('is told what is missing, and nothing chosen is lost', async () => {
    await api().tab.store.learning.saveLearner('', {
      lessons: { g4: 1 },
      pausedUntil: undefined,
      lastActive: '2026-11-20',
    })
    const { page, see, press } = await open({ at: '/modul/g4/runde' })
    await press('Antwort prüfen')
    await see(/Bitte wählen Sie erst eine Antwort/)
    await page.getByRole('radio').nth(1).check()
    await page.context().setOffline(true)
    await press('Antwort prüfen')
    await see(/gerade nicht erreichbar.*Ihre Antwort ist noch da/)
    await shot('offline')
    expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true)
    await page.context().setOffline(false)
    await press('Noch einmal senden')
    await page.locator('.headline').waitFor()
  })

  test('looks at the rule in between and finds the round as it was', async () => {
    await api().tab.store.learning.saveLearner('', {
      lessons: { g4: 1 },
      pausedUntil: undefined,
      lastActive: '2026-11-20',
    })
    const { page, see, press } = await open({ at: '/modul/g4/runde' })
    await see('Frage 1 von 5')
    await page.getByRole('radio').first().check()
    await press('Antwort prüfen')
    await page.locator('.sheet a[href^="#/regeln/"]').first().click()
    await see('Diese Menschen helfen')
    await page.goBack()
    await page.locator('.headline').waitFor()
    await press('Nächste Frage')
    await see('Frage 2 von 5')
  })

  test.each([
    ['/modul/g1/runde', /Lesen Sie bitte zuerst die kurze Lektion/, 'Zur Lektion'],
    ['/modul/l1/runde', /Bitte machen Sie zuerst den KI-Pass/, 'Zur Übersicht'],
    ['/wiederholen', /Heute ist nichts zu wiederholen/, 'Zur Übersicht'],
  ])('%s: where it does not go on, says why and the way on', async (at, message, way) => {
    const { page, see } = await open({ at })
    await see(message)
    await shot(`stopped${at.replaceAll('/', '-')}`)
    expect(await page.getByRole('link', { name: way }).isVisible()).toBe(true)
  })
})

describe('"Heute"', () => {
  test('offers what is due first, and the portion leads through it', async () => {
    const pack = await musterstadt()
    const dues = [...questionsOf(pack).values()].filter(({ module }) => module.id === 'g4').slice(0, 2)
    for (const { question } of dues) api().tab.due(question.id, rulesVersion(question, pack))
    const { page, see } = await open({ at: '/heute' })
    await see('2 Fragen zum Auffrischen')
    await shot('today due')
    await page.getByRole('link', { name: 'Fünf Minuten wiederholen' }).click()
    await see('Frage 1 von 2')
    await see('Aus G4 Anonymisieren')
    await shot('portion')
  })

  test('shows a pause, and ends it', async () => {
    const pack = await musterstadt()
    await api().tab.store.learning.saveLearner('', { lessons: {}, pausedUntil: '2026-12-07', lastActive: '2026-11-20' })
    for (const { id } of pack.training.modules) await api().tab.prove(api().person, id, '2026-11-20')
    for (const id of ['ki-pass', 'lotsen']) await api().tab.prove(api().person, id, '2026-11-20')
    const { page, see, press } = await open({ at: '/heute' })
    await see('Pause bis 7. Dezember 2026')
    await shot('today pause')
    await press('Pause beenden')
    await see('Für heute ist nichts zu tun')
    const download = page.waitForEvent('download')
    await press('KI-Pass als PDF')
    expect((await download).suggestedFilename()).toBe('ki-pass.pdf')
  })

  test('says what ends and what has changed, with the day', async () => {
    const pack = await musterstadt()
    for (const { id, course } of pack.training.modules)
      if (course === 'grundkurs') await api().tab.prove(api().person, id, '2025-12-10')
    await api().tab.prove(api().person, 'ki-pass', '2025-12-10')
    const { see } = await open({ at: '/heute' })
    await see('So weit sind Sie')
    await shot('today notices')
    await see('KI-Pass: gilt bis 9. Dezember 2026 und lässt sich jetzt erneuern.')
  })

  test('says what is wrong when nothing answers, and goes on when asked again', async () => {
    const { page, see, press } = await open({
      at: '/heute',
      before: page => page.route('**/api/learning', route => route.abort()),
    })
    await see(/Der Kompass ist gerade nicht erreichbar/)
    await shot('today offline')
    await page.unroute('**/api/learning')
    await press('Noch einmal versuchen')
    await see('So weit sind Sie')
  })

  test.each([
    [403, { problem: 'Das ist für Sie nicht freigeschaltet.' }, 'Das ist für Sie nicht freigeschaltet.'],
    [401, {}, /nicht angemeldet oder freigeschaltet/],
    [503, { problem: 'Gleich geht es weiter.' }, 'Gleich geht es weiter.'],
    [200, { today: 'gestern' }, /hier nicht lesbar/],
  ])('an answer %i is said in words', async (status, json, words) => {
    const { see } = await open({
      at: '/heute',
      before: page => page.route('**/api/learning', route => route.fulfill({ status, json })),
    })
    await see(words)
  })
})

// Every form of question, so that each is seen and none has a problem.
describe.each<Wishes & { name: string }>([
  { name: 'light at 480', viewport: { width: 480, height: 900 } },
  { name: 'dark at 320', query: '?theme=dark', viewport: { width: 320, height: 700 } },
  { name: 'contrast at 1280', query: '?theme=contrast' },
  { name: 'forced colours at 480', forcedColors: 'active', viewport: { width: 480, height: 900 } },
])('all seven forms in $name', ({ name, ...wishes }) => {
  test('have no problem by WCAG 2.2 AA, before and after the answer', async () => {
    const pack = await musterstadt()
    const known = [...questionsOf(pack).values()].map(({ question }) => question)
    const forms = ['single', 'multiple', 'match', 'order', 'find', 'scenario', 'prompt'] as const
    for (const form of forms) {
      const question = known.find(one => one.form === form)
      if (question) api().tab.due(question.id, rulesVersion(question, pack))
    }
    const { page, see, press, problems } = await open({ ...wishes, at: '/wiederholen' })
    const found: string[] = []
    const of = Number((await page.getByText(/^Frage 1 von \d$/).textContent())?.at(-1))
    for (let at = 1; at <= of; at++) {
      await see(`Frage ${at} von ${of}`)
      found.push(...(await problems()).map(problem => `question ${at}: ${problem}`))
      await shot(`form ${at} ${name}`)
      await answerByKeyboard(page)
      await page.locator('.headline').waitFor()
      found.push(...(await problems()).map(problem => `feedback ${at}: ${problem}`))
      await shot(`form-feedback ${at} ${name}`)
      await press(at < of ? 'Nächste Frage' : 'Zum Ergebnis')
    }
    await see('Fertig für heute')
    found.push(...(await problems()))
    await shot(`portion-done ${name}`)
    expect(of).toBe(forms.length)
    expect(found).toEqual([])
  })
})
