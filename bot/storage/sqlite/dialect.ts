import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import type { SqliteConnection } from './connection.js'
import { isLight } from './light-writes.js'

/** Kysely over one libsql connection. Several instances may share it: they take turns. */
export function sqliteDialect(connection: SqliteConnection): Dialect {
  return {
    createDriver: () => new LibsqlDriver(connection),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: db => new SqliteIntrospector(db),
  }
}

/** What is written by hand outside a transaction reads, like a pragma. */
const READING: ReadonlySet<string> = new Set(['SelectQueryNode', 'RawNode'])

/** Whoever opened the connection closes it: `destroy` of one Kysely instance must not end the others. */
class LibsqlDriver implements Driver {
  readonly #connection: SqliteConnection

  constructor(connection: SqliteConnection) {
    this.#connection = connection
  }

  async init(): Promise<void> {}
  async destroy(): Promise<void> {}

  async acquireConnection(): Promise<Session> {
    return new Session(this.#connection)
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(session: Session, { accessMode }: TransactionSettings): Promise<void> {
    await session.begin(accessMode === 'read only' ? 'deferred' : 'immediate')
  }

  async commitTransaction(session: Session): Promise<void> {
    await session.commit()
  }

  async rollbackTransaction(session: Session): Promise<void> {
    session.rollback()
  }
}

/** One caller's use of the connection: its turn is a single statement, or the whole transaction it began. */
class Session implements DatabaseConnection {
  readonly #connection: SqliteConnection
  #inTransaction = false

  constructor(connection: SqliteConnection) {
    this.#connection = connection
  }

  /** Between Kysely and a driver nobody can check that the rows are what the query says. */
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return (await this.#execute(query)) as QueryResult<Row>
  }

  #execute({ sql, parameters, query: { kind } }: CompiledQuery): Promise<QueryResult<unknown>> {
    const connection = this.#connection
    if (this.#inTransaction) return connection.run(sql, parameters)
    if (READING.has(kind)) return this.#inTurn(() => connection.run(sql, parameters))
    if (isLight(sql)) return connection.light.write({ sql, parameters })
    return this.#inTurn(() => connection.write(sql, parameters))
  }

  async #inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    await this.#connection.turns.take()
    try {
      return await run()
    } finally {
      this.#connection.turns.end()
    }
  }

  async begin(mode: 'immediate' | 'deferred'): Promise<void> {
    await this.#connection.turns.take()
    try {
      await this.#connection.begin(mode)
      this.#inTransaction = true
    } finally {
      if (!this.#inTransaction) this.#connection.turns.end()
    }
  }

  /** If it fails, Kysely rolls back. */
  async commit(): Promise<void> {
    await this.#connection.commit()
    this.#end()
  }

  rollback(): void {
    try {
      this.#connection.rollback()
    } finally {
      this.#end()
    }
  }

  #end(): void {
    this.#inTransaction = false
    this.#connection.turns.end()
  }

  streamQuery(): never {
    throw new Error('read in pages instead: a stream would hold the only connection')
  }
}
