import { expect, test } from '@jest/globals'
import { checkedParameters, safeInteger } from '../../../bot/storage/parameters.js'

test.each([
  { why: 'text', value: 'Straße 😀' },
  { why: 'no text', value: '' },
  { why: 'a number', value: -3.1262345678901236 },
  { why: 'the largest whole number that is exact', value: 2 ** 53 - 1 },
  { why: 'the largest whole number of a database', value: 2n ** 63n - 1n },
  { why: 'the smallest', value: -(2n ** 63n) },
  { why: 'nothing', value: null },
  { why: 'bytes', value: new Uint8Array([0, 1]) },
])('may be stored: $why', ({ value }) => {
  expect(checkedParameters([value])).toEqual([value])
})

test.each([
  { why: 'true aborts the process inside libsql', value: true },
  { why: 'false as well', value: false },
  { why: 'undefined would become null', value: undefined },
  { why: 'NUL ends the text when it is read back', value: 'a\0b' },
  { why: 'no number', value: Number.NaN },
  { why: 'endless', value: Number.POSITIVE_INFINITY },
  { why: 'endless downwards', value: Number.NEGATIVE_INFINITY },
  { why: 'larger than a database can hold', value: 2n ** 63n },
  { why: 'smaller than a database can hold', value: -(2n ** 63n) - 1n },
  { why: 'an object becomes text in PostgreSQL', value: { a: 1 } },
  { why: 'a list becomes an array in PostgreSQL', value: ['a'] },
  { why: 'a date becomes local time in PostgreSQL', value: new Date(0) },
  { why: 'a function', value: () => 1 },
  { why: 'a symbol', value: Symbol('a') },
])('is refused: $why', ({ value }) => {
  expect(() => checkedParameters(['a', value])).toThrow(/^parameter 2 /)
})

test('what is refused is not repeated in the message: it may be about a person', () => {
  expect(() => checkedParameters(['Frau Beispiel\0'])).toThrow(/^(?!.*Beispiel)/)
})

test.each([
  { value: '9007199254740991', number: 2 ** 53 - 1 },
  { value: -9007199254740991n, number: -(2 ** 53 - 1) },
  { value: 0n, number: 0 },
])('a whole number read as $value is exact', ({ value, number }) => {
  expect(safeInteger(value)).toBe(number)
})

test.each(['9007199254740992', '9007199254740993', 2n ** 53n, -(2n ** 53n), 2n ** 62n])(
  'the whole number %s would become another one and is refused',
  value => {
    expect(() => safeInteger(value)).toThrow(RangeError)
  },
)
