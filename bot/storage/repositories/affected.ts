import type { DeleteResult, UpdateResult } from 'kysely'

export const deleted = async (query: { executeTakeFirstOrThrow: () => Promise<DeleteResult> }): Promise<number> =>
  Number((await query.executeTakeFirstOrThrow()).numDeletedRows)

export const updated = async (query: { executeTakeFirstOrThrow: () => Promise<UpdateResult> }): Promise<number> =>
  Number((await query.executeTakeFirstOrThrow()).numUpdatedRows)

export const inserted = async (query: {
  executeTakeFirstOrThrow: () => Promise<{ readonly numInsertedOrUpdatedRows?: bigint | undefined }>
}): Promise<number> => Number((await query.executeTakeFirstOrThrow()).numInsertedOrUpdatedRows ?? 0n)
