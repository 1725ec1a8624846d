import { expect, test } from '@jest/globals'
import { retryAfterOf } from '../../../../bot/generation/models/retry-after.js'

const NOW = new Date('2026-11-25T09:00:00Z')

test.each<{ why: string; headers: Record<string, string>; seconds: number | undefined }>([
  { why: 'nothing said', headers: {}, seconds: undefined },
  { why: 'seconds', headers: { 'retry-after': '20' }, seconds: 20 },
  { why: 'part of a second', headers: { 'retry-after': '0.2' }, seconds: 1 },
  { why: 'milliseconds', headers: { 'retry-after-ms': '1200' }, seconds: 2 },
  { why: 'a date', headers: { 'retry-after': 'Wed, 25 Nov 2026 09:02:00 GMT' }, seconds: 120 },
  { why: 'a date gone by', headers: { 'retry-after': 'Wed, 25 Nov 2026 08:00:00 GMT' }, seconds: 0 },
  { why: 'a day is too long', headers: { 'retry-after': '86400' }, seconds: 3_600 },
  { why: 'a year far away', headers: { 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }, seconds: 3_600 },
  { why: 'words', headers: { 'retry-after': 'soon' }, seconds: undefined },
  { why: 'below nothing', headers: { 'retry-after-ms': '-5' }, seconds: undefined },
  { why: 'no number', headers: { 'retry-after-ms': '1e999' }, seconds: undefined },
])('when to come back: $why', ({ headers, seconds }) => {
  expect(retryAfterOf(new Headers(headers), NOW)).toBe(seconds)
})
