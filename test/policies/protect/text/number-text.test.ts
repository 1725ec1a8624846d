import { describe, expect, test } from '@jest/globals'
import { digitsIn, joinRegions, originOf } from '../../../../policies/protect/text/number-text.js'

describe('stretches around digits, joined', () => {
  const regions = [
    { start: 4, text: '12 34' },
    { start: 40, text: '(030) 5' },
    { start: 90, text: '7' },
  ]
  const joined = joinRegions(regions)

  test.each(regions)('what stands at $start is found again there', ({ start, text }) => {
    const at = joined.text.indexOf(text)
    expect(originOf(joined, at)).toBe(start)
    expect(originOf(joined, at + text.length - 1)).toBe(start + text.length - 1)
  })

  test('no number goes on from one stretch to the next', () => {
    expect(joined.text).not.toMatch(/34[\s.\-/]{0,3}\(030/)
  })

  test('no stretch, no text', () => {
    expect(joinRegions([]).text).toBe('')
  })
})

test('digits are counted, other scripts are already ASCII here', () => {
  expect([digitsIn('DE02 12'), digitsIn('abc'), digitsIn('')]).toEqual([4, 0, 0])
})
