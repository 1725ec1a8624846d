import { expect, test } from '@jest/globals'
import { clocksApart } from '../../../addin/sign-in/clock.js'

const NOW = Date.parse('2026-11-25T12:00:00Z')
const at = (minutes: number): string => new Date(NOW + minutes * 60_000).toUTCString()
/** As a provider issues it, so many minutes from now. */
const issued = (minutes: number): string =>
  `x.${Buffer.from(JSON.stringify({ iat: NOW / 1000 + minutes * 60 })).toString('base64url')}.x`

test.each<{ why: string; token: string; received?: number; date: string | null; is: number | undefined }>([
  { why: 'all agree', token: issued(0), date: at(0), is: undefined },
  { why: 'a minute is nothing', token: issued(0), date: at(1), is: undefined },
  { why: 'the service is behind: tokens are not valid yet', token: issued(0), date: at(-7), is: 7 },
  { why: 'the service is ahead: tokens are over', token: issued(0), date: at(75), is: 75 },
  { why: 'only this computer is wrong, and here it does matter', token: issued(-30), date: at(-30), is: 30 },
  { why: 'the provider is ahead of both', token: issued(9), date: at(0), is: 9 },
  {
    why: 'the token was received half an hour ago',
    token: issued(-30),
    received: NOW - 30 * 60_000,
    date: at(0),
    is: undefined,
  },
  { why: 'a token nobody can read says nothing', token: 'opaque', date: at(0), is: undefined },
  { why: 'then the service alone is compared', token: 'opaque', date: at(-5), is: 5 },
  { why: 'a service that says no time', token: issued(9), date: null, is: undefined },
  { why: 'or none that can be read', token: issued(9), date: 'gestern', is: undefined },
])('$why', ({ token, received = NOW, date, is }) => expect(clocksApart({ token, received }, date, NOW)).toBe(is))
