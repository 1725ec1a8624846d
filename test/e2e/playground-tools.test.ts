import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { readConfig } from '../../bot/config.js'
import { type Playground, startPlayground } from '../../bot/playground.js'
import type { Service } from '../../bot/wiring.js'
import { AnswerStep, Step } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { openBrowser } from '../support/browser.js'
import { type Chat, openChat } from '../support/chat.js'
import { freePort } from '../support/free-port.js'
import { rightInputs } from '../support/learner.js'
import { musterstadt } from '../support/musterstadt.js'
import { soon } from '../support/page-waits.js'
import { keepPicture } from '../support/pictures.js'
import { startWitnessed } from '../support/witness/service.js'

jest.setTimeout(120_000)

/** What MUCGPT asks for in Musterstadt. */
const LESSONS = ['g1', 'g2', 'g3', 'g4']

describe('a person looks for tools and writes, in the Agents Playground', () => {
  const model = new LLMock({ port: 0 })
  let data: string
  let service: Service
  let playground: Playground
  let browser: Browser
  let page: Page
  let chat: Chat

  beforeAll(async () => {
    model.onMessage('Radverkehr', { content: 'Guten Tag,\n\nkommen Sie zum Runden Tisch in [ERGÄNZEN: Ort].' })
    await model.start()
    const [port, playgroundPort] = [await freePort(), await freePort()]
    data = await mkdtemp(join(tmpdir(), 'kompass-tools-'))
    const settings = readConfig({
      KOMPASS_DATA: data,
      KOMPASS_PORT: String(port),
      PLAYGROUND_PORT: String(playgroundPort),
      KOMPASS_LOG_LEVEL: 'silent',
      KOMPASS_MODEL_KEY_MUCGPT: 'key-of-the-test',
      KOMPASS_MODEL_URL_MUCGPT: `${model.url}/v1`,
    })
    if (!settings.ok) throw new Error(settings.problems.join())
    const started = await startWitnessed(settings.config, undefined)
    if (!started.ok) throw new Error(started.problems.join())
    service = started.service
    const opened = await startPlayground(`${service.address}/api/messages`, playgroundPort)
    if (!opened.ok) throw new Error(opened.problem)
    playground = opened.playground
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1100, height: 1150 } })
    await page.route(/^https:/, route => route.abort())
    chat = await openChat(page, playground.address)
  })

  afterAll(async () => {
    await browser?.close()
    await playground?.close()
    await service?.close()
    await model.stop()
    if (data) await rm(data, { recursive: true, force: true })
  })

  const shot = (name: string): Promise<void> => keepPicture(page, `${name}-light`, false)
  const newest = () => page.locator('.ac-adaptiveCard').last()

  test('sees the tools, the lesson before them, and why others are not theirs', async () => {
    await chat.say('werkzeuge')
    await chat.see('Ihre Werkzeuge')
    await chat.see(/kurze Lektion „Was ein Sprachmodell tut“/)
    await chat.press('Werkzeuge, die Sie gerade nicht haben')
    await chat.see(/Geplant, aber noch nicht freigegeben/)
    await shot('tools')
  })

  test('opens the Transparenzregister and unfolds an application', async () => {
    await chat.say('register')
    await chat.see('Transparenzregister')
    await chat.press('Angaben zu MUCGPT')
    await chat.see(/VVT-Nr\.: VVT-2026-017/)
    await shot('register')
  })

  test('asks which tool, and begins the lesson with one press', async () => {
    await chat.say('Welches Werkzeug für Übersetzungen?')
    await chat.see('Werkzeuge für „Übersetzen“')
    await chat.see('Nach einer kurzen Lektion')
    await shot('which-tool')
    await chat.press('Lektion beginnen')
    await chat.see(/Seite 1 von 5/)
  })

  test('writes an invitation from a few words; the gaps are named', async () => {
    await chat.say('entwurf einladung')
    await chat.see('Was möchten Sie schreiben?')
    await newest().getByLabel('Stichworte').fill('Thema: Runder Tisch Radverkehr\nTag: 20.01.2027')
    await shot('draft')
    await chat.press('Aus Textbausteinen schreiben')
    await chat.see('Aus Textbausteinen, bitte prüfen')
    await chat.see(/Tag: Mittwoch, 20\. Januar 2027|Tag: 20\. Januar 2027/)
    await chat.see(/Bitte ergänzen/)
    await shot('drafted')
  })

  test('is not offered the model before the lessons, but the first of them', async () => {
    await chat.see(/^Mit MUCGPT \(KI\) entwerfen Sie nach einer kurzen Lektion/)
  })

  test('after the lessons drafts with the model: where the text comes from has to be said, the words stay', async () => {
    await pass(service.address, await musterstadt(), LESSONS)
    await chat.say('entwurf einladung')
    await chat.see('Oder mit KI entwerfen')
    await newest().getByLabel('Stichworte').fill('Thema: Runder Tisch Radverkehr')
    await chat.press('Mit MUCGPT entwerfen (KI)')
    await chat.see(/Auch „Weiß ich nicht“ geht/)
    expect(await newest().getByLabel('Stichworte').inputValue()).toContain('Radverkehr')
    await chooseSource(/^Intern/)
    await shot('draft-with-ai')
    await chat.press('Mit MUCGPT entwerfen (KI)')
    await chat.see('Von KI entworfen, noch nicht geprüft (MUCGPT)')
    await chat.see(/kommen Sie zum Runden Tisch/)
    await chat.see(/Mit Unterstützung von MUCGPT entworfen, fachlich geprüft/)
    await soon(page.getByText(/AI[- ]generated/i).last())
    await shot('drafted-with-ai')
  })

  test('a text about people does not go there; why, and what to do instead', async () => {
    await chat.say('entwurf einladung')
    await chat.see('Was möchten Sie schreiben?')
    await newest().getByLabel('Stichworte').fill('Thema: Runder Tisch Radverkehr')
    await chooseSource(/^Betrifft Menschen/)
    await chat.press('Mit MUCGPT entwerfen (KI)')
    await chat.see('So geht es weiter')
    await chat.see(/braucht MUCGPT ein freigegebenes Verfahren/)
    await shot('draft-refused')
  })

  const chooseSource = async (name: RegExp): Promise<void> => {
    await newest().getByRole('combobox', { name: 'Woher kommt der Text?' }).click()
    await page.getByRole('option', { name }).click()
  }
})

/** Lessons over HTTP, as the page does it. */
async function pass(address: string, pack: Pack, modules: readonly string[]): Promise<void> {
  const post = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.status === 204 ? undefined : response.json()
  }
  for (const { id, version } of pack.training.modules.filter(module => modules.includes(module.id))) {
    await post('/api/learning/lesson', { module: id, version })
    let step = Step.parse(await post('/api/learning/start', { kind: 'round', module: id }))
    while (step.kind === 'question') {
      const inputs = rightInputs(step.question, pack)
      const answered = AnswerStep.parse(await post('/api/learning/answer', { session: step.session, inputs }))
      if (answered.kind !== 'feedback') throw new Error(answered.message)
      step = answered.after
    }
  }
}
