import { describe, expect, test } from '@jest/globals'
import {
  checkCompleteness,
  ownList,
  REMINDER_LETTER,
  toReminder,
  writeLetter,
} from '../../../../policies/assistant/index.js'
import { musterstadt } from '../../../support/musterstadt.js'

const pack = await musterstadt()
const CONTEXT = { today: '2026-11-25', municipality: 'Musterstadt', author: undefined }
const wohngeld = pack.checklists.find(({ id }) => id === 'wohngeld')
const letter = pack.letters.find(({ id }) => id === REMINDER_LETTER)
if (!wohngeld || !letter) throw new Error('the pack lacks what this is about')

const TEXT = `Guten Tag,
anbei mein Wohngeldantrag, Mietvertrag und Ausweis. Die Mietbescheinigung reiche ich nach. Brauchen Sie auch eine
Meldebescheinigung?
Unterschrift: K. Sommer`

describe('from a check to the letter that asks for the rest', () => {
  const result = checkCompleteness(TEXT, wohngeld)

  test('what is missing goes into the list, what is unsure does not', () => {
    expect(toReminder(result)).toEqual({
      points: '',
      fields: {
        unterlagen: 'Mietbescheinigung\nNachweise über das Einkommen\nNachweis über die Mietzahlung\n',
        anliegen: 'Antrag auf Wohngeld',
      },
    })
  })

  test('unless a person decides so', () => {
    expect(toReminder(result, ['melde']).fields.unterlagen).toContain('Meldebescheinigung')
    expect(toReminder(result, ['ausweis']).fields.unterlagen).not.toContain('Ausweis')
  })

  test('the letter takes it', () => {
    const { text, gaps } = writeLetter(letter, toReminder(result), CONTEXT)
    expect(text).toContain('Es fehlen noch Unterlagen: Antrag auf Wohngeld')
    expect(text).toContain('- Mietbescheinigung\n- Nachweise über das Einkommen\n- Nachweis über die Mietzahlung')
    expect(gaps.map(({ field }) => field)).toEqual(['anrede', 'frist', 'name'])
  })

  test('one missing item stays one, even with a comma in its name', () => {
    const one = checkCompleteness('', ownList('Vollmacht, unterschrieben', 'Probe'))
    expect(writeLetter(letter, toReminder(one), CONTEXT).text).toContain('- Vollmacht, unterschrieben\n')
  })
})

describe('a list of one’s own', () => {
  test('one item per line, other words behind a colon', () => {
    expect(ownList('- Ausweis: Pass, Perso\n\n2. Foto\r\n☐ Vertrag\nFoto', 'Probe').items).toEqual([
      { id: 'punkt-1', name: 'Ausweis', also: 'Pass, Perso' },
      { id: 'punkt-2', name: 'Foto' },
      { id: 'punkt-3', name: 'Vertrag' },
    ])
  })

  test('nothing written, nothing wanted', () => expect(ownList(' \n', 'Probe').items).toEqual([]))
})

test('there are at least six checklists, and each says that it is to be adapted', () => {
  const base = pack.checklists.filter(({ id }) => id !== 'marktstand')
  expect(base.length).toBeGreaterThanOrEqual(6)
  expect(base.filter(({ short }) => !short.includes('Bitte an Ihr Verfahren anpassen'))).toEqual([])
})

test.each(pack.checklists.map(list => ({ id: list.id, list })))(
  '$id finds each of its items by its name',
  ({ list }) => {
    const text = `Anlagen:\n${list.items.map(({ name }) => `- ${name}`).join('\n')}`
    const missed = checkCompleteness(text, list).items.filter(({ state }) => state.kind !== 'found')
    expect(missed.map(({ name }) => name)).toEqual([])
  },
)
