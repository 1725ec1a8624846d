import { describe, expect, test } from '@jest/globals'
import { groupsOf, lookOf } from '../../addin/check/groups.js'
import { segmentsOf } from '../../addin/check/segments.js'
import { decodeText, isTextFile } from '../../addin/check/text-file.js'
import { themeNameOf } from '../../addin/tab/theme-name.js'
import { de } from '../../addin/texts/de.js'
import { en } from '../../addin/texts/en.js'
import { languageOf } from '../../addin/texts/index.js'
import { packView } from '../../bot/api/pack-view.js'
import { DAY, musterstadt } from '../support/musterstadt.js'
import { finding, HINT, ILLNESS, PASSWORD, PERSON } from './findings.js'

describe('the marked text', () => {
  const text = 'Frau Krause ist krank.'

  test('is the text, whole and in order', () => {
    const segments = segmentsOf(text, [finding({ start: 5, end: 11 }), finding({ start: 16, end: 21 })])
    expect(segments.map(one => one.text).join('')).toBe(text)
    expect(segments.map(one => one.number)).toEqual([undefined, 0, undefined, 1, undefined])
  })

  test('is one piece without findings, and none if empty', () => {
    expect(segmentsOf(text, [])).toEqual([{ text, at: 0 }])
    expect(segmentsOf('', [])).toEqual([])
  })
})

describe('the list of findings', () => {
  test('puts first what stays, last what is only a hint, in the words of the pack', async () => {
    const pack = packView(await musterstadt(), DAY)
    const email = finding({ kind: 'EMAIL', certainty: 'hinweis' })
    const groups = groupsOf([email, PERSON, ILLNESS, PASSWORD], pack, 'de')
    expect(groups.map(({ name }) => name)).toEqual(['Zugangsdaten', 'Gesundheit', 'Name', 'E-Mail-Adresse'])
    expect(groups.every(({ rule, why, way }) => rule && why && way)).toBe(true)
    expect(groupsOf([PERSON], pack, 'en')[0]?.name).toBe('name')
  })

  test('says how each looks', () => {
    expect([lookOf(PERSON, false), lookOf(ILLNESS, false), lookOf(HINT, false), lookOf(PERSON, true)]).toEqual([
      'replace',
      'stays',
      'hint',
      'dismissed',
    ])
  })
})

describe('a file', () => {
  test.each<[string, number[]]>([
    ['UTF-8', [0x47, 0x72, 0xc3, 0xbc, 0xc3, 0x9f, 0x65]],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x47, 0x72, 0xc3, 0xbc, 0xc3, 0x9f, 0x65]],
    ['old Windows', [0x47, 0x72, 0xfc, 0xdf, 0x65]],
    ['UTF-16', [0xff, 0xfe, 0x47, 0, 0x72, 0, 0xfc, 0, 0xdf, 0, 0x65, 0]],
  ])('in %s is read', (_, bytes) => {
    expect(decodeText(new Uint8Array(bytes))).toBe('Grüße')
  })

  test.each<[string, string, boolean]>([
    ['brief.txt', 'text/plain', true],
    ['BRIEF.TXT', '', true],
    ['brief', 'text/plain', true],
    ['brief.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', false],
    ['akte.pdf', 'application/pdf', false],
    ['tabelle.csv', 'text/csv', false],
    ['skript.py', 'text/plain', false],
  ])('%s: text or not', (name, type, expected) => {
    expect(isTextFile({ name, type })).toBe(expected)
  })
})

test.each<[string | undefined, string, boolean, string]>([
  [undefined, '', false, 'default'],
  [undefined, '', true, 'dark'],
  [undefined, '?theme=contrast', true, 'contrast'],
  [undefined, '?theme=default', true, 'default'],
  [undefined, '?theme=constructor', false, 'default'],
  ['contrast', '?theme=dark', false, 'contrast'],
  ['glass', '?theme=dark', false, 'dark'],
  ['glass', '', false, 'default'],
])('theme told by Teams %s, in the address %s, dark preferred %s', (told, search, dark, expected) => {
  expect(themeNameOf(told, search, dark)).toBe(expected)
})

test.each<[string, string]>([
  ['de-DE', 'de'],
  ['en-GB', 'en'],
  ['tr', 'de'],
  ['', 'de'],
])('a browser in %s reads %s', (wished, expected) => {
  expect(languageOf(wished)).toBe(expected)
})

test('both languages say the same things', () => {
  const shape = (texts: object): string[] => Object.entries(texts).map(([key, value]) => `${key} ${typeof value}`)
  expect(shape(en)).toEqual(shape(de))
})
