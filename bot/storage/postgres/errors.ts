import pg from 'pg'
import { codeOf, StorageUnavailable } from '../unavailable.js'

/** Connection lost, server full or shutting down, only for reading. */
const UNAVAILABLE = /^(?:08|53|57|58|25006)/

/** The words of PostgreSQL may quote a row, so only its code goes on. */
export function translated(error: unknown): never {
  if (error instanceof TypeError || error instanceof RangeError) throw error
  if (!(error instanceof pg.DatabaseError)) throw new StorageUnavailable(codeOf(error) ?? 'connection')
  const code = error.code ?? 'unknown'
  if (UNAVAILABLE.test(code)) throw new StorageUnavailable(code)
  throw new RefusedByPostgres(code, error.constraint ?? error.table)
}

class RefusedByPostgres extends Error {
  override readonly name = 'RefusedByPostgres'
  readonly code: string

  constructor(code: string, where: string | undefined) {
    super(`PostgreSQL refused a statement (${code}${where ? `, ${where}` : ''})`)
    this.code = code
  }
}
