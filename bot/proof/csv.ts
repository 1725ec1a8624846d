import type { Proof } from '../storage/store.js'

const HEADER = ['Person', 'Name', 'Modul', 'Titel', 'Fassung', 'Datum', 'Anbieter']
/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The proofs for the responsible unit: person, module, version, date. By person, then day, then module, so that the same
 * proofs give the same file. `titleOf` knows modules and certificates; what it does not know has no title any more.
 */
export function proofsCsv(proofs: readonly Proof[], titleOf: (subject: string) => string | undefined): string {
  const rows = [...proofs]
    .sort(byPersonThenDay)
    .map(({ person, name, subject, version, day, provider }) => [
      person,
      name ?? '',
      subject,
      titleOf(subject) ?? '',
      String(version),
      day,
      provider ?? '',
    ])
  return `${BYTE_ORDER_MARK}${[HEADER, ...rows].map(row => `${row.map(cell).join(';')}\r\n`).join('')}`
}

const byPersonThenDay = (a: Proof, b: Proof): number =>
  order(a.person, b.person) || order(a.day, b.day) || order(a.subject, b.subject) || order(a.id, b.id)

/** By code unit: the same on every machine, whatever its language. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A spreadsheet takes such a start for a formula, full-width signs and leading blanks included. */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/u

/** An apostrophe in front makes a would-be formula text again; quotes hold what would end the cell. */
function cell(value: string): string {
  const harmless = FORMULA.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[;"\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
