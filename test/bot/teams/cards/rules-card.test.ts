import { describe, expect, test } from '@jest/globals'
import { areaCard, areasCard } from '../../../../bot/teams/cards/rules-card.js'
import { NO_TOPIC } from '../../../../policies/answer/index.js'
import { AREA_NAMES } from '../../../../policies/pack/areas.js'
import { Area } from '../../../../policies/pack/terms.js'
import { executesOf, headingOf } from '../../../support/card-text.js'
import { musterstadt } from '../../../support/musterstadt.js'

const PACK = await musterstadt()

describe('the list of areas', () => {
  const buttons = executesOf(areasCard(PACK))

  test('leads to every area once', () => {
    expect(buttons.map(({ data }) => ('area' in data ? data.area : undefined)).sort()).toEqual([...Area.options].sort())
    expect(new Set(buttons.map(({ verb }) => verb))).toEqual(new Set(['area']))
  })

  test('its numbers add up to all rules', () => {
    const numbers = buttons.map(({ title }) => Number(/\((\d+)\)$/.exec(title)?.[1]))
    expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(PACK.rules.length)
  })
})

describe.each(Area.options.map(area => ({ area })))('the rules of $area', ({ area }) => {
  const card = areaCard(area, PACK)
  const rules = PACK.rules.filter(rule => rule.area === area).sort((a, b) => a.title.localeCompare(b.title, 'de'))

  test('are all there, under the name of the area', () => {
    expect(headingOf(card)).toBe(AREA_NAMES[area])
    expect(rules.length).toBeGreaterThan(0)
    expect(executesOf(card).slice(0, -1)).toEqual(
      rules.map(rule => ({
        type: 'Action.Execute',
        title: rule.title,
        verb: 'rule',
        data: { rule: rule.id, language: 'de', topic: NO_TOPIC },
      })),
    )
  })

  test('end with the way back', () => {
    expect(executesOf(card).at(-1)).toMatchObject({ title: 'Zurück zu allen Themen', verb: 'area', data: {} })
  })
})
