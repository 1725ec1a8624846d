import { randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { isPlaceholder, passwordIn } from '../../../bot/settings/placeholders.js'
import { REGISTER } from '../../../bot/settings/register.js'

describe('what stands in place of a secret', () => {
  test.each([
    'geheim',
    'GEHEIM',
    'geheim123',
    'geheimgeheimgeheim',
    'change-me',
    'change_me_change_me_change_me',
    'changeme2026',
    'password',
    'bitte-ändern',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    '0000-0000-0000-0000',
    '',
  ])('%j', value => {
    expect(isPlaceholder(value)).toBe(true)
  })

  test.each(REGISTER.filter(({ secret }) => secret))('the example of $name in our documents', ({ example }) => {
    expect(isPlaceholder(passwordIn(example) ?? example)).toBe(true)
  })
})

describe('a good secret is never refused', () => {
  test.each([
    { why: 'base64', made: () => randomBytes(32).toString('base64') },
    { why: 'base64 for addresses', made: () => randomBytes(24).toString('base64url') },
    { why: 'hexadecimal', made: () => randomBytes(16).toString('hex') },
  ])('$why, a thousand of them', ({ made }) => {
    expect(Array.from({ length: 1000 }, made).filter(isPlaceholder)).toEqual([])
  })

  test.each(['geheimnisvolles Moor am Rand', 'testament-der-kraniche', 'Kompass zeigt nach Norden 7'])(
    '%j is a phrase of somebody’s own',
    value => {
      expect(isPlaceholder(value)).toBe(false)
    },
  )
})

describe('the password in an address', () => {
  test.each([
    { url: 'postgresql://kompass:a%40b@db.example/kompass', password: 'a@b' },
    { url: 'postgresql://kompass@db.example/kompass', password: undefined },
    { url: 'postgresql://kompass:100%@db.example/kompass', password: '100%' },
    { url: 'no address', password: undefined },
  ])('$url', ({ url, password }) => {
    expect(passwordIn(url)).toBe(password)
  })
})
