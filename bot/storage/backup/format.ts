import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Parameter } from '../parameters.js'
import { TABLES, type TableName } from '../tables.js'

/**
 * A backup is JSON lines: what it is, the rows, and at the end how many and a checksum of all before. It knows nothing of
 * SQLite or PostgreSQL, so it also leads from one to the other.
 */
export const FORMAT = 'ki-kompass-sicherung'
export const VERSION = 1

export const Header = z.strictObject({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  schema: z.string(),
  created: z.iso.datetime(),
})
export type Header = z.infer<typeof Header>

export const Footer = z.strictObject({ end: z.literal(true), rows: z.record(z.string(), z.int()), sha256: z.string() })
export type Footer = z.infer<typeof Footer>

export type Row = Readonly<Record<string, Parameter>>
export type TableRow = { readonly table: TableName; readonly row: Row }

/** In an order that stays the same, so that two backups of the same content differ in their first line only. */
export const TABLE_NAMES: readonly TableName[] = Object.keys(TABLES).filter(isTable).sort()

function isTable(name: string): name is TableName {
  return Object.hasOwn(TABLES, name)
}

export const columnsOf = (table: TableName): readonly string[] => Object.keys(TABLES[table].columns)

const Text = z.string().refine(text => !text.includes('\0'))
const VALUES = { text: Text, 'text?': Text.nullable(), integer: z.int(), real: z.number() } as const

const ROWS: ReadonlyMap<string, z.ZodType<Row>> = new Map(
  Object.entries(TABLES).map(([name, { columns }]) => [
    name,
    z.strictObject(Object.fromEntries(Object.entries(columns).map(([column, kind]) => [column, VALUES[kind]]))),
  ]),
)
const Line = z.strictObject({ table: z.string().refine(isTable), row: z.unknown() })

/** A line of a row, if every column of its table is there with the right kind of value and no other. */
export function tableRowOf(json: unknown): TableRow | undefined {
  const line = Line.safeParse(json)
  if (!line.success || !isTable(line.data.table)) return undefined
  const row = ROWS.get(line.data.table)?.safeParse(line.data.row)
  return row?.success ? { table: line.data.table, row: row.data } : undefined
}

/** Notices what counting does not: a character changed, a line exchanged. */
export function checksum(): { readonly add: (line: string) => void; readonly value: () => string } {
  const hash = createHash('sha256')
  return { add: line => void hash.update(`${line}\n`), value: () => hash.copy().digest('hex') }
}
