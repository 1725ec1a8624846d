import { expect, test } from '@jest/globals'
import { WRITE } from '../../../addin/texts/index.js'
import { AID } from '../../../addin/texts/write/aid.js'
import { DRAFT } from '../../../addin/texts/write/draft.js'
import { SENDING } from '../../../addin/texts/write/sending.js'
import { TASKS } from '../../../addin/texts/write/tasks.js'

test.each(['de', 'en'] as const)('no part of the page "Schreiben" takes the words of another: %s', language => {
  const words = [TASKS, SENDING, DRAFT, AID].flatMap(part => Object.keys(part[language]))
  expect(words.toSorted()).toEqual(Object.keys(WRITE[language]).toSorted())
})
