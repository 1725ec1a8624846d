import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { packageRoot } from '../../../../bot/paths.js'
import { textsFor } from '../../../../bot/teams/cards/texts.js'
import { cardExamples } from '../../../support/card-examples.js'
import { cardProblems } from '../../../support/card-rules.js'
import { executesOf, textOf, togglesOf } from '../../../support/card-text.js'
import { renderCards } from '../../../support/card-window.js'

const EXAMPLES = await cardExamples()
const RENDERED = await renderCards(EXAMPLES.map(example => example.card))
const CASES = EXAMPLES.map((example, at) => ({ ...example, rendered: RENDERED[at] }))

test('every card file has examples, and every example its card file', () => {
  const files = readdirSync(join(packageRoot(), 'bot/teams/cards'))
    .filter(file => file.endsWith('-card.ts'))
    .map(file => file.replace(/\.ts$/, ''))
  expect([...new Set(EXAMPLES.map(example => example.from))].sort()).toEqual(files.sort())
})

test('every example has a name of its own', () => {
  expect(new Set(EXAMPLES.map(example => example.name)).size).toBe(EXAMPLES.length)
})

describe.each(CASES)('$name', ({ card, light, rendered }) => {
  test('follows the written rules', () => {
    expect(cardProblems(card)).toEqual([])
  })

  test('is rendered without a warning', () => {
    expect(rendered?.warnings).toEqual([])
  })

  test('says whose rules these are', () => {
    expect(textOf(card)).toContain('Beispielkommune Musterstadt')
  })

  test('hands back verb and data of every button pressed', () => {
    const chosen = Object.fromEntries(card.body.flatMap(part => ('value' in part ? [[part.id, part.value]] : [])))
    expect(rendered?.executed).toEqual(
      executesOf(card).map(({ title, verb, data }) => ({ title, verb, data: { ...data, ...chosen } })),
    )
  })

  test('unfolds something with every other button, and keeps it folded until then', () => {
    const titles = togglesOf(card).map(toggle => toggle.title)
    expect(Object.keys(rendered?.unfolded ?? {})).toEqual(titles)
    for (const text of Object.values(rendered?.unfolded ?? {}))
      expect(text.length).toBeGreaterThan(rendered?.shown.length ?? 0)
  })

  if (light === undefined) return
  test('shows the Ampel in words and as a picture with the same words', () => {
    const word = textsFor(card.lang)[light]
    expect(rendered?.shown).toContain(word)
    expect(rendered?.images).toEqual([word])
    expect(card.fallbackText.startsWith(word)).toBe(true)
  })
})
