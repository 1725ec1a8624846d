import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../../bot/paths.js'
import type { CorpusText } from '../support/corpus.js'
import type { Hostile } from '../support/hostile-texts.js'
import { precision, recall, score } from '../support/protect-score.js'
import { type Figure, median, percentile } from './measure.js'
import type { Answer, PeerName, Question } from './peer-worker.js'

const NAMES: readonly PeerName[] = ['openredaction', 'redact-pii', '@redactpii/node']
const WORKER = join(dirname(fileURLToPath(import.meta.url)), 'peer-worker.js')
/** Who needs longer for 40,000 characters is stopped: the figure then says this much. */
const PATIENCE_MS = 3_000

/** Installed beside the bench and only for it; without a network the bench says so and goes on. */
function install(): boolean {
  const folder = join(packageRoot(), 'test/bench/peers')
  if (existsSync(join(folder, 'node_modules'))) return true
  try {
    execFileSync('npm', [
      'install',
      '--prefix',
      folder,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--no-save',
      '--no-package-lock',
    ])
    return true
  } catch {
    return false
  }
}

class Peer {
  readonly #name: PeerName
  #worker: Worker | undefined

  constructor(name: PeerName) {
    this.#name = name
  }

  /** Undefined: stopped, because it took too long or broke. */
  async ask(question: Question, patience = 60_000): Promise<Answer | undefined> {
    this.#worker ??= new Worker(WORKER, { workerData: this.#name, stdout: true, stderr: true })
    const worker = this.#worker
    const answer = await new Promise<Answer | undefined>(resolve => {
      const timer = setTimeout(() => done(undefined), patience)
      const broken = (): void => done(undefined)
      worker.once('message', done)
      worker.once('error', broken)
      worker.postMessage(question)

      function done(given: Answer | undefined): void {
        clearTimeout(timer)
        worker.off('message', done)
        worker.off('error', broken)
        resolve(given)
      }
    })
    if (answer === undefined) await this.end()
    return answer
  }

  async end(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = undefined
  }
}

/** What other tools find in the same texts and how long they take. */
export async function peerFigures(
  corpus: readonly CorpusText[],
  hostile: readonly Hostile[],
  windows: readonly string[],
): Promise<Figure[]> {
  if (!install()) return [{ name: 'peers: could not be installed', value: Number.NaN, unit: '' }]
  const figures: Figure[] = []
  for (const name of NAMES) figures.push(...(await figuresOf(name, corpus, hostile, windows)))
  return figures
}

async function figuresOf(
  name: PeerName,
  corpus: readonly CorpusText[],
  hostile: readonly Hostile[],
  windows: readonly string[],
): Promise<Figure[]> {
  const peer = new Peer(name)
  const found = new Map<string, Answer['spans']>()
  for (const { text } of corpus) found.set(text, (await peer.ask({ text, where: true }))?.spans ?? [])
  const { any, harmless } = score(corpus, text => {
    const spans = found.get(text) ?? []
    return { spans, verdict: spans.length > 0 ? 'block' : 'allow' }
  })
  const times: number[] = []
  for (const text of windows) times.push((await peer.ask({ text, where: false }))?.ms ?? Number.NaN)
  let worst = 0
  let stopped = 0
  for (const { text } of hostile) {
    const ms = (await peer.ask({ text: text(40_000), where: false }, PATIENCE_MS))?.ms
    if (ms === undefined) stopped++
    worst = Math.max(worst, ms ?? PATIENCE_MS)
  }
  await peer.end()
  return [
    { name: `${name}: any value, recall`, value: 100 * recall(any), unit: '%' },
    { name: `${name}: any value, precision`, value: 100 * precision(any), unit: '%' },
    { name: `${name}: harmless texts flagged`, value: (100 * harmless.flagged) / harmless.texts, unit: '%' },
    { name: `${name}: 10,000 characters, p50`, value: median(times), unit: 'ms' },
    { name: `${name}: 10,000 characters, p95`, value: percentile(times, 0.95), unit: 'ms' },
    { name: `${name}: hostile 40,000 characters, worst`, value: worst, unit: 'ms' },
    { name: `${name}: stopped after ${PATIENCE_MS} ms, of ${hostile.length} hostile`, value: stopped, unit: 'texts' },
  ]
}
