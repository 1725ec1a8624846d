import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { checkedParameters } from '../parameters.js'
import { translated } from './errors.js'

/** Kysely over a pool of connections, with the same parameters and the same errors as the SQLite dialect. */
export function postgresDialect(pool: Pool): Dialect {
  return {
    createDriver: () => new PoolDriver(pool),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: db => new PostgresIntrospector(db),
  }
}

/** Whoever opened the pool ends it: `destroy` of one Kysely instance must not end the others. */
class PoolDriver implements Driver {
  readonly #pool: Pool
  readonly #clients = new WeakMap<DatabaseConnection, PoolClient>()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async init(): Promise<void> {}
  async destroy(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const client = await this.#pool.connect().catch(translated)
    const connection = connectionOn(client)
    this.#clients.set(connection, client)
    return connection
  }

  /** The pool itself throws away a connection that broke. */
  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#clients.get(connection)?.release()
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const isolation = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : ''
    await connection.executeQuery(CompiledQuery.raw(`start transaction${isolation} ${settings.accessMode ?? ''}`))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
}

const connectionOn = (client: PoolClient): DatabaseConnection => ({
  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, rowCount } = await client.query(sql, checkedParameters(parameters)).catch(translated)
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) }
  },
  streamQuery() {
    throw new Error('read in pages instead: so it works with both databases')
  },
})
