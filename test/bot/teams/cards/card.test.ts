import { describe, expect, test } from '@jest/globals'
import { card, folded, list, text } from '../../../../bot/teams/cards/card.js'
import { contactLine } from '../../../../bot/teams/cards/contact.js'
import { framed } from '../../../../bot/teams/cards/frame.js'
import { noticeCard } from '../../../../bot/teams/cards/notice-card.js'
import { textsFor } from '../../../../bot/teams/cards/texts.js'
import { germanDate } from '../../../../policies/language/german-date.js'
import { headingOf, textOf } from '../../../support/card-text.js'

const ISSUER = { name: 'Neustadt', example: false }

test('what is read aloud holds no markup, because `speak` may be SSML', () => {
  const { speak, fallbackText } = card('de', 'A < B & C > D', [])
  expect(speak).toBe('A   B   C   D')
  expect(fallbackText).toBe(speak)
})

test('a list is one Markdown block, so that screen readers count its points', () => {
  expect(list(['eins', 'zwei']).text).toBe('- eins\n- zwei')
})

test.each([
  { why: 'folded unless told otherwise', open: undefined, visible: false },
  { why: 'open when told', open: true, visible: true },
])('a folded part is $why, and its button points at it', ({ open, visible }) => {
  const { button, box } = folded('warum', 'Warum?', [text('Darum.')], open)
  expect(box.isVisible).toBe(visible)
  expect(button.targetElements).toEqual([box.id])
})

test.each([
  { why: 'an example municipality says so', example: true, says: 'KI-Kompass · Beispielkommune Neustadt' },
  { why: 'a real one does not', example: false, says: 'KI-Kompass · Neustadt' },
])('$why in the last line', ({ example, says }) => {
  expect(
    textOf(framed('de', 'Kurz', [text('Lang')], { name: 'Neustadt', example }))
      .split('\n')
      .at(-1),
  ).toBe(says)
})

describe('a contact in one line', () => {
  const contact = { name: 'Erika Beispiel', phone: '040 66969-100' }

  test.each([
    { why: 'phone only', given: contact, says: '**Datenschutz**: Erika Beispiel, Tel. 040 66969-100' },
    {
      why: 'mail after phone',
      given: { ...contact, email: 'erika@neustadt.example' },
      says: '**Datenschutz**: Erika Beispiel, Tel. 040 66969-100 · erika@neustadt.example',
    },
    {
      why: 'who stands in, with the number',
      given: { ...contact, deputy: { name: 'Max Muster', phone: '040 66969-101' } },
      says: '**Datenschutz**: Erika Beispiel, Tel. 040 66969-100 · Vertretung: Max Muster, 040 66969-101',
    },
  ])('$why', ({ given, says }) => {
    expect(contactLine('Datenschutz', given, 'Vertretung')).toBe(says)
  })
})

test('a notice says its title and lines aloud, but not the points one can read', () => {
  const notice = noticeCard({ title: 'Titel', lines: ['Satz.'], points: ['Punkt'] }, 'de', ISSUER)
  expect(notice.speak).toBe('Titel Satz.')
  expect(headingOf(notice)).toBe('Titel')
  expect(textOf(notice)).toMatch(/^Titel\nSatz\.\n- Punkt\n/)
})

describe('words around the texts', () => {
  test.each([
    { why: 'a day without leading zeros', day: '2026-12-02', says: '2.12.2026' },
    { why: 'a month alone', day: '2024-06', says: '6/2024' },
  ])('$why', ({ day, says }) => {
    expect(germanDate(day)).toBe(says)
  })

  test('each of the four lights has words of its own in both languages', () => {
    const lights = ['erlaubt', 'auflagen', 'verboten', 'keine'] as const
    const words = (['de', 'en'] as const).flatMap(language => lights.map(light => textsFor(language)[light]))
    expect(new Set(words).size).toBe(8)
  })

  test.each(['verboten' as const, 'erlaubt' as const])('%s begins with a plain yes or no', light => {
    expect(textsFor('de')[light]).toMatch(light === 'verboten' ? /^Nein/ : /^Ja/)
    expect(textsFor('en')[light]).toMatch(light === 'verboten' ? /^No/ : /^Yes/)
  })
})
