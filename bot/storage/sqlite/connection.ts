import { setTimeout as sleep } from 'node:timers/promises'
import type { QueryResult } from 'kysely'
import Libsql from 'libsql'
import { checkedParameters, safeInteger } from '../parameters.js'
import { codeOf, StorageUnavailable } from '../unavailable.js'
import { createLightWrites, isLight, type Write } from './light-writes.js'
import { createTurns } from './turns.js'

/** libsql waits inside the event loop: a short time only, the rest of the waiting is ours. */
const BLOCKING_MS = 20
const PATIENCE_MS = 10_000
const KEPT_STATEMENTS = 200
const PAUSES_MS = [1, 2, 5, 10, 20, 40]

/** How SQLite commits: having waited for the disk, or not. */
type Durability = 'full' | 'normal'

type Statement = { readonly prepared: Libsql.Statement<unknown[]>; readonly reads: boolean }

/**
 * The one connection of this process to its SQLite file, used by one caller at a time.
 *
 * A prepared statement that met a lock stays begun inside libsql until somebody runs it again, and as long as it does, SQLite
 * acknowledges later writes without committing them. So every write takes the lock first, with `exec`, which leaves
 * nothing behind; and where a reading statement gave up, the connection is replaced.
 */
export class SqliteConnection {
  readonly turns = createTurns()
  readonly light = createLightWrites(this.turns, writes => this.writeTogether(writes))
  readonly #file: string
  readonly #patienceMs: number
  readonly #statements = new Map<string, Statement>()
  #database: Libsql.Database
  /** As libsql opens a database. */
  #durability: Durability = 'full'

  constructor(file: string, patienceMs = PATIENCE_MS) {
    this.#file = file
    this.#patienceMs = patienceMs
    this.#database = connect(file)
  }

  /** A statement that only reads, or one within a transaction. The rows have the type that its query says. */
  async run<Row>(sql: string, parameters: readonly unknown[] = []): Promise<QueryResult<Row>> {
    const bound = checkedParameters(parameters)
    return this.#patiently(
      () => resultOf<Row>(this.#prepared(sql), bound),
      () => this.#replace(),
    )
  }

  /** A statement that writes, as a transaction of its own. */
  async write(sql: string, parameters: readonly unknown[] = []): Promise<QueryResult<unknown>> {
    const [result] = await this.writeTogether([{ sql, parameters }])
    return result ?? { rows: [] }
  }

  /** Statements that write, in one transaction: all or none. */
  async writeTogether(writes: readonly Write[]): Promise<readonly QueryResult<unknown>[]> {
    const bound = writes.map(({ sql, parameters }) => ({ sql, values: checkedParameters(parameters) }))
    try {
      await this.begin('immediate', writes.every(({ sql }) => isLight(sql)) ? 'normal' : 'full')
      const results = bound.map(({ sql, values }) => resultOf(this.#prepared(sql), values))
      this.#database.exec('commit')
      return results
    } catch (error) {
      this.rollback()
      throw translated(error)
    }
  }

  /** `immediate`: to write, with the lock from the beginning, for later it could be refused. */
  async begin(mode: 'immediate' | 'deferred', durability: Durability = 'full'): Promise<void> {
    await this.#patiently(() => {
      this.#commitWith(durability)
      this.#open().exec(`begin ${mode}`)
    })
  }

  /** Only said when it changes: within a transaction it could not be. */
  #commitWith(durability: Durability): void {
    if (this.#durability === durability) return
    this.#open().exec(`pragma synchronous = ${durability}`)
    this.#durability = durability
  }

  async commit(): Promise<void> {
    await this.#patiently(() => this.#database.exec('commit'))
  }

  /**
   * A full disk has already ended the transaction; then there is nothing to take back. Asked for it after closing, libsql
   * would end the whole process.
   */
  rollback(): void {
    if (this.#database.open && this.#database.inTransaction) this.#database.exec('rollback')
  }

  async close(): Promise<void> {
    await this.light.settled()
    await this.turns.take()
    this.#statements.clear()
    if (this.#database.open) this.#database.close()
    this.turns.end()
  }

  /** Tries until the lock of another process is free, and lets everything else run meanwhile. */
  async #patiently<Result>(attempt: () => Result, giveUp: () => void = () => {}): Promise<Result> {
    const until = Date.now() + this.#patienceMs
    for (let tries = 0; ; tries++) {
      try {
        return attempt()
      } catch (error) {
        if (!isBusy(error)) throw translated(error)
        if (Date.now() > until) {
          giveUp()
          throw translated(error)
        }
        await sleep(PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)])
      }
    }
  }

  /** Kept, for preparing takes as long as running; the oldest goes first. Running it again begins it anew. */
  #prepared(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    const prepared = this.#open().prepare(sql)
    const statement = { prepared, reads: prepared.reader }
    if (this.#statements.size >= KEPT_STATEMENTS) this.#statements.delete(this.#statements.keys().next().value ?? '')
    this.#statements.set(sql, statement)
    return statement
  }

  #open(): Libsql.Database {
    if (!this.#database.open) throw new StorageUnavailable('closed')
    return this.#database
  }

  #replace(): void {
    this.#statements.clear()
    this.#database.close()
    this.#database = connect(this.#file)
    this.#durability = 'full'
  }
}

function connect(file: string): Libsql.Database {
  const database = new Libsql(file)
  database.defaultSafeIntegers(true)
  database.exec(`pragma busy_timeout = ${BLOCKING_MS}`)
  return database
}

/** Between Kysely and a driver nobody can check that the rows are what the query says. */
function resultOf<Row>({ prepared, reads }: Statement, parameters: unknown[]): QueryResult<Row> {
  if (!reads) return { rows: [], numAffectedRows: BigInt(prepared.run(parameters).changes) }
  const rows = prepared.all(parameters)
  for (const row of rows) withNumbers(row)
  return { rows: rows as Row[] }
}

/** libsql would round whole numbers above 2^53 without a word; as bigint they arrive exact and are refused. */
function withNumbers(row: unknown): void {
  if (typeof row !== 'object' || row === null) return
  for (const [column, value] of Object.entries(row))
    if (typeof value === 'bigint') Object.assign(row, { [column]: safeInteger(value) })
}

const isBusy = (error: unknown): boolean => codeOf(error)?.startsWith('SQLITE_BUSY') ?? false

const UNAVAILABLE = /^SQLITE_(?:BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM|PROTOCOL)/

function translated(error: unknown): unknown {
  const code = codeOf(error) ?? ''
  return UNAVAILABLE.test(code) ? new StorageUnavailable(code) : error
}
