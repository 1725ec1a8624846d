import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { readConfig } from '../../bot/config.js'
import type { Service } from '../../bot/wiring.js'
import { AnswerStep, Step } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { modulesOf } from '../../policies/training/index.js'
import { openBrowser } from '../support/browser.js'
import { freePort } from '../support/free-port.js'
import { rightInputs } from '../support/learner.js'
import { musterstadt } from '../support/musterstadt.js'
import { soon } from '../support/page-waits.js'
import { keepPicture } from '../support/pictures.js'
import { choose, questionsOn } from '../support/tab-answers.js'
import { openTab, type Tab } from '../support/tab-page.js'
import { startWitnessed } from '../support/witness/service.js'

jest.setTimeout(180_000)

// The page and the real service behind it, with a storage of its own. What follows builds on what was learned before.
describe('a person learns with the real service', () => {
  let data: string
  let service: Service
  let browser: Browser
  let pack: Pack
  let tab: Tab

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'kompass-learn-'))
    const settings = readConfig({
      KOMPASS_DATA: data,
      KOMPASS_PORT: String(await freePort()),
      KOMPASS_LOG_LEVEL: 'silent',
    })
    if (!settings.ok) throw new Error(settings.problems.join())
    const started = await startWitnessed(settings.config, undefined)
    if (!started.ok) throw new Error(started.problems.join())
    service = started.service
    pack = await musterstadt()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.close()
    if (data) await rm(data, { recursive: true, force: true })
  })
  beforeEach(async () => {
    tab = await openTab(browser, { address: `${service.address}/tab/` }, { at: '/heute' })
  })
  afterEach(async () => {
    expect(tab.complaints).toEqual([])
    await tab.page.context().close()
  })

  const shot = (name: string): Promise<void> => keepPicture(tab.page, `learn-${name}`)

  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${service.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.status === 204 ? undefined : response.json()
  }

  /** The same by requests alone, where it is not the page that is looked at. */
  async function pass(module: string, version: number): Promise<void> {
    await post('/api/learning/lesson', { module, version })
    let step = Step.parse(await post('/api/learning/start', { kind: 'round', module }))
    while (step.kind === 'question') {
      const { session, question } = step
      const answer = AnswerStep.parse(
        await post('/api/learning/answer', { session, inputs: rightInputs(question, pack) }),
      )
      step = answer.kind === 'feedback' ? answer.after : answer
    }
  }

  /** On the page: what "Heute" offers, the lesson to its end, and every question answered rightly. */
  async function learnWhatIsOffered(): Promise<void> {
    const { page, press, see } = tab
    const question = questionsOn(page)
    await page.getByRole('link', { name: /^Weiter mit / }).click()
    await see(/^Seite 1 von /)
    while (await page.getByRole('button', { name: 'Weiter', exact: true }).isVisible()) await press(/^Weiter$/)
    await press('Weiter zu den Fragen')
    for (let at = 1; at <= pack.training.settings.round_questions; at++) {
      await see(`Frage ${at} von `)
      const asked = await question()
      await choose(page, asked, rightInputs(asked, pack))
      await press('Antwort prüfen')
      await soon(page.locator('.headline-right'))
      await press(/^(Nächste Frage|Zum Ergebnis)$/)
    }
    await see(/^Bestanden: /)
  }

  test('the first module, and "Heute" goes on with the second', async () => {
    const { page, see } = tab
    await see(/^Als Nächstes: /)
    await learnWhatIsOffered()
    await shot('passed')
    await page.getByRole('link', { name: 'Heute' }).click()
    await see(/^1 von \d+ Modulen geschafft/)
    await see(/^Weiter mit G2 /)
  })

  test('the last module brings the KI-Pass, as a PDF and as a file to check', async () => {
    const { page, see, press } = tab
    const open = modulesOf(pack, 'grundkurs').slice(1, -1)
    for (const { id, version } of open) await pass(id, version)
    await tab.reload()
    await learnWhatIsOffered()
    await see(/KI-Pass\. Ihren Nachweis finden Sie auf der Seite „Heute“\./)
    await shot('ki-pass')
    const pdf = page.waitForEvent('download')
    await press('KI-Pass als PDF')
    expect((await readFile(await (await pdf).path())).subarray(0, 5).toString()).toBe('%PDF-')
    const credential = page.waitForEvent('download')
    await press('KI-Pass zum Prüfen (JWT)')
    expect((await readFile(await (await credential).path(), 'utf8')).split('.')).toHaveLength(3)
    await page.getByRole('link', { name: 'Heute' }).click()
    await see(/^Alle \d+ Module geschafft/)
    await shot('today-pass')
  })

  test('asks, opens a rule from the card, and answers a question of the chat', async () => {
    const { page, see, press } = tab
    await page.getByRole('link', { name: 'Fragen' }).click()
    const field = page.getByRole('textbox', { name: /^Ihre Frage/ })
    await field.fill('Darf ich einen Lebenslauf in ChatGPT hochladen?')
    await page.keyboard.press('Enter')
    await see(/Nein/)
    await shot('ask')
    await page.locator('.card').first().getByRole('button', { name: /^Ja$/ }).click()
    await see(/Danke/)
    await field.fill('lernen')
    await page.keyboard.press('Enter')
    await page.locator('.card').nth(1).getByRole('button', { name: 'Alle Module' }).click()
    await see(/G1 /)
    await page.locator('.card').nth(1).getByRole('button', { name: 'G4', exact: true }).click()
    await see(/Anonym oder pseudonymisiert/)
    await shot('chat-lesson')
    expect(await page.locator('.card').count()).toBe(2)
    await press(/^Fragen$/)
  })

  test('finds a rule and the text check', async () => {
    const { page, see } = tab
    await page.getByRole('link', { name: 'Regeln' }).click()
    await page.getByRole('searchbox').fill('Lebenslauf')
    await see(/^[1-9]\d* Treffer für „Lebenslauf“$/)
    await page.getByRole('link', { name: 'Text prüfen' }).click()
    await see('1. Woher kommt der Text?')
  })

  test('sees what is stored, makes a pause, and deletes what may go', async () => {
    const { page, see, press } = tab
    await page.getByRole('link', { name: 'Meine Daten' }).click()
    await see('Nachweise über bestandene Module')
    await shot('own-data')
    await press('Pause beginnen')
    await see(/^Es ist Pause bis /)
    await press('Meine Daten löschen')
    await press('Ja, löschen')
    await see(/^Lernstand: \d+ Einträge$/)
    await see(/Ihre Dienststelle muss zeigen können/)
    await soon(page.getByRole('combobox', { name: 'Pause für' }))
    await shot('erased')
  })
})
