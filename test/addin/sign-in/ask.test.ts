import { describe, expect, test } from '@jest/globals'
import type { Reach } from '../../../addin/api/send.js'
import { askHow, type How, kommuneIn, queryOf } from '../../../addin/sign-in/ask.js'

const answers =
  (status: number, body: unknown): Reach =>
  async () =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })

describe('how people sign in', () => {
  const local: How = { kind: 'how', how: { kind: 'local' } }
  const offline: How = { kind: 'out', why: { kind: 'offline' } }
  const unknown: How = { kind: 'out', why: { kind: 'unknown' } }
  test.each<{ why: string; reach: Reach; is: How }>([
    { why: 'nobody need', reach: answers(200, { kind: 'local' }), is: local },
    { why: 'the service knows no such municipality', reach: answers(404, { problem: 'Unbekannt.' }), is: unknown },
    { why: 'or takes no such name', reach: answers(400, { problem: 'Unbekannt.' }), is: unknown },
    { why: 'its provider cannot be reached', reach: answers(503, { problem: 'Gerade nicht.' }), is: offline },
    { why: 'something before it is down', reach: answers(502, '<html>'), is: offline },
    { why: 'no line', reach: () => Promise.reject(new TypeError('x')), is: offline },
    { why: 'a service of before signing in', reach: answers(404, 'Diese Seite gibt es nicht.'), is: local },
    { why: 'an answer of no known form is nobody’s address', reach: answers(200, { kind: 'oidc' }), is: local },
  ])('$why', async ({ reach, is }) => expect(await askHow({}, reach)).toEqual(is))
})

test('asks for what the page knows', () => {
  expect(queryOf({})).toBe('')
  expect(queryOf({ kommune: 'muster & stadt' })).toBe('?kommune=muster+%26+stadt')
  expect(queryOf({ kommune: 'a', tenant: 't' })).toBe('?kommune=a&tenant=t')
})

test('the municipality is what the address names, whatever Office adds to it', () => {
  expect(kommuneIn('?_host_Info=Word$Web&kommune=a')).toBe('a')
  expect(kommuneIn('')).toBeUndefined()
})
