import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LLMock } from '@copilotkit/aimock'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { readConfig } from '../../bot/config.js'
import type { Service } from '../../bot/wiring.js'
import { AnswerStep, Step } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { openBrowser } from '../support/browser.js'
import { freePort } from '../support/free-port.js'
import { rightInputs } from '../support/learner.js'
import { musterstadt } from '../support/musterstadt.js'
import { openTab, type Tab } from '../support/tab-page.js'
import { LETTER } from '../support/tab-texts.js'
import { startWitnessed } from '../support/witness/service.js'

jest.setTimeout(120_000)

/** What MUCGPT asks for in Musterstadt. */
const LESSONS = ['g1', 'g2', 'g3', 'g4']
const VALUES = /Krause|Lindenstra|erika|DE89|3704/i
const ANSWER =
  'Guten Tag Frau [PERSON 1 NACHNAME],\n\nIhr Konto [IBAN 1] ist notiert. Wir melden uns am [ERGÄNZEN: Datum].'

// The page, the real service and its storage, and a model that is played by aimock over HTTP.
describe('a person drafts with the real service', () => {
  const model = new LLMock({ port: 0 })
  let data: string
  let service: Service
  let browser: Browser
  let tab: Tab
  let pack: Pack

  beforeAll(async () => {
    model.onMessage('IBAN 1', { content: ANSWER }, { chunkSize: 5 })
    await model.start()
    data = await mkdtemp(join(tmpdir(), 'kompass-write-'))
    const settings = readConfig({
      KOMPASS_DATA: data,
      KOMPASS_PORT: String(await freePort()),
      KOMPASS_LOG_LEVEL: 'silent',
      KOMPASS_MODEL_KEY_MUCGPT: 'key-of-the-test',
      KOMPASS_MODEL_URL_MUCGPT: `${model.url}/v1`,
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
    await model.stop()
    if (data) await rm(data, { recursive: true, force: true })
  })
  beforeEach(async () => {
    tab = await openTab(browser, { address: `${service.address}/tab/` }, { at: '/schreiben/freundlicher' })
  })
  afterEach(() => tab.page.context().close())

  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${service.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.status === 204 ? undefined : response.json()
  }

  async function learn(module: string): Promise<void> {
    const version = pack.training.modules.find(({ id }) => id === module)?.version
    await post('/api/learning/lesson', { module, version })
    let step = Step.parse(await post('/api/learning/start', { kind: 'round', module }))
    while (step.kind === 'question') {
      const { session, question } = step
      const inputs = rightInputs(question, pack)
      const answer = AnswerStep.parse(await post('/api/learning/answer', { session, inputs }))
      step = answer.kind === 'feedback' ? answer.after : answer
    }
  }

  test('before the lessons: the first of them, one click away, and nothing to send with', async () => {
    const { page, paste, choose, see } = tab
    await paste(LETTER)
    await choose('Betrifft Menschen')
    await see('Dafür geht gerade kein KI-Werkzeug.')
    await page
      .getByRole('link', { name: /^Zur Lektion/ })
      .first()
      .click()
    await see(/^Seite 1 von /)
    expect(model.getRequests()).toEqual([])
  })

  test('after them: names are replaced before anything is sent, and come back in the draft', async () => {
    for (const module of LESSONS) await learn(module)
    await tab.reload()
    const { page, paste, choose, see, press, complaints } = tab
    await paste(LETTER)
    await choose('Betrifft Menschen')
    await press('Platzhalter einsetzen')
    await press('An MUCGPT senden')
    await see('Der Entwurf ist fertig.')
    expect(await page.locator('.result-text').textContent()).toContain(
      'Guten Tag Frau Krause,\n\nIhr Konto DE89 3704 0044 0532 0130 00 ist notiert.',
    )
    await see('Eine Lücke ist noch offen')
    const sent = JSON.stringify(model.getRequests().map(({ body, headers }) => [body, headers]))
    expect(sent).toContain('[PERSON 1 NACHNAME]')
    expect(sent).not.toMatch(VALUES)
    expect(complaints).toEqual([])
  })
})
