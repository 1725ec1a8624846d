import { setTimeout as sleep } from 'node:timers/promises'
import type { QueryResult } from 'kysely'
import Libsql from 'libsql'
import { checkedParameters, safeInteger } from '../parameters.js'
import { codeOf, StorageUnavailable } from '../unavailable.js'

/** libsql waits inside the event loop: a short time only, the rest of the waiting is ours. */
const BLOCKING_MS = 20
const PATIENCE_MS = 10_000
const PAUSES_MS = [1, 2, 5, 10, 20, 40]

/** The one connection of this process to its SQLite file, used by one caller at a time. */
export class SqliteConnection {
  readonly #database: Libsql.Database
  readonly #patienceMs: number
  #turn: Promise<void> = Promise.resolve()
  #release: () => void = () => {}
  #closed = false

  constructor(file: string, patienceMs = PATIENCE_MS) {
    this.#patienceMs = patienceMs
    this.#database = new Libsql(file)
    this.#database.defaultSafeIntegers(true)
    this.#database.exec(`pragma busy_timeout = ${BLOCKING_MS}`)
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction
  }

  /** Waits for one's turn, first come, first served. */
  async take(): Promise<void> {
    const before = this.#turn
    let done = (): void => {}
    this.#turn = new Promise(resolve => {
      done = resolve
    })
    await before
    this.#release = done
  }

  release(): void {
    this.#release()
  }

  /** Runs one statement. The rows have the type their query says: between Kysely and a driver nobody can check it. */
  async run<Row>(sql: string, parameters: readonly unknown[]): Promise<QueryResult<Row>> {
    const bound = checkedParameters(parameters)
    const until = Date.now() + this.#patienceMs
    for (let attempt = 0; ; attempt++) {
      try {
        return this.#runOnce<Row>(sql, bound)
      } catch (error) {
        const code = codeOf(error) ?? ''
        if (!code.startsWith('SQLITE_BUSY')) throw unavailable(code) ?? error
        if (this.#database.inTransaction || Date.now() > until) throw new StorageUnavailable(code)
        await sleep(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)])
      }
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.take()
    this.#database.close()
    this.release()
  }

  #runOnce<Row>(sql: string, parameters: unknown[]): QueryResult<Row> {
    if (!this.#database.open) throw new StorageUnavailable('closed')
    const statement = this.#database.prepare(sql)
    if (statement.reader) {
      const rows = statement.all(parameters)
      for (const row of rows) withNumbers(row)
      return { rows: rows as Row[] }
    }
    return { rows: [], numAffectedRows: BigInt(statement.run(parameters).changes) }
  }
}

/** libsql would round whole numbers above 2^53 without a word; as bigint they arrive exact and are refused. */
function withNumbers(row: unknown): void {
  if (typeof row !== 'object' || row === null) return
  for (const [column, value] of Object.entries(row))
    if (typeof value === 'bigint') Object.assign(row, { [column]: safeInteger(value) })
}

const UNAVAILABLE = /^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|LOCKED|NOMEM|PROTOCOL)/

const unavailable = (code: string): StorageUnavailable | undefined =>
  UNAVAILABLE.test(code) ? new StorageUnavailable(code) : undefined
