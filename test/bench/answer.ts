import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { loadPack, readPackFolder } from '../../bot/packs/folder.js'
import { readLearned } from '../../bot/packs/learned-file.js'
import { packageRoot } from '../../bot/paths.js'
import { answer, indexOf, type Learned } from '../../policies/answer/index.js'
import { buildPack } from '../../policies/pack/build.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { type Bench, type Figure, mean, median, percentile, timed } from './measure.js'

const TODAY = '2026-11-23'
const RUNS = 9

/** Time of one answer, of reading the pack and building the index, and memory; beside minisearch on the same pack and questions. */
export const answerBench: Bench = {
  name: 'answer',
  async run() {
    const folder = join(packageRoot(), 'policies/packs/basis')
    const files = await readPackFolder(folder)
    const learned = await readLearned('basis')
    const start = performance.now()
    const before = memory()
    const pack = indexed(files, learned)
    const cold = performance.now() - start
    const heap = memory() - before
    const built = Array.from({ length: RUNS }, () => timed(() => indexed(files, learned)))
    const unlearned = Array.from({ length: RUNS }, () => timed(() => indexed(files, undefined)))
    const { result, problems } = await loadPack(folder, TODAY)
    if (!result.ok) throw new Error(problems.map(({ message }) => message).join('\n'))
    const questions = ownQuestions()
    return [
      { name: 'pack and index, first time in a process', value: cold, unit: 'ms' },
      { name: 'pack and index, median', value: median(built), unit: 'ms' },
      { name: 'pack and index, learned anew, median', value: median(unlearned), unit: 'ms' },
      { name: 'memory of pack and index', value: heap, unit: 'MB' },
      ...times('answer', questions, question => void answer(question, pack, [], TODAY)),
      ...miniSearchFigures(pack, questions),
    ]
  },
}

function indexed(files: Parameters<typeof buildPack>[0], learned: Learned | undefined): Pack {
  const result = buildPack(files)
  if (!result.ok) throw new Error('pack does not build')
  indexOf(result.built.pack, learned)
  return result.built.pack
}

const ownQuestions = (): string[] =>
  readFileSync(join(packageRoot(), 'test/eval/qa-own-a.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(row => (JSON.parse(row) as { q: string }).q)

/** Each question several times, and of these the median: what the question costs, not what the machine did meanwhile. */
function times(name: string, questions: readonly string[], run: (question: string) => void): Figure[] {
  for (const question of questions) run(question)
  const each = questions.map(question => median(Array.from({ length: RUNS }, () => timed(() => run(question)))))
  return [
    { name: `${name}, mean`, value: mean(each), unit: 'ms' },
    { name: `${name}, p99`, value: percentile(each, 0.99), unit: 'ms' },
  ]
}

function miniSearchFigures({ rules }: Pack, questions: readonly string[]): Figure[] {
  const documents = rules.map(({ id, title, synonyms, examples, text }) => ({
    id,
    title,
    words: synonyms.join(' '),
    examples: examples.join(' '),
    text: text.short,
  }))
  const make = (): MiniSearch => {
    const search = new MiniSearch({ fields: ['title', 'words', 'examples', 'text'] })
    search.addAll(documents)
    return search
  }
  const search = make()
  return [
    { name: 'minisearch, index, median', value: median(Array.from({ length: RUNS }, () => timed(make))), unit: 'ms' },
    ...times('minisearch', questions, question => void search.search(question)),
  ]
}

function memory(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1024 / 1024
}
