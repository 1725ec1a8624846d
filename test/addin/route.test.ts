import { describe, expect, test } from '@jest/globals'
import { hrefOf, type Route, routeOf, sectionOf } from '../../addin/tab/route.js'

describe('an address', () => {
  test.each<[string, Route, string]>([
    ['', { page: 'heute' }, 'nothing named is today'],
    ['#/', { page: 'heute' }, 'nothing named is today'],
    ['#/heute', { page: 'heute' }, 'a simple page'],
    ['#/modul/g3', { page: 'modul', id: 'g3' }, 'a lesson'],
    ['#/modul/g3/runde', { page: 'runde', id: 'g3' }, 'its round'],
    ['modul/g3', { page: 'modul', id: 'g3' }, 'as a deep link of Teams names it'],
    ['#/regeln', { page: 'regeln', id: undefined }, 'all rules'],
    ['#/regeln/ki-pass-pflicht', { page: 'regeln', id: 'ki-pass-pflicht' }, 'one rule'],
    ['#/schreiben', { page: 'schreiben', id: undefined }, 'all tasks'],
    ['#/schreiben/einfache-sprache', { page: 'schreiben', id: 'einfache-sprache' }, 'one task'],
    ['#/schreiben/a/b', { page: 'unbekannt' }, 'a task has no parts'],
    ['#/werkzeuge', { page: 'werkzeuge' }, 'the tools'],
    ['#/modul', { page: 'unbekannt' }, 'no module named'],
    ['#/modul/g3/pruefung', { page: 'unbekannt' }, 'no such part of a module'],
    ['#/modul/g3/runde/2', { page: 'unbekannt' }, 'too much'],
    ['#/heute/x', { page: 'unbekannt' }, 'a simple page has no parts'],
    ['#/modul/..%2Fx', { page: 'unbekannt' }, 'no id'],
    ['#/unbekannt', { page: 'unbekannt' }, 'no page of its own'],
    ['#/runde', { page: 'unbekannt' }, 'belongs to a module'],
  ])('%s', (hash, route) => expect(routeOf(hash)).toEqual(route))

  test.each<Route>([
    { page: 'heute' },
    { page: 'wiederholen' },
    { page: 'pruefen' },
    { page: 'modul', id: 'g3' },
    { page: 'runde', id: 'g3' },
    { page: 'regeln', id: undefined },
    { page: 'schreiben', id: undefined },
    { page: 'schreiben', id: 'kuerzen' },
    { page: 'werkzeuge' },
    { page: 'regeln', id: 'anonymisieren' },
  ])('of a page leads to that page: %j', route => expect(routeOf(hrefOf(route))).toEqual(route))

  test.each<[Route, string | undefined]>([
    [{ page: 'wiederholen' }, 'heute'],
    [{ page: 'modul', id: 'g3' }, 'module'],
    [{ page: 'runde', id: 'g3' }, 'module'],
    [{ page: 'regeln', id: 'x' }, 'regeln'],
    [{ page: 'unbekannt' }, undefined],
  ])('belongs to a section: %j', (route, section) => expect(sectionOf(route)).toBe(section))
})
