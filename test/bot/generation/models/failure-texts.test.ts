import { describe, expect, test } from '@jest/globals'
import { failureText } from '../../../../bot/generation/models/failure-texts.js'
import type { FailureKind } from '../../../../bot/generation/models/model.js'

/** A new kind is missing here, and so does not compile. */
const KINDS: Readonly<Record<FailureKind, 'again' | 'ki-team' | 'otherwise'>> = {
  unreachable: 'again',
  slow: 'again',
  stalled: 'again',
  'cut-off': 'again',
  malformed: 'again',
  busy: 'again',
  broken: 'again',
  resting: 'again',
  crowded: 'again',
  denied: 'ki-team',
  'unknown-model': 'ki-team',
  'no-key': 'ki-team',
  'too-long': 'otherwise',
  refused: 'otherwise',
  budget: 'otherwise',
  aborted: 'otherwise',
}
const all = Object.entries(KINDS).map(([kind, way]) => ({ kind, way }))
const isKind = (kind: string): kind is FailureKind => kind in KINDS

describe.each(['de', 'en'] as const)('in %s', language => {
  const say = (kind: string, retryAfter?: number): string => {
    if (!isKind(kind)) throw new Error(kind)
    return failureText({ kind, retryAfter }, 'Kommunal-KI', language)
  }
  test.each(all)('$kind says what happened and what to do', ({ kind, way }) => {
    const text = say(kind)
    if (kind !== 'aborted') expect(text).toContain('Kommunal-KI')
    if (way === 'again') expect(text).toMatch(/in einer Minute noch einmal|try again in a minute/)
    if (way === 'ki-team') expect(text).toContain('KI-Team')
    expect(text.length).toBeLessThan(260)
    expect(text).not.toMatch(/undefined|NaN|HTTP|Token|\d{3}|!/)
  })

  test('no two say the same', () => {
    expect(new Set(all.map(({ kind }) => say(kind))).size).toBe(all.length)
  })
})

test.each([
  { seconds: 0, de: 'in etwa 5 Sekunden', en: 'in about 5 seconds' },
  { seconds: 12, de: 'in etwa 15 Sekunden', en: 'in about 15 seconds' },
  { seconds: 60, de: 'in einer Minute', en: 'in a minute' },
  { seconds: 61, de: 'in etwa 2 Minuten', en: 'in about 2 minutes' },
  { seconds: 1_800, de: 'in etwa 30 Minuten', en: 'in about 30 minutes' },
  { seconds: 3_600, de: 'in einer Stunde', en: 'in an hour' },
])('$seconds seconds: $de', ({ seconds, de, en }) => {
  expect(failureText({ kind: 'busy', retryAfter: seconds }, 'X', 'de')).toContain(` ${de} `)
  expect(failureText({ kind: 'busy', retryAfter: seconds }, 'X', 'en')).toContain(` ${en} `)
})
