import { expect, test } from '@jest/globals'
import { checkPack } from '../../../policies/pack/check.js'
import { formatProblem } from '../../../policies/pack/problem.js'
import { municipalFiles, smallFiles, TODAY } from '../../support/small-pack.js'
test('x', () => {
  expect(checkPack(smallFiles(), undefined, TODAY).problems.map(formatProblem)).toEqual([])
  expect(checkPack(municipalFiles(), smallFiles(), TODAY).problems.map(formatProblem)).toEqual([])
})
