import { describe, expect, test } from '@jest/globals'
import { breachCard } from '../../../../bot/teams/cards/breach-card.js'
import { executesOf, headingOf, textOf, togglesOf } from '../../../support/card-text.js'

const ISSUER = { name: 'Musterstadt', example: true }
const CALLS = ['**Datenschutz**: Hanne, Tel. 040 66969-130', '**KI-Team**: Jonas, Tel. 040 66969-120']

describe.each([
  {
    language: 'de' as const,
    title: 'Ruhig bleiben. Drei Schritte genügen.',
    steps: ['1. Stoppen.', '2. Nichts verwischen.', '3. Jetzt anrufen.'],
    comfort: 'Eine ehrliche Meldung soll Ihnen nicht schaden.',
    law: /Art\. 33 DSGVO.*72 Stunden/,
    quiet: /schreiben Sie hier in der Gruppe nichts/,
  },
  {
    language: 'en' as const,
    title: 'Stay calm. Three steps are enough.',
    steps: ['1. Stop.', '2. Do not cover anything up.', '3. Call now.'],
    comfort: 'An honest report should not harm you.',
    law: /Art\. 33 GDPR.*72 hours/,
    quiet: /write nothing about the content in this group/,
  },
])('in $language', ({ language, title, steps, comfort, law, quiet }) => {
  const card = breachCard(CALLS, 'personal', language, ISSUER)

  test('calms first, then three steps in order, whom to call, and comfort', () => {
    expect(headingOf(card)).toBe(title)
    const places = [...steps, ...CALLS, comfort].map(words => textOf(card).indexOf(words))
    expect(places.every(place => place > 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test('names the law with its hours', () => {
    expect(textOf(card)).toMatch(law)
  })

  test('asks for nothing: no button, nothing folded away', () => {
    expect([...executesOf(card), ...togglesOf(card)]).toEqual([])
  })

  test('only in a group it asks to write nothing there', () => {
    expect(textOf(card)).not.toMatch(quiet)
    expect(textOf(breachCard(CALLS, 'group', language, ISSUER))).toMatch(quiet)
  })
})

test('blames nobody', () => {
  for (const language of ['de', 'en'] as const)
    expect(textOf(breachCard(CALLS, 'personal', language, ISSUER))).not.toMatch(/schuld|fehler|verstoß|fault|mistake/i)
})
