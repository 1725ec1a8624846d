import { describe, expect, test } from '@jest/globals'
import { labelOf, stylesFor } from '../../../addin/review/label.js'
import { openPoint, POINTS } from '../../../addin/review/points.js'

describe('the label of a text', () => {
  test.each([
    { why: 'as a footnote', style: 'footnote', text: ' Mit KI ', label: { kind: 'footnote', text: 'Mit KI' } },
    { why: 'in brackets', style: 'bracket', text: 'Mit KI', label: { kind: 'bracket', text: 'Mit KI' } },
    { why: 'none wanted', style: 'none', text: 'Mit KI', label: { kind: 'none' } },
    { why: 'no words, no label', style: 'footnote', text: '  ', label: { kind: 'none' } },
  ] as const)('$why', ({ style, text, label }) => {
    expect(labelOf(style, text)).toEqual(label)
  })

  test('only what this Word can write is offered', () => {
    expect(stylesFor({ footnotes: true })).toEqual(['footnote', 'bracket', 'none'])
    expect(stylesFor({ footnotes: false })).toEqual(['bracket', 'none'])
  })
})

describe('the six points', () => {
  test('the first open one is named, whatever the order of ticking', () => {
    expect(openPoint(new Set())).toBe('task')
    expect(openPoint(new Set(POINTS.filter(point => point !== 'figures')))).toBe('figures')
    expect(openPoint(new Set(POINTS))).toBeUndefined()
  })
})
