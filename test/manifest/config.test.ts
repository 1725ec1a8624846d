import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { readConfig } from '../../manifest/config.js'
import { EXAMPLE } from './packaged.js'

const TEXT = readFileSync(EXAMPLE, 'utf8')
const GUID = '7d1c1e2a-5b1f-4c7e-9a53-0f2f6d8d1a01'

const problemsOf = (text: string): readonly string[] => {
  const read = readConfig('stadt.yaml', text)
  return read.ok ? [] : read.problems.map(({ message }) => message)
}

test('the example is right', () => {
  expect(readConfig('stadt.yaml', TEXT)).toMatchObject({
    ok: true,
    config: { id: 'musterstadt', service: 'https://kompass.musterstadt.example', example: true },
  })
})

const ROWS = [
  { why: 'capitals in the folder name', from: 'id: musterstadt', to: 'id: Musterstadt', says: 'id ist ein Kurzname' },
  { why: 'a way out of the folder', from: 'id: musterstadt', to: 'id: ../../etc', says: 'id ist ein Kurzname' },
  { why: 'a number as folder name', from: 'id: musterstadt', to: 'id: 12', says: 'id ist ein Kurzname' },
  {
    why: 'example said to be false',
    from: '\nexample: true',
    to: '\nexample: false',
    says: 'example ist true oder fehlt',
  },
  {
    why: 'http, which neither Teams nor Word loads',
    from: 'service: https',
    to: 'service: http',
    says: 'service ist eine Adresse, die mit https:// beginnt',
  },
  {
    why: 'an address to which nothing can be added',
    from: 'kompass.musterstadt.example\n',
    to: 'kompass.musterstadt.example/?a=1\n',
    says: 'ohne „?“',
  },
  { why: 'a name as colour', from: '"#0F5EA8"', to: 'blau', says: 'accent ist eine Farbe' },
  {
    why: 'a colour without quotes, which YAML takes for a remark',
    from: '"#0F5EA8"',
    to: '#0F5EA8',
    says: 'accent ist eine Farbe',
  },
  {
    why: 'a short name that is long',
    from: 'de: { short: KI-Kompass,',
    to: 'de: { short: KI-Kompass der Stadt Musterstadt,',
    says: 'names.de.short ist der Name der App und hat 1 bis 30',
  },
  {
    why: 'an empty name',
    from: 'en: { short: KI-Kompass,',
    to: "en: { short: ' ',",
    says: 'names.en.short ist der Name der App',
  },
  {
    why: 'a name on two lines',
    from: 'en: { short: KI-Kompass,',
    to: 'en: { short: "KI\\nKompass",',
    says: 'names.en.short steht in einer Zeile',
  },
  {
    why: 'a product of Microsoft in the name',
    from: 'en: { short: KI-Kompass,',
    to: 'en: { short: Kompass for teams,',
    says: 'names.en.short darf „Teams“',
  },
  { why: 'no English', from: /\n {2}en: .*/, to: '', says: 'names.en fehlt' },
  { why: 'no publisher', from: /publisher:\n(?: {2}.*\n)*/, to: '', says: 'publisher fehlt oder ist kein Abschnitt' },
  {
    why: 'terms over http',
    from: 'terms: https',
    to: 'terms: http',
    says: 'publisher.terms ist eine Adresse, die mit https://',
  },
  { why: 'no page for privacy', from: / {2}privacy: .*\n/, to: '', says: 'publisher.privacy ist eine Adresse' },
  { why: 'no id of the app', from: /\napp: .*/, to: '', says: 'app ist eine GUID' },
  { why: 'an id that is none', from: /\nword: .*/, to: '\nword: 1234', says: 'word ist eine GUID' },
  {
    why: 'one id for both',
    from: /\nword: .*/,
    to: '\nword: 00000000-0000-4000-8000-000000000001',
    says: 'word ist dieselbe GUID wie app',
  },
  {
    why: 'the same in capitals is the same',
    from: /\napp: .*\n([\s\S]*)\nword: .*/,
    to: `\napp: ${GUID.toUpperCase()}\n$1\nword: ${GUID}`,
    says: 'word ist dieselbe GUID wie app',
  },
  { why: 'a field misspelt', from: '\nbot:', to: '\nbott:', says: 'bott gibt es nicht' },
  { why: 'a field of a section misspelt', from: 'client_id:', to: 'clientId:', says: 'sign_in.clientId gibt es nicht' },
  {
    why: 'a resource of another host',
    from: 'resource: api://kompass',
    to: 'resource: api://www',
    says: 'Erwartet wird api://kompass.musterstadt.example/00000000-0000-4000-8000-000000000004 oder api://kompass.musterstadt.example/botid-',
  },
  { why: 'no resource', from: / {2}resource: .*\n/, to: '', says: 'sign_in.resource ist die Anwendungs-ID-URI' },
  { why: 'no YAML at all', from: 'names:', to: 'names: {', says: 'kein gültiges YAML' },
  { why: 'a list in the place of everything', from: /[\s\S]*/, to: '- a\n', says: 'fehlt oder ist kein Abschnitt' },
  { why: 'nothing in the file', from: /[\s\S]*/, to: '', says: 'fehlt oder ist kein Abschnitt' },
] as const

test.each(ROWS)('$why', ({ from, to, says }) => {
  const changed = TEXT.replace(from, to)
  expect(changed).not.toBe(TEXT)
  expect(problemsOf(changed)).toContainEqual(expect.stringContaining(says))
})

test('addresses are put together without a slash too many', () => {
  const text = TEXT.replace('kompass.musterstadt.example\n', 'kompass.musterstadt.example/ki//\n')
  expect(readConfig('stadt.yaml', text)).toMatchObject({
    ok: true,
    config: { service: 'https://kompass.musterstadt.example/ki' },
  })
})

test('every problem at once, in the order of the file', () => {
  const broken = TEXT.replace('id: musterstadt', 'id: X')
    .replace('service: https', 'service: ftp')
    .replace(/\nbot: .*/, '\nbot: x')
  const read = readConfig('stadt.yaml', broken)
  const lines = read.ok ? [] : read.problems.map(({ line }) => line)
  expect(problemsOf(broken).map(message => message.split(' ')[0])).toEqual(['id', 'service', 'bot'])
  expect(lines).toEqual(lines.toSorted((a, b) => a - b))
})

test('what is left of the example keeps a real municipality from being packed', () => {
  expect(problemsOf(TEXT.replace('example: true\n', '')).map(message => message.split(' ')[0])).toEqual([
    'service',
    'publisher.website',
    'publisher.privacy',
    'publisher.terms',
    'app',
    'word',
    'bot',
    'sign_in.client_id',
  ])
})

test.each([
  {
    why: 'signing in by the id of the bot',
    text: TEXT.replace(
      /resource: .*/,
      'resource: api://kompass.musterstadt.example/botid-00000000-0000-4000-8000-000000000003',
    ),
  },
  { why: 'a port', text: TEXT.replaceAll('kompass.musterstadt.example', 'kompass.musterstadt.example:8443') },
  {
    why: 'a path, and a slash too many',
    text: TEXT.replace('kompass.musterstadt.example\n', 'kompass.musterstadt.example/ki/\n'),
  },
  { why: 'neither bot nor Entra', text: TEXT.replace(/^bot: .*$/m, '').replace(/^sign_in:\n(?: {2}.*\n?)*/m, '') },
])('$why is right', ({ text }) => {
  expect(text).not.toBe(TEXT)
  expect(problemsOf(text)).toEqual([])
})
