import pg from 'pg'
import { safeInteger } from '../parameters.js'

const CONNECTIONS = 10
const CONNECT_MS = 5_000
const STATEMENT_MS = 60_000
const { INT8 } = pg.types.builtins

/** Whole numbers arrive as text, for they may be larger than a number can be. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => (type === INT8 ? safeInteger : pg.types.getTypeParser(type, format)),
}

export function postgresPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    keepAlive: true,
    types,
  })
  // A connection that breaks, idle or in use, would end the process if nobody listened. Its query fails by itself.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}
