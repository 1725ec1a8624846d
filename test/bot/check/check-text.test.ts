import { describe, expect, jest, test } from '@jest/globals'
import { createTextCheck } from '../../../bot/check/check-text.js'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import { engineOf } from '../../../policies/protect/index.js'
import { musterstadt, NOW } from '../../support/musterstadt.js'
import { IBAN, PERSON } from '../../support/protected.js'

const PACK = await musterstadt()
const SENTENCE = `Sehr geehrte ${PERSON}, die Zahlung geht an ${IBAN}, der Bescheid folgt in der nächsten Woche. `
const TURKISH =
  'Sayın yetkili, annem ve babam geçen yıl buraya geldi ve çocuklarım için okul parası almak istiyorum, lütfen bana yardım edin çünkü evde hasta var ve paramız yok. '
const noPause = async () => undefined

/** A pack whose lists cannot be read, as after a fault of ours. */
const broken = (): Pack => ({
  ...PACK,
  protect: {
    ...PACK.protect,
    get lists(): Pack['protect']['lists'] {
      throw new Error(`lists lost near ${PERSON}`)
    },
  },
})

describe('the check finds what the engine finds', () => {
  test.each([
    { why: 'nothing', text: '' },
    { why: 'a harmless question', text: 'Darf ich einen Lebenslauf in ChatGPT hochladen?' },
    { why: 'a name and an account number', text: SENTENCE },
    { why: '100,000 characters', text: SENTENCE.repeat(900) },
    { why: '100,000 characters without a blank', text: 'x'.repeat(100_000) },
    { why: 'another language', text: TURKISH.repeat(3) },
    { why: 'half a character', text: `\ud83d ${SENTENCE}` },
  ])('$why', async ({ text }) => {
    const checked = await createTextCheck({ pause: noPause, now: () => NOW })(text, PACK)
    expect(checked).toEqual({ kind: 'checked', found: engineOf(PACK).check(text) })
  })
})

describe('others have their turn', () => {
  test('between the blocks of a long text', async () => {
    const pause = jest.fn(noPause)
    await createTextCheck({ pause, now: () => NOW })(SENTENCE.repeat(900), PACK)
    expect(pause.mock.calls.length).toBeGreaterThan(5)
  })

  test('a short text waits for nobody', async () => {
    const pause = jest.fn(noPause)
    await createTextCheck({ pause, now: () => NOW })(SENTENCE, PACK)
    expect(pause).not.toHaveBeenCalled()
  })

  test('no block of 200,000 characters takes so long that anybody would notice', async () => {
    let last = performance.now()
    let longest = 0
    const pause = async () => {
      longest = Math.max(longest, performance.now() - last)
      await new Promise(setImmediate)
      last = performance.now()
    }
    const check = createTextCheck({ pause, now: () => NOW })
    await check(SENTENCE, PACK)
    last = performance.now()
    await check(SENTENCE.repeat(1900), PACK)
    // About ten milliseconds; the room is for a busy machine.
    expect(longest).toBeLessThan(250)
  })
})

describe('the text is held', () => {
  test('when the engine fails: nothing is thrown that could carry it on', async () => {
    expect(await createTextCheck({ pause: noPause, now: () => NOW })(SENTENCE, broken())).toEqual({ kind: 'held' })
  })

  test('when waiting fails', async () => {
    const pause = async () => Promise.reject(new Error('no turn'))
    expect(await createTextCheck({ pause, now: () => NOW })(SENTENCE.repeat(900), PACK)).toEqual({ kind: 'held' })
  })

  test('when it takes too long', async () => {
    let seconds = 0
    const now = () => new Date(NOW.getTime() + 3000 * seconds++)
    expect(await createTextCheck({ pause: noPause, now })(SENTENCE.repeat(900), PACK)).toEqual({ kind: 'held' })
  })
})
