import { describe, expect, test } from '@jest/globals'
import { createSmallTalkFinder } from '../../../policies/answer/small-talk.js'
import { tokenise } from '../../../policies/language/tokens.js'
import { smallPack } from '../../support/small-pack.js'

const { exact, nearest } = createSmallTalkFinder(smallPack().lexicon.small_talk)
const exactly = (text: string): string | undefined => exact(tokenise(text))?.id
const mostly = (text: string): string | undefined => nearest(tokenise(text))?.id

describe('the whole message is small talk', () => {
  test.each([
    { why: 'a phrase', text: 'Hallo', kind: 'gruss' },
    { why: 'a phrase of several words', text: 'guten Morgen!', kind: 'gruss' },
    { why: 'with capitals and signs', text: 'GUTEN TAG :-)', kind: 'gruss' },
    { why: 'with filler around it', text: 'Hallo du lieber Bot', kind: 'gruss' },
    { why: 'two kinds: the first counts', text: 'Hallo und vielen Dank', kind: 'gruss' },
    { why: 'a doubled letter', text: 'halllo', kind: 'gruss' },
    { why: 'a letter too many in a longer phrase', text: 'vielen Danke', kind: 'dank' },
    { why: 'English', text: 'thank you so much', kind: 'dank' },
  ])('$why: $text', ({ text, kind }) => {
    expect(exactly(text)).toBe(kind)
  })
})

describe('anything else in it makes it a question', () => {
  test.each([
    { why: 'a greeting before a question', text: 'Hallo, darf ich KI nutzen?' },
    { why: 'thanks behind a question', text: 'Darf ich das hochladen? Danke' },
    { why: 'filler alone', text: 'und so' },
    { why: 'a question alone', text: 'Welche Werkzeuge gibt es?' },
    { why: 'a word that only begins alike', text: 'Hallenbad' },
    { why: 'nothing', text: '' },
    { why: 'signs alone', text: '?!' },
  ])('$why: $text', ({ text }) => {
    expect(exactly(text)).toBeUndefined()
  })
})

describe('the nearest kind', () => {
  test.each([
    { why: 'of a message that is nearly a greeting', text: 'guten Tach', kind: 'gruss' },
    { why: 'however little it resembles', text: 'gute Dankbarkeit', kind: 'dank' },
    { why: 'none if nothing is alike', text: 'xyz', kind: undefined },
    { why: 'none for a long message', text: `danke ${'für alles was hier so steht '.repeat(3)}`, kind: undefined },
    { why: 'none for nothing', text: '', kind: undefined },
  ])('$why', ({ text, kind }) => {
    expect(mostly(text)).toBe(kind)
  })
})
