import { describe, expect, test } from '@jest/globals'
import { bearerOf } from '../../../bot/identity/bearer.js'

describe('the token of a header', () => {
  test.each([
    { why: 'as usual', header: 'Bearer a.b.c', token: 'a.b.c' },
    { why: 'the word in any case', header: 'bearer a.b.c', token: 'a.b.c' },
    { why: 'no header', header: undefined, token: undefined },
    { why: 'nothing in it', header: '', token: undefined },
    { why: 'the word alone', header: 'Bearer', token: undefined },
    { why: 'the word and a blank', header: 'Bearer ', token: undefined },
    { why: 'another scheme', header: 'Basic YTpi', token: undefined },
    { why: 'two of them', header: 'Bearer a b', token: undefined },
    { why: 'no word', header: 'a.b.c', token: undefined },
  ])('$why', ({ header, token }) => {
    expect(bearerOf(header)).toBe(token)
  })
})
