import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LLMock } from '@copilotkit/aimock'
import { afterAll, afterEach, beforeAll } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { readConfig } from '../../bot/config.js'
import type { Service } from '../../bot/wiring.js'
import { AnswerStep, Step } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { openBrowser } from './browser.js'
import { freePort } from './free-port.js'
import { rightInputs } from './learner.js'
import { musterstadt } from './musterstadt.js'
import { type Recorder, recordBefore } from './recorder.js'
import { openTab, type Tab } from './tab-page.js'
import { startWitnessed } from './witness/service.js'

/** What MUCGPT asks for in Musterstadt. */
const LESSONS = ['g1', 'g2', 'g3', 'g4']

/**
 * For the tests of one file: the real service with its storage, a model played by aimock over HTTP with a recorder before
 * it, and a browser; for each test a pane of its own.
 */
export function hostPaneService(play: (model: LLMock) => void) {
  const model = new LLMock({ port: 0 })
  let recorder: Recorder
  let data: string
  let service: Service
  let browser: Browser
  let pack: Pack
  let pane: Tab | undefined

  beforeAll(async () => {
    play(model)
    await model.start()
    recorder = await recordBefore(model.url)
    data = await mkdtemp(join(tmpdir(), 'kompass-pane-'))
    const settings = readConfig({
      KOMPASS_DATA: data,
      KOMPASS_PORT: String(await freePort()),
      KOMPASS_LOG_LEVEL: 'silent',
      KOMPASS_MODEL_KEY_MUCGPT: 'key-of-the-test',
      KOMPASS_MODEL_URL_MUCGPT: `${recorder.address}/v1`,
    })
    if (!settings.ok) throw new Error(settings.problems.join())
    const started = await startWitnessed(settings.config, undefined)
    if (!started.ok) throw new Error(started.problems.join())
    service = started.service
    pack = await musterstadt()
    browser = await openBrowser()
  })
  afterEach(() => pane?.page.context().close())
  afterAll(async () => {
    await browser?.close()
    await service?.close()
    await recorder?.close()
    await model.stop()
    if (data) await rm(data, { recursive: true, force: true })
  })

  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(`${service.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const stepOf = async (path: string, body: unknown): Promise<unknown> => (await post(path, body)).json()

  async function learn(module: string): Promise<void> {
    const version = pack.training.modules.find(({ id }) => id === module)?.version
    await post('/api/learning/lesson', { module, version })
    let step = Step.parse(await stepOf('/api/learning/start', { kind: 'round', module }))
    while (step.kind === 'question') {
      const { session, question } = step
      const inputs = rightInputs(question, pack)
      const answer = AnswerStep.parse(await stepOf('/api/learning/answer', { session, inputs }))
      step = answer.kind === 'feedback' ? answer.after : answer
    }
  }

  return {
    post,
    pack: () => pack,
    /** Everything the model's address has been sent. */
    upstream: () => recorder.bytes(),
    asked: () => recorder.requests(),
    open: async (): Promise<Tab> => {
      pane = await openTab(browser, { address: `${service.address}/pane/` }, { at: '/schreiben' })
      return pane
    },
    learnAll: async (): Promise<void> => {
      for (const module of LESSONS) await learn(module)
    },
  }
}
