import type { Kysely } from 'kysely'
import type { Tables } from './tables.js'

/** What conversation memory has run out, of all municipalities, also where nobody talks any more; number of rows. */
export async function forgetExpired(all: Kysely<Tables>, now: Date): Promise<number> {
  const { numDeletedRows } = await all
    .deleteFrom('memory')
    .where('until', '<=', now.toISOString())
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
