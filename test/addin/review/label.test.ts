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

  test.each([
    { why: 'left to the person', house: 'free', footnotes: true, styles: ['footnote', 'bracket', 'none'] },
    { why: 'only what this Word can write', house: 'free', footnotes: false, styles: ['bracket', 'none'] },
    {
      why: 'as the house does it, or inside without',
      house: 'footnote',
      footnotes: true,
      styles: ['footnote', 'none'],
    },
    {
      why: 'brackets for the footnotes of the house',
      house: 'footnote',
      footnotes: false,
      styles: ['bracket', 'none'],
    },
    { why: 'brackets of the house', house: 'bracket', footnotes: true, styles: ['bracket', 'none'] },
    { why: 'a house without labels', house: 'none', footnotes: true, styles: ['none'] },
  ] as const)('$why', ({ house, footnotes, styles }) => {
    expect(stylesFor({ footnotes }, house)).toEqual(styles)
  })
})

describe('the six points', () => {
  test('the first open one is named, whatever the order of ticking', () => {
    expect(openPoint(new Set())).toBe('task')
    expect(openPoint(new Set(POINTS.filter(point => point !== 'figures')))).toBe('figures')
    expect(openPoint(new Set(POINTS))).toBeUndefined()
  })
})
