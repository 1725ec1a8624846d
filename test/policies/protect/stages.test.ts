import { describe, expect, test } from '@jest/globals'
import { DETECTORS } from '../../../policies/protect/detectors/index.js'
import { detectorOf, rankOf, read } from '../../../policies/protect/stages.js'
import { SPOKEN_DIGIT } from '../../../policies/protect/text/flags.js'
import { createLexicon } from '../../../policies/protect/text/lexicon.js'
import { originalRange } from '../../../policies/protect/text/mapped-text.js'
import { baseLists } from '../../support/protect-lists.js'

const DIGITS = ['null', 'eins', 'zwei', 'drei', 'vier', 'sieben']
const lexicon = createLexicon(DIGITS.map(word => ({ word, flags: SPOKEN_DIGIT })))
const workshop = () => ({
  lists: baseLists(),
  lexicon,
  memory: { surnames: new Set<string>(), initials: new Set<number>(), personSeen: false },
})

describe('reading a block', () => {
  test('digits said one by one become digits, with the way back', () => {
    const original = 'Rufen Sie null eins sieben null drei vier an.'
    const { normal, doc } = read(original, workshop())
    expect(doc.text).toBe('Rufen Sie 017034 an.')
    const { start, end } = originalRange(normal, 10, 16)
    expect(original.slice(start, end)).toBe('null eins sieben null drei vier')
  })

  test('counting to four stays counting', () => {
    expect(read('eins zwei drei vier, fertig', workshop()).doc.text).toBe('eins zwei drei vier, fertig')
  })

  test('one block after the other uses the same room, also a longer one', () => {
    const one = workshop()
    expect(read('kurz', one).doc.count).toBe(1)
    expect(read('viel länger als der erste Block', one).doc.count).toBe(6)
    expect(read('kurz', one).doc.count).toBe(1)
  })
})

test('the register ranks every kind once', () => {
  expect(DETECTORS.map(({ kind }) => rankOf(kind))).toEqual(DETECTORS.map((_, rank) => rank))
  expect(detectorOf('IBAN').kind).toBe('IBAN')
})
