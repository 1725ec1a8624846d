import { germanDate } from '../../policies/language/german-date.js'
import { letters } from './blocks.js'
import type { CertifiedModule } from './certificate.js'
import type { Cell, Letters, Place, Sheet } from './sheet.js'
import { basisWords } from './words.js'

const HEADER = ['Modul', 'Fassung oder Schulung', 'Datum'] as const
/** Shares of the width. */
const COLUMNS = [0.52, 0.31, 0.17] as const
const GAP = 10
const SMALLEST = 7.5
/** From comfortable to the smallest that is still read without effort. */
const SIZES = [10.5, 9.5, 8.5, 8, SMALLEST]
const LINE = '#b5bcc4'

type Texts = readonly [string, string, string]
type Row = { readonly texts: Texts; readonly height: number }

/** What was learned, between `y` and `bottom`: smaller letters if it is much, and a last row that says how much is left. */
export function writeModules(sheet: Sheet, modules: readonly CertifiedModule[], place: Place, bottom: number): void {
  const texts = modules.map(({ title, basis, day }): Texts => [title, basisWords(basis), germanDate(day)])
  const room = bottom - place.y
  const rowsIn = (size: number): Row[] => rowsOf(sheet, [HEADER, ...texts], size, place.width)
  const size = SIZES.find(candidate => total(rowsIn(candidate)) <= room)
  if (size === undefined) draw(sheet, cut(rowsIn(SMALLEST), room), SMALLEST, place)
  else draw(sheet, rowsIn(size), size, place)
}

const total = (rows: readonly Row[]): number => rows.reduce((sum, { height }) => sum + height, 0)

function rowsOf(sheet: Sheet, all: readonly Texts[], size: number, width: number): Row[] {
  return all.map((texts, at) => {
    const heights = texts.map((text, column) =>
      sheet.heightOf(text, lettersOf(size, at === 0), columnWidth(width, column)),
    )
    return { texts, height: Math.max(...heights) + size * 0.55 }
  })
}

/** As many rows as there is room for, and one that counts the others; the credential names them all. */
function cut(rows: readonly Row[], room: number): Row[] {
  const kept: Row[] = []
  for (const row of rows) {
    if (total(kept) + row.height + LAST_ROW > room) break
    kept.push(row)
  }
  const left = rows.length - kept.length
  return [...kept, { texts: [`und ${left} weitere, alle in der angehängten Datei`, '', ''], height: LAST_ROW }]
}

/** One line of the smallest letters. */
const LAST_ROW = 15

const columnWidth = (width: number, column: number): number => width * (COLUMNS[column] ?? 0) - GAP

const lettersOf = (size: number, header: boolean): Letters => letters(size, header ? 'bold' : 'regular')

function draw(sheet: Sheet, rows: readonly Row[], size: number, { x, y, width }: Place): void {
  let top = y
  const lines: number[] = []
  const cells = rows.map(({ texts, height }, at): Cell[] => {
    let left = x
    const row = texts.map((text, column): Cell => {
      const cell = { x: left, y: top, width: columnWidth(width, column) }
      left += width * (COLUMNS[column] ?? 0)
      return { text, letters: lettersOf(size, at === 0), place: cell, height: height }
    })
    top += height
    lines.push(top - size * 0.35)
    return row
  })
  sheet.table(cells)
  sheet.decorate(pdf => {
    for (const [at, line] of lines.entries()) {
      pdf
        .lineWidth(at === 0 ? 1 : 0.5)
        .moveTo(x, line)
        .lineTo(x + width, line)
        .stroke(LINE)
    }
  })
}
