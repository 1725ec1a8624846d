import { expect, test } from '@jest/globals'
import { salutation } from '../../../../policies/assistant/letters/salutation.js'

test.each([
  { why: 'a woman', typed: 'Frau Krüger', is: 'Sehr geehrte Frau Krüger,' },
  { why: 'a man', typed: 'Herr Yilmaz', is: 'Sehr geehrter Herr Yilmaz,' },
  { why: 'a man, as in an address', typed: 'Herrn Yilmaz', is: 'Sehr geehrter Herr Yilmaz,' },
  { why: 'a title', typed: 'Frau Dr. Nowak', is: 'Sehr geehrte Frau Dr. Nowak,' },
  { why: 'no Frau, no Herr: nothing is guessed', typed: 'Kim Sommer', is: 'Guten Tag Kim Sommer,' },
  { why: 'two people', typed: 'Frau Krüger, Herr Yilmaz', is: 'Sehr geehrte Frau Krüger, sehr geehrter Herr Yilmaz,' },
  { why: 'two people with und', typed: 'Frau A und Frau B', is: 'Sehr geehrte Frau A, sehr geehrte Frau B,' },
  { why: 'two, one without Frau or Herr', typed: 'Kim Sommer und Frau B', is: 'Guten Tag Kim Sommer und Frau B,' },
  { why: 'a family', typed: 'Familie Öztürk', is: 'Sehr geehrte Familie Öztürk,' },
  { why: 'nobody by name', typed: 'Damen und Herren', is: 'Sehr geehrte Damen und Herren,' },
  { why: 'a company', typed: 'Muster Bau GmbH', is: 'Guten Tag,' },
  { why: 'the greeting is typed already', typed: 'Sehr geehrte Frau Krüger', is: 'Sehr geehrte Frau Krüger,' },
  { why: 'with its comma', typed: 'Liebe Kolleginnen und Kollegen,', is: 'Liebe Kolleginnen und Kollegen,' },
  { why: 'informal', typed: 'hallo zusammen!', is: 'Hallo zusammen,' },
  { why: 'the greeting alone', typed: 'Guten Tag', is: 'Guten Tag,' },
  { why: 'Frauke is no Frau', typed: 'Frauke Harms', is: 'Guten Tag Frauke Harms,' },
  { why: 'Liebermann is no greeting', typed: 'Liebermann', is: 'Guten Tag Liebermann,' },
])('$why: $typed', ({ typed, is }) => expect(salutation(typed)).toBe(is))
