import { describe, expect, test } from '@jest/globals'
import { originalRange } from '../../../../policies/protect/text/mapped-text.js'
import { joinSpaced } from '../../../../policies/protect/text/spacing.js'

const joined = (text: string): string => joinSpaced({ text, map: undefined }).text

describe('letters pulled apart are joined', () => {
  test.each([
    { why: 'a stamp', text: 'Vermerk: G E H E I M', plain: 'Vermerk: GEHEIM' },
    { why: 'hyphens', text: 'Frau H-u-b-e-r kommt', plain: 'Frau Huber kommt' },
    { why: 'dots, from six letters on', text: 'G.e.h.e.i.m', plain: 'Geheim' },
    { why: 'underscores', text: 'H_u_b_e_r', plain: 'Huber' },
    { why: 'middle dots', text: 'H·u·b·e·r', plain: 'Huber' },
    { why: 'one below the other', text: 'H\nu\nb\ne\nr', plain: 'Huber' },
    { why: 'letters, then digits', text: 'D E 8 9 3 7', plain: 'DE8937' },
    { why: 'two words with a wider gap', text: 'H u b e r  K l a u s', plain: 'Huber Klaus' },
    { why: 'in brackets', text: '(H u b e r)', plain: '(Huber)' },
    { why: 'an address of a mail', text: 'a n n a @ w e b . d e', plain: 'anna@web.de' },
    { why: 'seven digits or more', text: '0 1 7 1 2 3 4', plain: '0171234' },
    { why: 'a dash between the letters is a part like them', text: 'V_S_-_N_f_D', plain: 'VS-NfD' },
    { why: 'upright strokes', text: 'H|u|b|e|r', plain: 'Huber' },
    { why: 'few digits beside letters', text: 'H B - A B  1 2 3', plain: 'HB-AB 123' },
    { why: 'a date beside letters', text: 'H u b e r  1 2 . 0 3 . 7 5', plain: 'Huber 12.03.75' },
    { why: 'beyond the first plane', text: '𐐀 𐐁 𐐂 𐐃 𐐄 𐐅', plain: '𐐀𐐁𐐂𐐃𐐄𐐅' },
  ])('$why', ({ text, plain }) => {
    expect(joined(text)).toBe(plain)
  })

  test('every letter keeps its own place', () => {
    const mapped = joinSpaced({ text: 'a H u b e', map: undefined })
    expect(mapped.text).toBe('aHube')
    expect(originalRange(mapped, 1, 5)).toEqual({ start: 2, end: 9 })
  })
})

describe('single letters that are none', () => {
  test.each([
    { why: 'three only', text: 'A B C' },
    { why: 'an abbreviation with dots', text: 'i.V.m.' },
    { why: 'abbreviation with four letters', text: 'a.a.O. und u.v.m.' },
    { why: 'a code of letters and digits', text: 'Haus 1 2 3 4 5' },
    { why: 'mixed signs', text: 'a-b c-d e-f' },
    { why: 'whole words', text: 'Das ist ein ganz gewöhnlicher Satz.' },
    { why: 'a list by letters', text: 'a) Antrag\nb) Bescheid\nc) Klage\nd) Urteil' },
  ])('$why', ({ text }) => {
    expect(joined(text)).toBe(text)
  })
})
