import { expect, test } from '@jest/globals'
import { untilMidnight } from '../../../../bot/generation/models/until-midnight.js'

test.each([
  { why: 'in winter', now: '2026-11-25T22:59:59Z', seconds: 1 },
  { why: 'in summer', now: '2026-07-01T21:00:00Z', seconds: 3_600 },
  { why: 'just begun', now: '2026-11-25T23:00:00Z', seconds: 86_400 },
])('until midnight in Germany: $why', ({ now, seconds }) => {
  expect(untilMidnight(new Date(now))).toBe(seconds)
})
