import { describe, expect, test } from '@jest/globals'
import { ContactRole, DataClass, Day, Id, Light, Phrase, ToolClass, WordList } from '../../../policies/pack/terms.js'

describe('the scales are those of the design', () => {
  test.each([
    { why: 'data classes from public to secret', scale: DataClass, values: ['D0', 'D1', 'D2', 'D3', 'VS', 'SECRET'] },
    { why: 'tool classes from not approved to our own', scale: ToolClass, values: ['W0', 'W1', 'W2', 'W3'] },
    { why: 'the Ampel', scale: Light, values: ['erlaubt', 'auflagen', 'verboten', 'keine'] },
  ])('$why', ({ scale, values }) => {
    expect(scale.options).toEqual(values)
  })

  test('nobody approves as data protection officer: there is no such role, only one to ask', () => {
    expect(ContactRole.options).toContain('datenschutz')
    expect(ContactRole.options).not.toContain('dsb')
  })
})

describe('a day', () => {
  test.each([
    { why: 'year, month, day', day: '2026-11-23', valid: true },
    { why: 'German notation', day: '23.11.2026', valid: false },
    { why: 'month only', day: '2026-11', valid: false },
    { why: 'with a time', day: '2026-11-23T00:00', valid: false },
    { why: 'without leading noughts', day: '2026-1-3', valid: false },
    { why: 'nothing', day: '', valid: false },
  ])('$why: $day', ({ day, valid }) => {
    expect(Day.safeParse(day).success).toBe(valid)
  })
})

describe('an id', () => {
  test.each([
    { why: 'one word', id: 'uebersetzen', valid: true },
    { why: 'words with hyphens', id: 'ki-verordnung-risikoklassen', valid: true },
    { why: 'digits, also in front', id: '3d-modell-2', valid: true },
    { why: 'umlaut', id: 'übersetzen', valid: false },
    { why: 'capital', id: 'KI-Team', valid: false },
    { why: 'space', id: 'ki team', valid: false },
    { why: 'hyphen in front', id: '-ki', valid: false },
    { why: 'hyphen at the end', id: 'ki-', valid: false },
    { why: 'two hyphens', id: 'ki--team', valid: false },
    { why: 'a way out of the folder', id: '../pack', valid: false },
    { why: 'a second line', id: 'ki\nteam', valid: false },
    { why: 'nothing', id: '', valid: false },
  ])('$why: $id', ({ id, valid }) => {
    expect(Id.safeParse(id).success).toBe(valid)
  })
})

describe('a word list', () => {
  test.each([
    { why: 'commas separate', text: 'Brief, Mail,Fax', words: ['Brief', 'Mail', 'Fax'] },
    { why: 'phrases keep their inner spaces', text: 'gelber Schein, sick note', words: ['gelber Schein', 'sick note'] },
    { why: 'line breaks of a folded block become spaces', text: 'gelber\n  Schein', words: ['gelber Schein'] },
    { why: 'empty places are left out', text: 'Brief,, Mail,', words: ['Brief', 'Mail'] },
  ])('$why', ({ text, words }) => {
    expect(WordList.parse(text)).toEqual(words)
  })

  test.each([
    { why: 'commas only', value: ' , ,', message: 'Mindestens ein Wort, mehrere mit Kommas trennen' },
    { why: 'a YAML list', value: ['Brief'], message: 'fehlt: Wörter, mit Kommas getrennt' },
    { why: 'missing', value: undefined, message: 'fehlt: Wörter, mit Kommas getrennt' },
  ])('refuses: $why', ({ value, message }) => {
    expect(WordList.safeParse(value).error?.issues.map(issue => issue.message)).toEqual([message])
  })
})

test.each([
  { why: 'spaces around are cut', text: '  Kurz. ', parsed: 'Kurz.' },
  { why: 'spaces alone are no text', text: '   ', parsed: undefined },
])('a phrase: $why', ({ text, parsed }) => {
  expect(Phrase.safeParse(text).data).toBe(parsed)
})
