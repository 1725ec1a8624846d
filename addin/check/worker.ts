import { blocksOf } from '../../policies/protect/blocks.js'
import { createEngine, type Engine, readLists } from '../../policies/protect/index.js'
import { AT_ONCE, type FromWorker, type ToWorker } from './messages.js'

// The engine lives here and nowhere else in a page: neither making it nor a long text may stop anybody from typing.
let engine: Engine | undefined
let latest = 0

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'lists') {
    engine = createEngine(readLists(new Map(Object.entries(data.lists))))
    return
  }
  const { job, text } = data
  const answer = text.length > AT_ONCE ? checkByBlocks(job, text) : checkAtOnce(job, text)
  answer.catch(() => say({ type: 'failed', job }))
})

async function checkAtOnce(job: number, text: string): Promise<void> {
  say({ type: 'result', job, ...made().check(text) })
}

/** Between two blocks newer messages get their turn. */
async function checkByBlocks(job: number, text: string): Promise<void> {
  latest = job
  const ends = [...blocksOf(text)].map(({ end }) => end)
  const steps = made().checkSteps(text)
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

function made(): Engine {
  if (!engine) throw new Error('no lists yet')
  return engine
}

const say = (message: FromWorker): void => postMessage(message)
