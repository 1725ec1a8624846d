import { blocksOf } from '../../policies/protect/blocks.js'
import { hasUncoveredPart } from '../../policies/protect/coverage.js'
import { createEngine, type Engine, type Finding, type Lists, readLists } from '../../policies/protect/index.js'
import type { FromWorker, ToWorker } from './messages.js'

// Long texts are checked here, so that typing never stutters. Between two blocks newer messages get their turn.
let lists: Lists | undefined
let engine: Engine | undefined
let latest = 0

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'lists') {
    lists = readLists(new Map(Object.entries(data.lists)))
    engine = createEngine(lists)
    return
  }
  latest = data.job
  check(data.job, data.text).catch(() => say({ type: 'failed', job: data.job }))
})

async function check(job: number, text: string): Promise<void> {
  if (!engine || !lists) throw new Error('no lists yet')
  const ends = [...blocksOf(text)].map(({ end }) => end)
  const findings: Finding[] = []
  let block = 0
  for (const found of engine.scanSteps(text)) {
    findings.push(...found)
    say({ type: 'progress', job, done: (ends[block++] ?? text.length) / text.length })
    await new Promise(resume => setTimeout(resume))
    if (job !== latest) return
  }
  say({ type: 'result', job, findings, uncovered: hasUncoveredPart(text, findings, lists.languages) })
}

const say = (message: FromWorker): void => postMessage(message)
