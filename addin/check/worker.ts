import { blocksOf } from '../../policies/protect/blocks.js'
import { createEngine, type Engine, readLists } from '../../policies/protect/index.js'
import type { FromWorker, ToWorker } from './messages.js'

// Long texts are checked here, so that typing never stutters. Between two blocks newer messages get their turn.
let engine: Engine | undefined
let latest = 0

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'lists') {
    engine = createEngine(readLists(new Map(Object.entries(data.lists))))
    return
  }
  latest = data.job
  check(data.job, data.text).catch(() => say({ type: 'failed', job: data.job }))
})

async function check(job: number, text: string): Promise<void> {
  if (!engine) throw new Error('no lists yet')
  const ends = [...blocksOf(text)].map(({ end }) => end)
  const steps = engine.checkSteps(text)
  let step = steps.next()
  for (let block = 0; !step.done; block++) {
    if (block < ends.length - 1) {
      say({ type: 'progress', job, done: (ends[block] ?? 0) / text.length })
      await new Promise(resume => setTimeout(resume))
      if (job !== latest) return
    }
    step = steps.next()
  }
  say({ type: 'result', job, ...step.value })
}

const say = (message: FromWorker): void => postMessage(message)
