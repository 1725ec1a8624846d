import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { transformFile } from '@swc/core'
import type { Card } from '../../bot/teams/cards/card.js'
import { MOST_ACTIONS } from './card-rules.js'
import type { Rendered } from './card-window-worker.js'

/** Shows cards with the adaptivecards library in a window of jsdom, presses every button, and tells what happened. */
export async function renderCards(cards: readonly Card[]): Promise<readonly Rendered[]> {
  const { code } = await transformFile(fileURLToPath(new URL('./card-window-worker.ts', import.meta.url)), {
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  })
  const worker = new Worker(code, { eval: true, workerData: { cards, mostActions: MOST_ACTIONS } })
  return new Promise((done, failed) => {
    worker.once('message', done)
    worker.once('error', failed)
  })
}
