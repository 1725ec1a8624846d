import { expect, test } from '@jest/globals'
import { entriesOf } from '../../../addin/tab/entries.js'
import { hrefOf, type Route, routeOf, SECTIONS, sectionOf } from '../../../addin/tab/route.js'

test('every section is one entry, and its address leads to it', () => {
  const led = entriesOf(undefined, 'de').map(({ href }) => sectionOf(routeOf(href)))
  expect(led).toEqual(SECTIONS)
})

test.each<{ why: string; route: Route; here: readonly string[] }>([
  { why: 'a section', route: { page: 'module' }, here: ['Module'] },
  { why: 'a page within one', route: { page: 'runde', id: 'g3' }, here: ['Module'] },
  { why: 'one rule of all', route: { page: 'regeln', id: 'x' }, here: ['Regeln'] },
  { why: 'no page at all', route: { page: 'unbekannt' }, here: [] },
])('$why: one is where the entry says', ({ route, here }) => {
  const entries = entriesOf(sectionOf(routeOf(hrefOf(route))), 'de')
  expect(entries.filter(entry => entry.here).map(({ words }) => words)).toEqual(here)
})
