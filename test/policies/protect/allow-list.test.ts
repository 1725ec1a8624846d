import { describe, expect, test } from '@jest/globals'
import { readWithBase } from '../../../bot/packs/folder.js'
import { packsFolder } from '../../../bot/paths.js'
import { checkPack } from '../../../policies/pack/check.js'
import { engineOf } from '../../../policies/protect/index.js'
import { entriesOf, readWordFile } from '../../../policies/protect/lists/word-file.js'
import { DAY, musterstadt } from '../../support/musterstadt.js'
import { listFiles } from '../../support/protect-lists.js'

// Musterstadt shows what a municipality adds: what it publishes itself is no finding, everything else still is.

const pack = await musterstadt()
const { scan } = engineOf(pack)
const found = (text: string): string[] => scan(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)

const allow = readWordFile('allow.txt', listFiles('musterstadt').get('allow.txt') ?? '')

test('the list is in order', async () => {
  const { own, base } = await readWithBase(`${packsFolder()}/musterstadt`)
  const problems = checkPack(own, base, DAY).problems.filter(({ file }) => file.includes('protect/'))
  expect(problems).toEqual([])
})

describe('what the office publishes', () => {
  test.each(entriesOf(allow, 'emails'))('its mailbox %s', email => {
    expect(found(`Bitte schreiben Sie an ${email}.`)).toEqual([])
  })
  test.each(entriesOf(allow, 'phones'))('its number %s', phone => {
    expect(found(`Sie erreichen uns unter Telefon ${phone}.`)).toEqual([])
  })
  test.each(entriesOf(allow, 'addresses'))('its house %s', address => {
    expect(found(`Bitte kommen Sie in die Dienststelle, ${address}, mit Ihrem Ausweis.`)).toEqual([])
  })
  test.each(entriesOf(allow, 'office-holders'))('whoever holds an office: %s', name => {
    expect(found(`Die Stadt wird vertreten durch Frau ${name}.`)).toEqual([])
  })
  test('its people are those of contacts.yaml', () => {
    const { roles } = pack.contacts
    const known = Object.values(roles).flatMap(contact =>
      [contact, contact.deputy].flatMap(one => (one ? [one.name] : [])),
    )
    expect(entriesOf(allow, 'office-holders').filter(name => !known.includes(name))).toEqual([])
  })
})

describe('what it does not', () => {
  test.each([
    { why: 'a mailbox of somebody', text: 'Mail: heike.moldenhauer@posteo.de', kind: 'EMAIL' },
    { why: 'the number of somebody', text: 'Sie ist mobil erreichbar: 0151 23456789', kind: 'PHONE' },
    { why: 'the house of somebody', text: 'Frau Moldenhauer wohnt Rathausplatz 3, 21335 Lüneburg', kind: 'ADDRESS' },
    { why: 'somebody else', text: 'Frau Hannelore Moldenhauer hat angerufen.', kind: 'PERSON' },
  ])('$why', ({ text, kind }) => {
    expect(found(text).some(one => one.startsWith(kind))).toBe(true)
  })
})

describe('its own forms of file numbers', () => {
  test.each([
    { why: 'letters and digits', text: 'Siehe dazu 32-OA-4711 von gestern.', value: '32-OA-4711' },
    { why: 'a file plan', text: 'Der Vorgang 10.24.01/2025-23 liegt bei mir.', value: '10.24.01/2025-23' },
  ])('$why: found without a word before it', ({ text, value }) => {
    expect(found(text)).toEqual([`FILE_NUMBER ${value}`])
  })
})
