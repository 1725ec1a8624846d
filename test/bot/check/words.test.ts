import { describe, expect, test } from '@jest/globals'
import { firm, inWords, kindsOf } from '../../../bot/check/words.js'
import type { Kind } from '../../../policies/protect/index.js'
import { finding } from '../../support/findings.js'
import { musterstadt } from '../../support/musterstadt.js'
import { smallPack } from '../../support/small-pack.js'

const PACK = await musterstadt()

describe('kinds and numbers in words', () => {
  test.each<{ why: string; kinds: readonly Kind[]; de: string; en: string }>([
    { why: 'one', kinds: ['PERSON'], de: '1 Name', en: '1 name' },
    {
      why: 'several kinds, the most frequent first',
      kinds: ['IBAN', 'PERSON', 'PERSON'],
      de: '2 Namen, 1 Kontonummer (IBAN)',
      en: '2 names, 1 account number (IBAN)',
    },
    {
      why: 'a word that is its own plural is counted all the same',
      kinds: ['FILE_NUMBER', 'FILE_NUMBER'],
      de: '2 Aktenzeichen',
      en: '2 file numbers',
    },
    {
      why: 'what is said about a person is named',
      kinds: ['HEALTH'],
      de: 'Angaben zur Gesundheit',
      en: 'details about health',
    },
    { why: 'credentials are named, however many', kinds: ['SECRET', 'SECRET'], de: 'Zugangsdaten', en: 'credentials' },
    { why: 'a marking is counted', kinds: ['CLASSIFICATION_MARKING'], de: '1 Vermerk', en: '1 classification marking' },
  ])('$why', ({ kinds, de, en }) => {
    const findings = kinds.map(kind => finding(kind))
    expect(inWords(findings, PACK)).toBe(de)
    expect(inWords(findings, PACK, 'en')).toBe(en)
  })

  test('what is protected most stands first, even if there is less of it', () => {
    const findings = [finding('PERSON'), finding('PERSON'), finding('SECRET', { class: 'SECRET' })]
    expect(inWords(findings, PACK)).toBe('Zugangsdaten, 2 Namen')
    expect(kindsOf(findings)).toEqual([
      { kind: 'SECRET', count: 1 },
      { kind: 'PERSON', count: 2 },
    ])
  })

  test('a pack without words for a kind says it in general', () => {
    expect(inWords([finding('PERSON')], smallPack())).toBe('geschützte Angaben')
  })
})

test('a hint counts for nothing', () => {
  const sure = finding('IBAN', { certainty: 'wahrscheinlich' })
  expect(firm([finding('PERSON', { certainty: 'hinweis', reason: 'public-role' }), sure])).toEqual([sure])
})
