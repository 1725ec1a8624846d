import { describe, expect, test } from '@jest/globals'
import { unknownCard } from '../../../../bot/teams/cards/unknown-card.js'
import { unknownData } from '../../../support/card-examples.js'
import { executesOf, headingOf, textOf } from '../../../support/card-text.js'
import { musterstadt } from '../../../support/musterstadt.js'

const PACK = await musterstadt()
const [NEAREST] = PACK.rules
const HINT = 'Das klärt die Personalstelle.'

describe('never a dead end', () => {
  test.each([
    { language: 'de' as const, title: 'Dazu gibt es keine Regel', near: NEAREST?.title },
    { language: 'en' as const, title: 'There is no rule for this', near: NEAREST?.en.title },
  ])('says so, names the nearest rules and a person ($language)', ({ language, title, near }) => {
    const data = unknownData(PACK, { language })
    const card = unknownCard(data)
    expect(headingOf(card)).toBe(title)
    expect(executesOf(card).map(action => action.title)).toContain(near)
    expect(executesOf(card)).toHaveLength(3)
    expect(data.people.length).toBeGreaterThan(0)
    for (const line of data.people) expect(textOf(card)).toContain(line)
  })

  test('another desk is named where one is known', () => {
    expect(textOf(unknownCard(unknownData(PACK, { hint: HINT })))).toContain(HINT)
    expect(textOf(unknownCard(unknownData(PACK)))).not.toContain(HINT)
  })

  test.each([
    { why: 'without a rule near there is no empty row', changes: { nearest: [] }, missing: 'Vielleicht hilft' },
    { why: 'without people there is no empty offer', changes: { people: [] }, missing: 'fragen Sie einen Menschen' },
  ])('$why', ({ changes, missing }) => {
    expect(textOf(unknownCard(unknownData(PACK)))).toContain(missing)
    expect(textOf(unknownCard(unknownData(PACK, changes)))).not.toContain(missing)
  })
})

describe('an attempt to change the rules', () => {
  const card = unknownCard(unknownData(PACK, { attempt: true }))

  test('is answered as what it is', () => {
    expect(headingOf(card)).toBe('Regeln kann ich nicht ändern')
    expect(textOf(card)).toContain('Die Regeln gelten, wie sie sind.')
  })

  test('what is read aloud says the same as what is shown', () => {
    expect(card.speak).toContain('Die Regeln gelten, wie sie sind.')
    expect(card.speak).not.toContain('Ich kenne nur Regeln')
  })
})

test('a rule near is opened with the topic and language of the question', () => {
  const data = unknownData(PACK, { language: 'en' })
  expect(executesOf(unknownCard(data))[0]?.data).toEqual({ rule: NEAREST?.id, language: 'en', topic: data.topic })
})
