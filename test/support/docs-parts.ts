import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../bot/paths.js'
import { settingsTable } from '../../bot/settings/table.js'
import { keptTable } from './kept-inventory.js'

/** A part of a document that the code knows better than any person: between `<!-- marker -->` and `<!-- /marker -->`. */
export type DocsPart = { readonly file: string; readonly marker: string; readonly make: () => string }

export const DOCS_PARTS: readonly DocsPart[] = [
  { file: 'docs/betrieb.md', marker: 'settings', make: settingsTable },
  { file: 'docs/datenschutz.md', marker: 'kept', make: keptTable },
]

const pathOf = ({ file }: DocsPart): string => join(packageRoot(), file)

/** The document as it should be; throws where a marker is missing. */
export function withPart(text: string, { file, marker, make }: DocsPart): string {
  const [start, end] = [`<!-- ${marker} -->`, `<!-- /${marker} -->`]
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${file} has no part ${marker}`)
  return `${text.slice(0, from + start.length)}\n\n${make().trim()}\n\n${text.slice(to)}`
}

export const readDocs = (part: DocsPart): string => readFileSync(pathOf(part), 'utf8')

export function writeParts(): void {
  for (const part of DOCS_PARTS) writeFileSync(pathOf(part), withPart(readDocs(part), part))
}
