import { describe, expect, test } from '@jest/globals'
import { createSeal, type Seal } from '../../../../addin/taskpane/keep/seal.js'

const KEY = `${'A'.repeat(42)}E`
const OTHER = `${'B'.repeat(42)}E`

async function sealWith(key: string): Promise<Seal> {
  const seal = await createSeal(key)
  if (!seal) throw new Error('no cryptography')
  return seal
}

describe('a seal', () => {
  test.each([
    { why: 'a sentence', text: 'Frau Krause wohnt in der Lindenstraße 12.' },
    { why: 'signs of every kind', text: '𝕂 ü \u0000 \n "{}"' },
    { why: 'nothing', text: '' },
    { why: 'a million characters', text: 'Wort '.repeat(200_000) },
  ])('opens for the same key: $why', async ({ text }) => {
    const sealed = await (await sealWith(KEY)).close(text)
    if (text.trim() !== '') expect(sealed).not.toContain(text.slice(0, 20))
    expect(sealed).toMatch(/^[\w-]+\.[\w-]+$/)
    expect(await (await sealWith(KEY)).open(sealed)).toBe(text)
  })

  test('the same text is never sealed the same way twice', async () => {
    const seal = await sealWith(KEY)
    expect(await seal.close('Hallo')).not.toBe(await seal.close('Hallo'))
  })

  test.each<{ why: string; changed: (sealed: string) => string; key?: string }>([
    { why: 'with the key of somebody else', changed: sealed => sealed, key: OTHER },
    { why: 'once a sign is changed', changed: sealed => sealed.replace(/.$/, end => (end === 'A' ? 'B' : 'A')) },
    { why: 'cut short', changed: sealed => sealed.slice(0, -20) },
    { why: 'without its beginning', changed: sealed => sealed.split('.')[1] ?? '' },
    { why: 'no base64 at all', changed: () => 'ü.ü' },
    { why: 'empty', changed: () => '' },
  ])('does not open $why', async ({ changed, key = KEY }) => {
    const sealed = await (await sealWith(KEY)).close('Frau Krause')
    expect(await (await sealWith(key)).open(changed(sealed))).toBeUndefined()
  })
})
