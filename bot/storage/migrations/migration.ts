import type { QueryExecutorProvider, RawBuilder, SchemaModule } from 'kysely'

/**
 * One step from schema to schema, named like its file. It is frozen once released: it describes the tables of its time, so
 * it knows nothing of `tables.ts`.
 */
export type Migration = {
  readonly name: string
  readonly up: (db: Migrating, types: ColumnTypes) => Promise<void>
}

/** The only types of column there are; see `tables.ts`. */
export type ColumnTypes = {
  readonly text: 'text' | RawBuilder<unknown>
  readonly integer: 'bigint'
  readonly real: 'double precision'
}

/** The transaction a migration runs in: it makes tables with `schema` and changes rows with `sql`. */
export type Migrating = QueryExecutorProvider & { readonly schema: SchemaModule }
