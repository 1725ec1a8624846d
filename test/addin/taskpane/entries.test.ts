import { expect, test } from '@jest/globals'
import { entriesOf } from '../../../addin/taskpane/entries.js'
import { routeOf } from '../../../addin/taskpane/route.js'

test.each([
  { page: 'schreiben', hash: '#/schreiben/kuerzen', words: 'Schreiben', why: 'one task of all' },
  { page: 'uebernehmen', hash: '#/uebernehmen', words: 'Übernehmen', why: 'taking over' },
  { page: 'fragen', hash: '#/fragen', words: 'Fragen', why: 'asking' },
  { page: 'schreiben', hash: '#/modul/g3', words: 'Schreiben', why: 'a page the pane does not have' },
])('$why: one is where the entry says, and its address leads there', ({ page, hash, words }) => {
  const here = entriesOf(routeOf(hash).page, 'de', '').filter(entry => entry.here)
  expect(here.map(entry => entry.words)).toEqual([words])
  expect(here.map(entry => routeOf(entry.href).page)).toEqual([page])
})

test.each([
  { why: 'one municipality', search: '', href: '../tab/#/heute' },
  { why: 'one of several', search: '?kommune=altstadt', href: '../tab/?kommune=altstadt#/heute' },
])('learning opens beside the pane, and says so: $why', ({ search, href }) => {
  const leaving = entriesOf('fragen', 'de', search).filter(entry => !entry.href.startsWith('#'))
  expect(leaving).toEqual([{ href, words: 'Lernen', here: false, unseen: '(öffnet sich daneben)' }])
})
