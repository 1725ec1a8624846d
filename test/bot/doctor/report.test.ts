import { expect, test } from '@jest/globals'
import { CHECKS } from '../../../bot/doctor/index.js'
import { linesOf, reportOf } from '../../../bot/doctor/report.js'
import { HEALTHY, troubles } from '../../support/planted-faults.js'

test('where nothing is wrong nothing is said to be', () => {
  expect(troubles(HEALTHY)).toEqual([])
  expect(linesOf(reportOf(CHECKS, HEALTHY)).at(-1)).toBe('Alles in Ordnung.')
})
