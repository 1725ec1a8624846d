import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../bot/paths.js'
import { createEngine, type Engine, readLists } from '../../policies/protect/index.js'
import { readCorpus } from '../support/corpus.js'
import { growth, leastGrowth, perRun } from '../support/growth.js'
import { HOSTILE } from '../support/hostile-texts.js'
import { predict } from '../support/protect-figures.js'
import { listFiles } from '../support/protect-lists.js'
import { precision, recall, score } from '../support/protect-score.js'
import { bundleFigures } from './engine-bundle.js'
import { type Bench, type Figure, median, percentile, timed } from './measure.js'
import { peerFigures } from './peers.js'

const RUNS = 9
/** One pass of the simplest thing anybody would do: what the engine costs is said in multiples of it. */
const LIMIT =
  /\b\d{11}\b|[A-Z]{2}\d{2}[ ]?(?:\d{4}[ ]?){4}\d{2}|[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,10}|\b\d{5} [A-Z]\w+|\b\d{2}\.\d{2}\.\d{4}\b|\b0\d{2,5}[ /-]?\d{4,9}\b|\b(?:Herr|Frau) [A-Z]\w+|\b[A-Z]{1,3}-[A-Z]{1,2} \d{1,4}\b/g

const filled = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

function ruleTexts(): string {
  const folder = join(packageRoot(), 'policies/packs/basis/rules')
  return readdirSync(folder)
    .sort()
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

/** Time, size and reach of the check of texts, beside one plain pass and beside other tools. */
export const protectBench: Bench = {
  name: 'protect',
  async run() {
    const ready = readiness()
    const engine = createEngine(readLists(listFiles()))
    const corpus = readCorpus('test/protect/corpus')
    const texts = { 'rule texts': ruleTexts(), corpus: corpus.map(({ text }) => text).join('\n\n') }
    const windows = Object.values(texts).flatMap(windowsOf)
    return [
      ...ready,
      ...Object.entries(texts).flatMap(([name, text]) => passFigures(engine, name, text)),
      ...Object.entries(texts).flatMap(([name, text]) => windowFigures(engine, name, windowsOf(text))),
      ...lengthFigures(engine, texts.corpus),
      ...hostileFigures(engine),
      ...reachFigures(corpus),
      ...(await bundleFigures(windows)),
      ...(await peerFigures(
        corpus,
        HOSTILE.filter((_, at) => at % 6 === 0),
        windows,
      )),
    ]
  },
}

function readiness(): Figure[] {
  const files = listFiles()
  const make = (): void => void createEngine(readLists(files))
  const first = timed(make)
  return [
    { name: 'engine ready, first time in a process', value: first, unit: 'ms' },
    {
      name: 'engine ready, median',
      value: median(Array.from({ length: RUNS }, () => timed(make))),
      unit: 'ms',
      most: 100,
    },
  ]
}

/** Engine and plain pass in turn over one megabyte, so that a busy machine slows both. */
function passFigures({ scan }: Engine, name: string, unit: string): Figure[] {
  const text = filled(unit, 1_000_000)
  scan(text)
  text.match(LIMIT)
  const times = Array.from({ length: RUNS }, () => [timed(() => scan(text)), timed(() => text.match(LIMIT))] as const)
  const own = median(times.map(([time]) => time))
  const plain = median(times.map(([, time]) => time))
  return [
    { name: `1 MB, ${name}: engine`, value: own, unit: 'ms' },
    { name: `1 MB, ${name}: plain pass`, value: plain, unit: 'ms' },
    { name: `1 MB, ${name}: engine / plain pass`, value: own / plain, unit: '×', most: 6 },
  ]
}

/** Stretches of 10,000 characters, as long as what people paste. */
const windowsOf = (text: string): string[] =>
  Array.from({ length: 60 }, (_, at) =>
    filled(text, text.length * 2)
      .slice(at * 4_321)
      .slice(0, 10_000),
  )

function windowFigures({ scan }: Engine, name: string, windows: readonly string[]): Figure[] {
  for (const text of windows) scan(text)
  const times = windows.map(text => median(Array.from({ length: 5 }, () => timed(() => scan(text)))))
  return [
    { name: `10,000 characters, ${name}: p50`, value: median(times), unit: 'ms' },
    { name: `10,000 characters, ${name}: p95`, value: percentile(times, 0.95), unit: 'ms', most: 3 },
  ]
}

function lengthFigures({ scan }: Engine, unit: string): Figure[] {
  const [short, long] = [filled(unit, 100_000), filled(unit, 10_000_000)]
  scan(short)
  const times = Array.from({ length: RUNS }, () => timed(() => scan(short)))
  const whole = median(Array.from({ length: 3 }, () => timed(() => scan(long))))
  return [
    { name: '10 MB', value: whole, unit: 'ms' },
    { name: 'per character, 10 MB / 100 kB', value: whole / median(times) / 100, unit: '×', most: 1.3 },
  ]
}

function hostileFigures({ scan }: Engine): Figure[] {
  const measured = HOSTILE.map(({ why, text }) => {
    const long = text(80_000)
    const short = long.slice(0, 40_000)
    scan(short)
    const ratio = leastGrowth(scan, short, long, 2.3)
    return {
      why,
      ms: median(Array.from({ length: 7 }, () => perRun(() => scan(short)))),
      ratio: Math.min(ratio, ratio > 2.3 ? growth(scan, short, long) : ratio),
    }
  })
  const [slowest] = measured.toSorted((a, b) => b.ms - a.ms)
  const [steepest] = measured.toSorted((a, b) => b.ratio - a.ratio)
  return [
    { name: `hostile 40,000, worst (${slowest?.why})`, value: slowest?.ms ?? Number.NaN, unit: 'ms', most: 60 },
    {
      name: `hostile 80,000 / 40,000, worst (${steepest?.why})`,
      value: steepest?.ratio ?? Number.NaN,
      unit: '×',
      most: 2.3,
    },
    {
      name: 'hostile texts over 60 ms',
      value: measured.filter(({ ms }) => ms > 60).length,
      unit: `of ${measured.length}`,
    },
  ]
}

/** Ours on the texts it was developed with; the peers below saw none of them. */
function reachFigures(corpus: ReturnType<typeof readCorpus>): Figure[] {
  const { any, harmless } = score(corpus, predict)
  return [
    { name: 'any value, recall', value: 100 * recall(any), unit: '%' },
    { name: 'any value, precision', value: 100 * precision(any), unit: '%' },
    { name: 'harmless texts flagged', value: (100 * harmless.flagged) / harmless.texts, unit: '%' },
  ]
}
