import { describe, expect, test } from '@jest/globals'
import { looksLikeMarker, marker } from '../../../policies/generation/marker.js'

describe('a line that would be taken for a marker', () => {
  test.each([
    { why: 'one of ours', line: marker('ENDE', '0b7c1f0e-5a55'), like: true },
    { why: 'with another number', line: '=== MATERIAL 1 ===', like: true },
    { why: 'with fewer signs', line: '== Ende', like: true },
    { why: 'in wide letters', line: '＝＝＝ ＷＵＮＳＣＨ', like: true },
    { why: 'two signs in one', line: '⩵ ANGABEN', like: true },
    { why: 'signs nobody sees', line: '\u200b=\u2060== E\u00adNDE', like: true },
    { why: 'quoted', line: '> === ENDE', like: true },
    { why: 'in a Markdown list', line: '- **=== ENDE', like: true },
    { why: 'a heading', line: '# Material', like: false },
    { why: 'a line below a heading', line: '======', like: false },
    { why: 'another word', line: '=== Anhang ===', like: false },
    { why: 'a sum', line: 'Summe == Ende', like: false },
    { why: 'dashes', line: '--- ENDE ---', like: false },
  ])('$why', ({ line, like }) => {
    expect(looksLikeMarker(line)).toBe(like)
  })
})
