import { plainWords } from '../../language/fold.js'
import type { Doc } from './document.js'

/** One cell below a title, in offsets of the text, without the space and quotes around its value. */
export type Cell = { readonly start: number; readonly end: number; readonly row: number; readonly column: number }

/** A table that reaches to the end of a block: its titles serve the rows at the start of the next one. */
export type OpenTable = { readonly separator: Separator; readonly titles: readonly string[] }

type TableScene = { readonly doc: Doc; readonly memory: { openTable?: OpenTable | undefined } }
type Line = { readonly start: number; readonly end: number }
/** What stands between cells: a sign, or two and more spaces as in text taken from a PDF. */
type Separator = '\t' | '|' | ';' | '  ' | ','
type Table = OpenTable & { readonly rows: readonly Line[] }

const LONGEST_TITLE = 40
const QUOTE = 34
/** The titles may stand below a line or two that only look like a row. */
const LINES_BEFORE_TITLES = 3

/**
 * Cells of all columns whose title fits. A title comes as folded words with single spaces: "geb datum", "name vorname".
 * Tables are lines with the same separator (tab, bar, semicolon, comma, wide spaces), the titles in their first lines.
 */
export function* columnsHeaded(scene: TableScene, isTitle: (title: string) => boolean): Generator<Cell> {
  for (const { titles, separator, rows } of tablesOf(scene)) {
    const columns = titles.flatMap((title, column) => (title !== '' && isTitle(title) ? [column] : []))
    if (columns.length === 0) continue
    for (const [row, line] of rows.entries()) {
      const cells = cellsOf(scene.doc.text, line, separator)
      // A comma may also stand inside a cell; then nobody knows which cell is which.
      if (separator === ',' && cells.length !== titles.length) continue
      for (const column of columns) {
        const cell = cells[column]
        if (cell && cell.end > cell.start) yield { ...cell, row, column }
      }
    }
  }
}

/** Several kinds ask for the tables of one block: they are read once. */
const read = new WeakMap<Doc, readonly Table[]>()

function tablesOf(scene: TableScene): readonly Table[] {
  const known = read.get(scene.doc)
  if (known) return known
  const tables = readTables(scene)
  read.set(scene.doc, tables)
  return tables
}

function readTables({ doc: { text }, memory }: TableScene): Table[] {
  const tables: Table[] = []
  let open = memory.openTable
  let lines: Line[] = []
  let separator: Separator | undefined
  const close = (): void => {
    if (!separator || lines.length === 0) return
    const table = tableOf(text, lines, separator, open)
    if (table) tables.push(table)
    memory.openTable = table
    open = undefined
    lines = []
  }
  const separatorOf = separators(text)
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const line = { start, end: newline < 0 ? text.length : newline }
    start = line.end + 1
    const next = separatorOf(line)
    if (next === 'rule') continue
    if (next !== separator) close()
    separator = next
    if (next) lines.push(line)
    else {
      memory.openTable = undefined
      open = undefined
    }
  }
  close()
  return tables
}

/** A table begins with its titles; rows at the very start of a block belong to the table left open before it. */
function tableOf(
  text: string,
  lines: readonly Line[],
  separator: Separator,
  open: OpenTable | undefined,
): Table | undefined {
  if (open?.separator === separator) return { ...open, rows: lines }
  if (lines.length < 2) return undefined
  for (const [at, line] of lines.slice(0, LINES_BEFORE_TITLES).entries()) {
    // Sentences have commas too; rows of a table have the same number of them and end with none.
    if (separator === ',' && text.charCodeAt(line.end - 1) === COMMA) continue
    if (separator === ',' && commasIn(text, line) !== commasIn(text, lines[at + 1] ?? line)) continue
    const titles = titlesOf(text, line, separator)
    if (titles) return { titles, separator, rows: lines.slice(at + 1) }
  }
  return undefined
}

function commasIn(text: string, { start, end }: Line): number {
  let count = 0
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === COMMA) count++
  return count
}

const COMMA = 44

/** The titles of a line, if all of its cells are short words; undefined if it is an ordinary line. */
function titlesOf(text: string, line: Line, separator: Separator): string[] | undefined {
  const first = text.indexOf(separator, line.start)
  const last = text.lastIndexOf(separator, line.end - 1)
  if (first - line.start > LONGEST_TITLE || line.end - last > LONGEST_TITLE) return undefined
  const cells = cellsOf(text, line, separator)
  if (cells.some(({ start, end }) => end - start > LONGEST_TITLE)) return undefined
  const titles = cells.map(({ start, end }) => plainWords(text.slice(start, end)))
  if (titles.some(title => /^\d/.test(title))) return undefined
  return titles.filter(title => title !== '').length > 1 ? titles : undefined
}

/** Where the next of a sign stands, for places asked in rising order; each stretch of the text is searched once. */
function finder(text: string, sign: string): (from: number) => number {
  let next = -1
  return from => {
    if (next < from) {
      const found = text.indexOf(sign, from)
      next = found < 0 ? Number.POSITIVE_INFINITY : found
    }
    return next
  }
}

/** Tells the separator of a line, `rule` for a line that only draws ("|---|---|"), undefined for one without cells. */
function separators(text: string): (line: Line) => Separator | 'rule' | undefined {
  const signs = SEPARATORS.map(separator => ({ separator, next: finder(text, separator) }))
  return ({ start, end }) => {
    if (end - start > 2 && DRAWING.has(text.charCodeAt(start)) && DRAWN.test(text.slice(start, end))) return 'rule'
    return signs.find(({ next }) => next(start) < end)?.separator
  }
}

/** Surest first. */
const SEPARATORS: readonly Separator[] = ['\t', '|', ';', '  ', ',']
const DRAWN = /^[-:=+| ]+$/
const DRAWING = new Set([...'-:=+| '].map(sign => sign.charCodeAt(0)))

function cellsOf(text: string, { start, end }: Line, separator: Separator): Line[] {
  const cells: Line[] = []
  let from = start
  let quoted = false
  const code = separator.charCodeAt(0)
  const wide = separator.length > 1
  for (let at = start; at < end; at++) {
    const sign = text.charCodeAt(at)
    if (sign === QUOTE) quoted = !quoted
    if (sign !== code || quoted || (wide && text.charCodeAt(at + 1) !== code)) continue
    cells.push(trimmed(text, from, at))
    while (wide && text.charCodeAt(at + 1) === code) at++
    from = at + 1
  }
  cells.push(trimmed(text, from, end))
  return cells
}

const AROUND = new Set([...' \t\r\n\u00a0"\'*_`„“”'].map(sign => sign.charCodeAt(0)))

function trimmed(text: string, from: number, to: number): Line {
  let start = from
  let end = to
  while (start < end && AROUND.has(text.charCodeAt(start))) start++
  while (end > start && AROUND.has(text.charCodeAt(end - 1))) end--
  return { start, end }
}
