import { describe, expect, test } from '@jest/globals'
import type { Pack } from '../../../../policies/pack/pack-schema.js'
import { executesOf, headingOf, textOf, togglesOf } from '../../../support/card-text.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { converse, onlyCard, servicesFor } from '../../../support/scenes.js'
import { toolWith } from '../../../support/tool-cards.js'

const PACK = await musterstadt()
const TITLE = 'Transparenzregister'

describe('what people type', () => {
  test.each(['register', 'Register', 'Transparenzregister', 'KI-Register', 'zeige das Register', 'AI register'])(
    '„%s“',
    async text => {
      expect(headingOf(onlyCard(await converse(servicesFor(PACK)).say(text)))).toBe(TITLE)
    },
  )

  test.each([
    'Was ist das Transparenzregister?',
    'Müssen wir ein Transparenzregister führen?',
    'Handelsregister',
    'Melderegister',
  ])('„%s“ is a question', async text => {
    expect(headingOf(onlyCard(await converse(servicesFor(PACK)).say(text)))).not.toBe(TITLE)
  })
})

test('each application unfolds to what the register must hold; what nobody settled is open', async () => {
  const card = onlyCard(await converse(servicesFor(PACK)).say('register'))
  const words = textOf(card)
  expect(togglesOf(card).map(({ title }) => title)).toEqual([
    'Angaben zu F13',
    expect.stringContaining('Copilot'),
    'Angaben zu MUCGPT',
    expect.stringContaining('DeepL'),
  ])
  for (const part of ['Anwendung', 'Datenbestände', 'Speicherort', 'Datenschutz', 'Risikogruppe', 'Rechtsgrundlage'])
    expect(words).toContain(`**${part}:**`)
  expect(words).toMatch(/\*\*DeepL[^*]*\*\* · geplant/)
  expect(words).toContain('AVV: noch offen')
  expect(words).toContain('Geldwäschegesetz')
  expect(words).not.toContain('ChatGPT')
})

test('everybody in a group may see it; many tools are turned over page by page', async () => {
  const tools = Array.from({ length: 17 }, (_, at) => toolWith(PACK, 'mucgpt', { id: `w-${at}`, name: `W ${at}` }))
  const pack: Pack = { ...PACK, tools }
  const group = converse(servicesFor(pack), 'group')
  const first = onlyCard(await group.say('register'))
  expect(headingOf(first)).toBe('Transparenzregister · Seite 1 von 3')
  expect(togglesOf(first)).toHaveLength(8)
  const on = executesOf(first).find(({ title }) => title === 'Nächste Seite')
  const second = onlyCard(await group.press('register', on?.data))
  expect(headingOf(second)).toBe('Transparenzregister · Seite 2 von 3')
  const last = onlyCard(await group.press('register', { page: 2 }))
  expect(togglesOf(last)).toHaveLength(1)
  expect(headingOf(onlyCard(await group.press('register', { page: 99 })))).toBe('Transparenzregister · Seite 3 von 3')
})
