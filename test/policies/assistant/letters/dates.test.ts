import { expect, test } from '@jest/globals'
import { spelledDay } from '../../../../policies/assistant/letters/dates.js'

test.each([
  { why: 'the usual way', typed: '12.12.2026', is: '12. Dezember 2026' },
  { why: 'no noughts', typed: '03.01.2027', is: '3. Januar 2027' },
  { why: 'two digits for the year', typed: '3.1.27', is: '3. Januar 2027' },
  { why: 'with spaces', typed: '3. 1. 2027', is: '3. Januar 2027' },
  { why: 'no year is invented', typed: '12.12.', is: '12. Dezember' },
  { why: 'as computers write it', typed: '2026-12-12', is: '12. Dezember 2026' },
  { why: 'the month is spelled already', typed: '12. Dezember 2026', is: '12. Dezember 2026' },
  { why: 'a time behind it', typed: '12.12.2026, 14 Uhr', is: '12. Dezember 2026, 14 Uhr' },
  { why: 'a time is no year', typed: '12.12. 14 Uhr', is: '12. Dezember, 14 Uhr' },
  { why: 'a time with minutes is no year', typed: '12.12. 14:30 Uhr', is: '12. Dezember, 14:30 Uhr' },
  { why: 'the weekday stays', typed: 'Samstag, 12.12.2026', is: 'Samstag, 12. Dezember 2026' },
  { why: 'the letter says "bis" itself', typed: 'bis zum 12.12.2026', is: '12. Dezember 2026' },
  { why: 'the letter says "am" itself', typed: 'am 12.12.2026', is: '12. Dezember 2026' },
  { why: 'words', typed: 'Ende Januar', is: 'Ende Januar' },
  { why: 'words with "bis"', typed: 'bis Ende Januar', is: 'Ende Januar' },
  { why: 'a version is no day', typed: '1.2.3.4', is: '1.2.3.4' },
  { why: 'nothing', typed: '', is: '' },
])('$why: $typed', ({ typed, is }) => expect(spelledDay(typed)).toEqual({ text: is }))

test.each([
  { why: 'February has 28 days', typed: '30.02.2026', doubt: 'no-such-day', is: '30.02.2026' },
  { why: '2027 is no leap year', typed: '29.02.2027', doubt: 'no-such-day', is: '29.02.2027' },
  { why: 'no thirteenth month', typed: '01.13.2026', doubt: 'no-such-day', is: '01.13.2026' },
  { why: 'another weekday', typed: 'Montag, 12.12.2026', doubt: 'other-weekday', is: 'Montag, 12. Dezember 2026' },
])('$why: $typed is looked at again', ({ typed, doubt, is }) => expect(spelledDay(typed)).toEqual({ text: is, doubt }))

test('29 February of a leap year is a day', () => expect(spelledDay('29.2.2028').doubt).toBeUndefined())
