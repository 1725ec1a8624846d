import { expect, test } from '@jest/globals'
import { withEndsOf } from '../../../addin/review/ends.js'

test.each([
  { why: 'a paragraph selected with its end', before: 'Alt.\n', after: 'Neu.', result: 'Neu.\n' },
  { why: 'empty lines before and behind', before: '\n\nAlt.\n\n', after: '\nNeu.', result: '\n\nNeu.\n\n' },
  { why: 'a model that adds empty lines', before: 'Alt.', after: '\nNeu.\n\n', result: 'Neu.' },
  { why: 'lines within are the model’s', before: 'Alt.\nAlt.', after: 'Neu.\n\nNeu.', result: 'Neu.\n\nNeu.' },
  { why: 'nothing was selected', before: '\n', after: 'Neu.\n', result: 'Neu.\n' },
  { why: 'nothing is left', before: 'Alt.\n', after: '', result: '\n' },
])('$why', ({ before, after, result }) => {
  expect(withEndsOf(before, after)).toBe(result)
})
