import { describe, expect, test } from '@jest/globals'
import { proofsCsv } from '../../../bot/proof/csv.js'
import type { Proof } from '../../../bot/storage/store.js'
import { proof } from '../../support/certificates.js'

const titleOf = (subject: string): string | undefined => (subject === 'g1' ? 'Was KI kann' : undefined)
const HEADER = '\uFEFFPerson;Name;Modul;Titel;Fassung;Datum;Anbieter\r\n'
/** The only row of a file with one proof. */
const row = (changes: Partial<Proof>): string => {
  const text = proofsCsv([proof('g1', '2026-11-20', changes)], titleOf)
  expect(text.startsWith(HEADER)).toBe(true)
  return text.slice(HEADER.length)
}

describe('the list for the responsible unit', () => {
  test('holds person, module, version and date, and nothing else', () => {
    expect(row({})).toBe('joerg;Jörg Müßig;g1;Was KI kann;2;2026-11-20;\r\n')
  })

  test('without proofs is the header alone', () => {
    expect(proofsCsv([], titleOf)).toBe(HEADER)
  })

  test('is the same whatever the order it comes in', () => {
    const proofs = [
      proof('g2', '2026-11-20'),
      proof('g1', '2026-11-20'),
      proof('ki-pass', '2026-11-19'),
      proof('g1', '2026-11-01', { person: 'änne' }),
      proof('g1', '2026-11-30', { person: 'anna' }),
    ]
    const text = proofsCsv(proofs, titleOf)
    expect(proofsCsv([...proofs].reverse(), titleOf)).toBe(text)
    const rows = text.split('\r\n').slice(1, -1)
    expect(rows.map(line => line.split(';').filter((_, at) => [0, 2, 5].includes(at)))).toEqual([
      ['anna', 'g1', '2026-11-30'],
      ['joerg', 'ki-pass', '2026-11-19'],
      ['joerg', 'g1', '2026-11-20'],
      ['joerg', 'g2', '2026-11-20'],
      ['änne', 'g1', '2026-11-01'],
    ])
  })

  test.each([
    { why: 'no name stays empty', changes: { name: undefined }, line: 'joerg;;g1;Was KI kann;2;2026-11-20;' },
    {
      why: 'a subject that is gone has no title',
      changes: { subject: 'x9' },
      line: 'joerg;Jörg Müßig;x9;;2;2026-11-20;',
    },
    {
      why: 'a provider is named',
      changes: { provider: 'VHS' },
      line: 'joerg;Jörg Müßig;g1;Was KI kann;2;2026-11-20;VHS',
    },
    {
      why: 'a separator is quoted',
      changes: { name: 'Müßig; Jörg' },
      line: 'joerg;"Müßig; Jörg";g1;Was KI kann;2;2026-11-20;',
    },
    {
      why: 'quotes are doubled',
      changes: { name: 'Jörg "Jo"' },
      line: 'joerg;"Jörg ""Jo""";g1;Was KI kann;2;2026-11-20;',
    },
    {
      why: 'a line break stays in its cell',
      changes: { name: 'Jörg\nMüßig' },
      line: 'joerg;"Jörg\nMüßig";g1;Was KI kann;2;2026-11-20;',
    },
    {
      why: 'a comma and an apostrophe are harmless',
      changes: { name: "O'Neill, Jo" },
      line: "joerg;O'Neill, Jo;g1;Was KI kann;2;2026-11-20;",
    },
    {
      why: 'signs of a formula inside a name are harmless',
      changes: { name: 'Meier-Schulz' },
      line: 'joerg;Meier-Schulz;g1;Was KI kann;2;2026-11-20;',
    },
  ])('$why', ({ changes, line }) => {
    expect(row(changes)).toBe(`${line}\r\n`)
  })
})

describe('what a spreadsheet would run becomes text', () => {
  test.each([
    { why: 'a formula', name: '=HYPERLINK("http://x";"y")', cell: `"'=HYPERLINK(""http://x"";""y"")"` },
    { why: 'a sum', name: '+1+1', cell: "'+1+1" },
    { why: 'a minus', name: '-2+3', cell: "'-2+3" },
    { why: 'a function of old', name: '@SUM(1)', cell: "'@SUM(1)" },
    { why: 'a tab before it', name: '\t=1', cell: "'\t=1" },
    { why: 'a line break before it', name: '\r=1', cell: `"'\r=1"` },
    { why: 'a tab alone', name: '\tJörg', cell: "'\tJörg" },
    { why: 'a blank before it', name: ' =1', cell: "' =1" },
    { why: 'a full-width sign', name: '＝1', cell: "'＝1" },
  ])('$why', ({ name, cell }) => {
    expect(row({ name })).toBe(`joerg;${cell};g1;Was KI kann;2;2026-11-20;\r\n`)
  })

  test('in every column', () => {
    const text = row({ person: '=1', subject: '=2', provider: '=3' })
    expect(text).toBe("'=1;Jörg Müßig;'=2;;2;2026-11-20;'=3\r\n")
  })
})
