import type { StorageTarget } from '../target.js'

type Lockable<Query> = { readonly forUpdate: () => Query; readonly skipLocked: () => Query }

/** Locks the rows found and leaves out those another process holds; SQLite lets only one write at all. */
export const skipLocked = <Query extends Lockable<Query>>(query: Query, engine: StorageTarget['kind']): Query =>
  engine === 'postgres' ? query.forUpdate().skipLocked() : query
