import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import pg from 'pg'
import type { StorageTarget } from '../../bot/storage/target.js'
import type { QuestionState } from '../../policies/training/schedule.js'
import { opening } from '../support/opening.js'
import { startPostgres } from '../support/postgres.js'
import { type Bench, type Figure, median, percentile } from './measure.js'

const ROUNDS = 15
const ANSWERS = 400
const PSEUDONYM = 'y'
const STATE: QuestionState = {
  question: 'g1-1',
  due: '2026-11-24',
  stability: 1.5,
  difficulty: 5.1,
  phase: 'learning',
  step: 1,
  lastReview: '2026-11-23',
  rules: 'anonymisieren@1',
}

/** Storing one answer: from the state before to the state after, or nothing if somebody was faster. */
type Answer = (before: QuestionState, after: QuestionState) => Promise<boolean>
type Measured = { readonly ours: Answer; readonly raw: Answer; readonly close: () => Promise<void> }

/** Durable answers, through the storage and beside it with the driver alone: same statement, same settings, same row. */
export const storageBench: Bench = {
  name: 'storage',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'kompass-bench-'))
    const postgres = await startPostgres()
    try {
      const sqlite = await onSqlite(join(folder, 'kompass.db'))
      const figures = await figuresOf('SQLite', sqlite)
      await sqlite.close()
      const server = await onPostgres(await postgres.createDatabase())
      figures.push(...(await figuresOf('PostgreSQL', server)))
      await server.close()
      return figures
    } finally {
      await postgres.stop()
      await rm(folder, { recursive: true })
    }
  },
}

/** In turn, so that a busy machine slows both. */
async function figuresOf(name: string, { ours, raw }: Measured): Promise<Figure[]> {
  const [own, bare, ratios]: [number[], number[], number[]] = [[], [], []]
  let [count, time] = [0, 0]
  const answers = async (store: Answer): Promise<number[]> => {
    const times: number[] = []
    for (let at = 0; at < ANSWERS; at++) {
      const [before, after] = [1.5 + count, 1.5 + ++count]
      const start = performance.now()
      if (!(await store({ ...STATE, stability: before }, { ...STATE, stability: after }))) throw new Error('not stored')
      times.push(performance.now() - start)
    }
    return times
  }
  for (let round = 0; round <= ROUNDS; round++) {
    // Whoever comes second finds the caches of the first: they change places.
    const [first, second] = round % 2 ? [ours, raw] : [raw, ours]
    const [one, other] = [await answers(first), await answers(second)]
    const [mine, plain] = round % 2 ? [one, other] : [other, one]
    if (round === 0) continue
    own.push(...mine)
    bare.push(...plain)
    time += sum(mine)
    ratios.push(sum(plain) / sum(mine))
  }
  return [
    { name: `${name}: durable answers`, value: (own.length / time) * 1000, unit: '/s' },
    { name: `${name}: one answer, p50`, value: median(own), unit: 'ms' },
    { name: `${name}: one answer, p99`, value: percentile(own, 0.99), unit: 'ms' },
    { name: `${name}: driver alone, durable answers`, value: (bare.length / sum(bare)) * 1000, unit: '/s' },
    { name: `${name}: driver alone, one answer, p99`, value: percentile(bare, 0.99), unit: 'ms' },
    {
      name: `${name}: of the driver alone, median of ${ROUNDS} rounds`,
      value: 100 * median(ratios),
      unit: '%',
      least: 80,
    },
  ]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

async function throughStorage(target: StorageTarget): Promise<Pick<Measured, 'ours' | 'close'>> {
  const storage = await opening(target)
  const { learning } = storage.forMunicipality('neustadt')
  await learning.review(PSEUDONYM, undefined, STATE)
  return {
    ours: async (before, after) => (await learning.review(PSEUDONYM, before, after)) === 'stored',
    close: () => storage.close(),
  }
}

const COLUMNS = ['due', 'stability', 'difficulty', 'phase', 'step', 'last_review', 'rules']
const statement = (place: (number: number) => string): string => {
  const equal = (names: readonly string[], from: number): string[] =>
    names.map((name, at) => `${name} = ${place(from + at)}`)
  const conditions = equal(['municipality', 'pseudonym', 'question', ...COLUMNS], COLUMNS.length + 1).join(' and ')
  return `update question_state set ${equal(COLUMNS, 1).join(', ')} where ${conditions}`
}
const values = ({ due, stability, difficulty, phase, step, lastReview, rules }: QuestionState) => [
  due,
  stability,
  difficulty,
  phase,
  step,
  lastReview,
  rules,
]
const parametersOf = (before: QuestionState, after: QuestionState) => [
  ...values(after),
  ...['neustadt', PSEUDONYM, before.question],
  ...values(before),
]

async function onSqlite(file: string): Promise<Measured> {
  const { ours, close } = await throughStorage({ kind: 'sqlite', file })
  const database = new Libsql(file)
  database.exec('pragma synchronous = full')
  const update = database.prepare(statement(() => '?'))
  return {
    ours,
    raw: async (before, after) => update.run(parametersOf(before, after)).changes === 1,
    async close() {
      database.close()
      await close()
    },
  }
}

async function onPostgres(url: string): Promise<Measured> {
  const { ours, close } = await throughStorage({ kind: 'postgres', url })
  const pool = new pg.Pool({ connectionString: url })
  const update = statement(number => `$${number}`)
  return {
    ours,
    raw: async (before, after) => (await pool.query(update, parametersOf(before, after))).rowCount === 1,
    async close() {
      await pool.end()
      await close()
    },
  }
}
