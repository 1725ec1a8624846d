import {
  CompiledQuery,
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

/** Kysely over one libsql connection. Several instances may share it: they take turns. */
export function sqliteDialect(connection: SqliteConnection): Dialect {
  return {
    createDriver: () => new LibsqlDriver(connection),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: db => new SqliteIntrospector(db),
  }
}

/** Whoever opened the connection closes it: `destroy` of one Kysely instance must not end the others. */
class LibsqlDriver implements Driver {
  readonly #connection: SqliteConnection
  readonly #adapted: DatabaseConnection

  constructor(connection: SqliteConnection) {
    this.#connection = connection
    this.#adapted = {
      executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> =>
        connection.run<Row>(sql, parameters),
      streamQuery() {
        throw new Error('read in pages instead: a stream would hold the only connection')
      },
    }
  }

  async init(): Promise<void> {}
  async destroy(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#connection.take()
    return this.#adapted
  }

  async releaseConnection(): Promise<void> {
    this.#connection.release()
  }

  /** A transaction that begins to write only later could be refused in its middle: the lock is taken first. */
  async beginTransaction(connection: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(accessMode === 'read only' ? 'begin' : 'begin immediate'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  /** A full disk has already ended the transaction; then there is nothing to take back. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#connection.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
}
