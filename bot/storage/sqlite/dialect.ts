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
  readonly #adapted: DatabaseConnection

  constructor(connection: SqliteConnection) {
    this.#connection = connection
    this.#adapted = {
      executeQuery: <Row>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<Row>> =>
        connection.inTransaction || READING.has(query.kind)
          ? connection.run(sql, parameters)
          : connection.write(sql, parameters),
      streamQuery() {
        throw new Error('read in pages instead: a stream would hold the only connection')
      },
    }
  }

  async init(): Promise<void> {}
  async destroy(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#connection.turns.take()
    return this.#adapted
  }

  async releaseConnection(): Promise<void> {
    this.#connection.turns.end()
  }

  async beginTransaction(_: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    await this.#connection.begin(accessMode === 'read only' ? 'deferred' : 'immediate')
  }

  async commitTransaction(): Promise<void> {
    await this.#connection.commit()
  }

  async rollbackTransaction(): Promise<void> {
    this.#connection.rollback()
  }
}
