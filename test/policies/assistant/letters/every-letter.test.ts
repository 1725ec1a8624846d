import { describe, expect, test } from '@jest/globals'
import { readability, writeLetter } from '../../../../policies/assistant/index.js'
import type { Letter } from '../../../../policies/pack/letter-schema.js'
import { musterstadt } from '../../../support/musterstadt.js'

// Every letter of the pack, with everything said, half of it, and nothing: what must hold for all of them.

const { letters, rules } = await musterstadt()

const POINTS = `das Bürgerbüro hat montags bis 18 Uhr offen
bitte den Ausweis mitbringen,
Parkplatz hinter dem Haus
Aufzug vorhanden`

type Way = { way: string; write: (letter: Letter) => ReturnType<typeof writeLetter> }

const examples = (letter: Letter, wanted: (field: Letter['fields'][number], at: number) => boolean) =>
  Object.fromEntries(letter.fields.filter(wanted).map(field => [field.id, field.example ?? '']))

const WAYS: Way[] = [
  {
    way: 'everything',
    write: letter =>
      writeLetter(
        letter,
        { points: POINTS, fields: examples(letter, ({ kind }) => kind !== 'points') },
        { today: '2026-11-25', municipality: 'Musterstadt', author: 'Maren Tietjen' },
      ),
  },
  {
    way: 'what is demanded',
    write: letter =>
      writeLetter(
        letter,
        { points: '', fields: examples(letter, ({ kind, optional }) => kind !== 'points' && !optional) },
        { today: '2026-11-25', municipality: 'Musterstadt', author: undefined },
      ),
  },
  {
    way: 'every other field',
    write: letter =>
      writeLetter(
        letter,
        {
          points: 'Parkplatz hinter dem Haus',
          fields: examples(letter, ({ kind }, at) => kind !== 'points' && at % 2 === 1),
        },
        { today: '2026-11-25', municipality: '', author: undefined },
      ),
  },
  {
    way: 'nothing',
    write: letter =>
      writeLetter(letter, { points: '', fields: {} }, { today: '2026-11-25', municipality: '', author: undefined }),
  },
]

const ROWS = letters.flatMap(letter => WAYS.map(way => ({ id: letter.id, letter, ...way })))

/** Lines that are no sentence: headings, fields with their colon, points, the greeting and the name below it. */
const endsProperly = (line: string): boolean =>
  /[.!?:,]$/.test(line) || /^- /.test(line) || /: \S/.test(line) || line.length < 60

test('there are at least sixteen, each with a rule that exists', () => {
  expect(letters.length).toBeGreaterThanOrEqual(16)
  const ids = new Set(rules.map(({ id }) => id))
  expect(letters.filter(({ rule }) => rule !== undefined && !ids.has(rule))).toEqual([])
})

describe.each(ROWS)('$id with $way', ({ letter, write }) => {
  const { text, gaps, doubts } = write(letter)

  test('nothing of the template is left', () => expect(text).not.toMatch(/\{\{|\}\}|\[\[|\]\]|\|\|/))

  test('no double space, blank line or sign', () => {
    expect(text).not.toMatch(/ {2}|\n{3}| \n|\n | [,.;:!?](?:\s|$)|\.\.|,,|,\.|: \.|:\.$/m)
  })

  test('no empty line in front or at the end, no empty heading', () => {
    expect(text).toBe(text.trim())
    expect(text).not.toMatch(/:\n\n[^-[\n][^\n]*:\n\n/)
  })

  test('every mark is a listed gap, and every gap a mark', () => {
    const marks = [...text.matchAll(/\[ERGÄNZEN[^\]]*\]/g)].map(({ 0: mark, index }) => ({ mark, index }))
    expect(gaps.map(({ start, end }) => ({ mark: text.slice(start, end), index: start }))).toEqual(marks)
    expect(gaps.filter(({ field }) => field === undefined)).toEqual([])
  })

  test('lines end as lines do', () => {
    expect(text.split('\n').filter(line => line !== '' && !endsProperly(line))).toEqual([])
  })

  test('it is written by people for people: no KI, no officialese, no doubts in the examples', () => {
    expect(text).not.toMatch(/(?<!\p{L})KI(?!\p{L})|künstliche Intelligenz|AI(?!\p{L})/u)
    const stiff = readability(text).findings.filter(({ kind }) =>
      ['officialese', 'double-negation', 'abbreviation'].includes(kind),
    )
    expect(stiff.map(({ start, end }) => text.slice(start, end))).toEqual([])
    expect(doubts).toEqual([])
  })
})

test.each(letters.map(letter => ({ id: letter.id, letter })))(
  '$id: with everything said there is no gap',
  ({ letter }) => {
    const [everything] = WAYS
    const left = everything?.write(letter).gaps.map(({ label }) => label)
    expect(left).toEqual(letter.id === 'anhoerung' ? ['Rechtsgrundlage'] : [])
  },
)

test.each(letters.map(letter => ({ id: letter.id, letter })))('$id is easy to read', ({ letter }) => {
  const [everything] = WAYS
  const { flesch, findings } = readability(everything?.write(letter).text ?? '')
  expect(flesch).toBeGreaterThan(45)
  expect(findings.filter(({ kind }) => kind === 'long-sentence' || kind === 'nested')).toEqual([])
})
