import { describe, expect, test } from '@jest/globals'
import type { Facts, Place } from '../../bot/doctor/facts.js'
import { CHECKS } from '../../bot/doctor/index.js'
import { reportOf } from '../../bot/doctor/report.js'
import { healthyFacts } from './healthy-installation.js'
import { municipalPack } from './small-pack.js'

export const HEALTHY = healthyFacts(municipalPack())
export const { place: PLACE } = HEALTHY

/** The healthy installation, with something else at its place. */
export const at = (changes: Partial<Place>): Facts => ({ ...HEALTHY, place: { ...PLACE, ...changes } })

export const troubles = (facts: Facts) =>
  reportOf(CHECKS, facts).sections.flatMap(({ id, findings }) =>
    findings.flatMap(finding => (finding.level === 'ok' ? [] : [{ check: id, ...finding }])),
  )

type Fault = {
  readonly why: string
  readonly facts: Facts
  readonly level: 'warnung' | 'fehler'
  readonly what: RegExp
  readonly mend: RegExp
}

/** Tests: the check tells each of these, and how to mend it. */
export function findsFaults(check: string, faults: readonly Fault[]): void {
  describe('each planted fault is found, with the way to mend it', () => {
    test.each(faults)('$why', ({ facts, level, what, mend }) => {
      const found = troubles(facts)
      expect(found.filter(trouble => trouble.check === check)).toContainEqual({
        check,
        level,
        what: expect.stringMatching(what),
        mend: expect.stringMatching(mend),
      })
      expect(reportOf(CHECKS, facts).ok).toBe(!found.some(trouble => trouble.level === 'fehler'))
    })
  })
}

/** Tests: no check says anything of these. */
export function findsNothing(rows: readonly { readonly why: string; readonly facts: Facts }[]): void {
  test.each(rows)('nothing to mend: $why', ({ facts }) => {
    expect(troubles(facts)).toEqual([])
  })
}
