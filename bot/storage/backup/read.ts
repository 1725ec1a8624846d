import { SCHEMA } from '../schema.js'
import { checksum, Footer, Header, TABLE_NAMES, type TableRow, tableRowOf, VERSION } from './format.js'

/** Why a backup cannot be used; `line` counts from 1. */
export type Fault =
  | { readonly kind: 'no-backup' | 'newer-version' | 'newer-schema' | 'older-schema'; readonly line: 1 }
  | { readonly kind: 'broken' | 'after-end' | 'changed' | 'twice'; readonly line: number }
  | { readonly kind: 'cut-off'; readonly line: number }

/** Ends the reading and the transaction around it. */
export class FaultyBackup extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(`backup: ${fault.kind} in line ${fault.line}`)
    this.fault = fault
  }
}

/** The rows of a backup, one by one; throws FaultyBackup as soon as something is wrong, at the latest at the end. */
export async function* readBackup(lines: AsyncIterable<string>): AsyncGenerator<TableRow & { readonly line: number }> {
  const sum = checksum()
  const counted = new Map<string, number>()
  let line = 0
  let ended = false
  for await (const text of lines) {
    line++
    if (ended) throw new FaultyBackup({ kind: 'after-end', line })
    const json = jsonOf(text)
    if (line === 1) checkHeader(json)
    else {
      const footer = Footer.safeParse(json)
      const row = footer.success ? undefined : tableRowOf(json)
      if (footer.success) checkFooter(footer.data, counted, sum.value(), line)
      else if (!row) throw new FaultyBackup({ kind: 'broken', line })
      ended = footer.success
      if (row) {
        counted.set(row.table, (counted.get(row.table) ?? 0) + 1)
        yield { ...row, line }
      }
    }
    sum.add(text)
  }
  if (!ended) throw new FaultyBackup(line === 0 ? { kind: 'no-backup', line: 1 } : { kind: 'cut-off', line })
}

function checkHeader(json: unknown): void {
  const header = Header.safeParse(json)
  if (!header.success) throw new FaultyBackup({ kind: 'no-backup', line: 1 })
  const { version, schema } = header.data
  if (version > VERSION) throw new FaultyBackup({ kind: 'newer-version', line: 1 })
  if (schema > SCHEMA) throw new FaultyBackup({ kind: 'newer-schema', line: 1 })
  if (schema < SCHEMA) throw new FaultyBackup({ kind: 'older-schema', line: 1 })
}

function checkFooter(footer: Footer, counted: ReadonlyMap<string, number>, sha256: string, line: number): void {
  const complete = TABLE_NAMES.every(table => (footer.rows[table] ?? 0) === (counted.get(table) ?? 0))
  if (!complete || footer.sha256 !== sha256) throw new FaultyBackup({ kind: 'changed', line })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
