import { expect, test } from '@jest/globals'
import { cellOf, cellText } from '../../../policies/training/index.js'

test.each([
  { people: 0, shown: 'unter 5' },
  { people: 1, shown: 'unter 5' },
  { people: 4, shown: 'unter 5' },
  { people: 5, shown: 'mindestens 5' },
  { people: 9, shown: 'mindestens 5' },
  { people: 10, shown: 'mindestens 10' },
  { people: 143, shown: 'mindestens 140' },
])('$people people are shown as "$shown"', ({ people, shown }) => {
  expect(cellText(cellOf(people))).toBe(shown)
})

test('one person more changes a number in one of five cases at most', () => {
  const changes = Array.from({ length: 200 }, (_, people) => cellText(cellOf(people)) !== cellText(cellOf(people + 1)))
  expect(changes.filter(Boolean)).toHaveLength(40)
})
