import { describe, expect, test } from '@jest/globals'
import * as hints from '../../../../policies/protect/text/hints.js'
import { normalise } from '../../../../policies/protect/text/normalise.js'
import { DISGUISES } from '../../../support/disguises.js'
import { seeded } from '../../../support/valid-numbers.js'

const { hintsOf } = hints

describe('each sign calls for its step', () => {
  test.each([
    { why: 'long dash', text: 'a–b', hint: hints.DASHES },
    { why: 'no-break space', text: 'a\u00a0b', hint: hints.SPACES },
    { why: 'thin space', text: 'a\u2009b', hint: hints.SPACES },
    { why: 'ideographic space', text: 'a\u3000b', hint: hints.SPACES },
    { why: 'ampersand', text: 'a&b', hint: hints.AMPERSAND },
    { why: 'equals sign', text: 'a=b', hint: hints.EQUALS },
    { why: 'per cent', text: '5%', hint: hints.PERCENT },
    { why: 'soft hyphen', text: 'a\u00adb', hint: hints.INVISIBLE },
    { why: 'zero-width space', text: 'a\u200bb', hint: hints.INVISIBLE },
    { why: 'NUL', text: 'a\0b', hint: hints.INVISIBLE },
    { why: 'DEL', text: 'a\x7fb', hint: hints.INVISIBLE },
    { why: 'byte order mark', text: '\ufeffa', hint: hints.INVISIBLE },
    { why: 'combining mark', text: 'u\u0308', hint: hints.MARKS },
    { why: 'superscript', text: 'm²', hint: hints.COMPATIBILITY },
    { why: 'full width', text: '１', hint: hints.COMPATIBILITY },
    { why: 'Arabic digit', text: '١', hint: hints.COMPATIBILITY },
    { why: 'half of a pair', text: '\ud835', hint: hints.COMPATIBILITY },
    { why: 'Cyrillic', text: 'а', hint: hints.OTHER_SCRIPT },
    { why: 'Greek', text: 'ο', hint: hints.OTHER_SCRIPT },
    { why: 'emphasis', text: 'a**b', hint: hints.EMPHASIS },
    { why: 'four single letters', text: 'a b c d', hint: hints.PULLED_APART },
    { why: 'a dash among letters pulled apart', text: 'H B - A B', hint: hints.PULLED_APART },
    { why: 'single letters on lines of their own', text: 'a\nb\nc\nd', hint: hints.PULLED_APART },
  ])('$why', ({ text, hint }) => {
    expect(hintsOf(text) & hint).toBe(hint)
  })
})

describe('ordinary text calls for nothing', () => {
  test.each([
    { why: 'empty', text: '' },
    {
      why: 'German',
      text: 'Übergrößen für Straßen, „Ämter“ und Café: 12,50 €?'.replace('€', 'Euro').replaceAll(/[„“]/g, '"'),
    },
    { why: 'lines and tabs', text: 'a1\tb1\r\nc1\nd1\x0b\x0c' },
    { why: 'three single letters', text: 'a b c' },
    { why: 'letters further apart', text: 'a  b  c  d' },
  ])('$why', ({ text }) => {
    expect(hintsOf(text)).toBe(0)
  })
})

/** The quick look may call for a step too many, never for one too few. */
test.each(DISGUISES.filter(({ why }) => why !== 'as it is'))('no disguise is overlooked: $why', ({ fits, hide }) => {
  const plain = ['Müllern', 'AB-12 34', 'max.huber@xyz.example'].find(value => fits.test(value)) ?? ''
  const hidden = hide(plain, seeded(3))
  expect(hidden).not.toBe(plain)
  expect(normalise(hidden).text).toBe(plain)
})
