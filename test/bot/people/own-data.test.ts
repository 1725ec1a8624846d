import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { exportOwnData } from '../../../bot/people/own-data.js'
import { TABLES } from '../../../bot/storage/tables.js'
import { ANNA, BERND, depsOn, filledForTwo, NAMELESS, personOf, pseudonymOf, rowsOf } from '../../support/own-rows.js'
import { temporaryFolder } from '../../support/storage.js'
import type { WholeStorage } from '../../support/whole-storage.js'

const folder = temporaryFolder()
let files = 0
let whole: WholeStorage
beforeEach(async () => {
  whole = await filledForTwo(join(folder(), `${++files}.db`))
})
afterEach(() => whole.close())

const exported = (person: typeof ANNA) => exportOwnData(person, depsOn(whole.store))

/** Counts, programs, and hashes that last a week at most: no row of them can be found by who a person is. */
const ABOUT_NOBODY = ['counter', 'program', 'pace', 'budget', 'usage_week', 'usage_cell', 'usage_person']

test('every table about people holds something of both, or these tests prove little', async () => {
  const tables = Object.keys(TABLES).filter(table => !ABOUT_NOBODY.includes(table))
  for (const person of [ANNA, BERND]) expect(Object.keys(await rowsOf(person, whole)).sort()).toEqual(tables.sort())
  expect(JSON.stringify(await whole.rowsWith(ANNA.id))).not.toContain('bernd')
})

describe('the export', () => {
  test('holds what is in each table about the asker', async () => {
    const own = await exported(ANNA)
    const rows = await rowsOf(ANNA, whole)
    const column = (table: string, name: string) => (rows[table] ?? []).map(row => Reflect.get(row, name)).sort()
    expect(own.person).toEqual({ kennung: ANNA.id, name: ANNA.name })
    expect(own.nachweise.map(({ id }) => id)).toEqual(column('proof', 'id'))
    expect(own.lernstand.pseudonym).toBe(pseudonymOf(ANNA, whole))
    expect([own.lernstand.einstellungen?.lastActive]).toEqual(column('learner', 'last_active'))
    expect(own.lernstand.fragen.map(({ question }) => question)).toEqual(column('question_state', 'question'))
    expect(own.erinnerung).toEqual({ person: ANNA.id, hour: 9, lastSent: '2026-11-23' })
    expect([own.chat?.verweis]).toEqual(column('conversation', 'reference'))
    const talked = own.gespraechsgedaechtnis.map(({ unterhaltung }) => unterhaltung)
    expect(talked.sort()).toEqual(column('memory', 'conversation'))
    expect(own.nachrichten.map(({ key }) => key)).toEqual(column('outbox', 'key'))
    expect(own.abrufe_der_nachweisliste.map(({ id }) => id)).toEqual(column('retrieval', 'id'))
    expect(own.weggang).toContain('gegangen')
  })

  test.each([
    { of: ANNA, other: BERND },
    { of: BERND, other: ANNA },
  ])('of $of.id holds nothing of $other.id', async ({ of, other }) => {
    const text = JSON.stringify(await exported(of))
    for (const word of [other.id, other.name ?? other.id, pseudonymOf(other, whole)]) expect(text).not.toContain(word)
  })

  test('of somebody nobody knows is whole and empty', async () => {
    const own = await exported(personOf('cem'))
    const nothing = { nachweise: [], erinnerung: null, chat: null, gespraechsgedaechtnis: [], nachrichten: [] }
    expect(own).toMatchObject({ ...nothing, abrufe_der_nachweisliste: [] })
    expect(own.lernstand).toMatchObject({ einstellungen: null, fragen: [] })
    expect(own).not.toHaveProperty('weggang')
  })

  test.each([
    { why: 'without a name', person: NAMELESS, name: null },
    { why: 'with a name that means something in JSON', person: { ...ANNA, name: '"}\\' }, name: '"}\\' },
  ])('of a person $why is whole', async ({ person, name }) => {
    const own = JSON.parse(JSON.stringify(await exported(person)))
    expect(own.person).toEqual({ kennung: ANNA.id, name })
    expect(own.nachweise).toHaveLength(1)
  })

  test('shows a damaged reference as it is', async () => {
    await whole.store.conversations.save(ANNA.id, 'kein JSON', '2026-11-23')
    const own = await exported(ANNA)
    expect(own.chat?.verweis).toBe('kein JSON')
    expect(own.gespraechsgedaechtnis.map(({ unterhaltung }) => unterhaltung)).toEqual([`page:${ANNA.id}`])
  })
})
