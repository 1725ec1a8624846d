import { createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { pseudonymOf, signingKey } from '../../../bot/learning/pseudonym.js'
import { readSession, writeSession } from '../../../bot/learning/session-token.js'
import type { Session } from '../../../policies/training/index.js'

const KEY = Buffer.alloc(32, 7)
const SIGNING = signingKey(KEY)
const SESSION: Session = {
  kind: 'round',
  module: 'g1',
  questions: [
    { id: 'g1-a', edition: 'abc' },
    { id: 'g1-b', edition: 'def' },
  ],
  at: 1,
  right: 0,
  seed: 4_000_000_000,
  day: '2026-11-23',
}
const LEARNER = pseudonymOf(KEY, 'musterstadt', 'local:anna')

const body = (session: object): string => Buffer.from(JSON.stringify(session)).toString('base64url')

test('what was written is read again', () => {
  expect(readSession(writeSession(SESSION, SIGNING, LEARNER), SIGNING, LEARNER)).toEqual(SESSION)
})

describe('what was not written by us for this learner is no round', () => {
  const token = writeSession(SESSION, SIGNING, LEARNER)
  const mac = token.split('.')[1] ?? ''
  test.each([
    { why: 'nothing', text: '' },
    { why: 'no signature', text: token.split('.')[0] ?? '' },
    { why: 'an empty signature', text: `${token.split('.')[0]}.` },
    { why: 'more answers right than given', text: `${body({ ...SESSION, right: 1 })}.${mac}` },
    { why: 'another question', text: `${body({ ...SESSION, at: 0 })}.${mac}` },
    { why: 'something behind it', text: `${token}.x` },
    { why: 'a shorter signature', text: token.slice(0, -4) },
    { why: 'no base64', text: 'äöü.ß' },
    { why: 'signed, but no session', text: sign('{"kind":"round"}') },
    { why: 'signed, but not even JSON', text: sign('{') },
  ])('$why', ({ text }) => {
    expect(readSession(text, SIGNING, LEARNER)).toBeUndefined()
  })

  test('another person', () => {
    expect(readSession(token, SIGNING, pseudonymOf(KEY, 'musterstadt', 'local:bernd'))).toBeUndefined()
  })

  test('another municipality', () => {
    expect(readSession(token, SIGNING, pseudonymOf(KEY, 'neustadt', 'local:anna'))).toBeUndefined()
  })

  test('another key', () => {
    expect(readSession(token, signingKey(Buffer.alloc(32, 8)), LEARNER)).toBeUndefined()
  })
})

/** A text signed rightly, whatever it says. */
function sign(text: string): string {
  const encoded = Buffer.from(text).toString('base64url')
  return `${encoded}.${createHmac('sha256', SIGNING).update(`${LEARNER}.${encoded}`).digest('base64url')}`
}

describe('pseudonyms', () => {
  test('the same for the same person, another for everybody and everywhere else', () => {
    const names = [
      pseudonymOf(KEY, 'musterstadt', 'local:anna'),
      pseudonymOf(KEY, 'musterstadt', 'local:bernd'),
      pseudonymOf(KEY, 'neustadt', 'local:anna'),
      pseudonymOf(Buffer.alloc(32, 8), 'musterstadt', 'local:anna'),
      // A separator inside an id must not make two people one.
      pseudonymOf(KEY, 'musterstadt","local', 'anna'),
      pseudonymOf(KEY, 'musterstadt', 'local","anna'),
    ]
    expect(new Set(names).size).toBe(names.length)
    expect(pseudonymOf(KEY, 'musterstadt', 'local:anna')).toBe(names[0])
  })

  test('show nothing of the person', () => {
    expect(LEARNER).toMatch(/^[\w-]{43}$/)
    expect(LEARNER).not.toMatch(/anna|local/)
  })
})
