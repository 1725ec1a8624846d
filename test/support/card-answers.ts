import type { Page } from 'playwright-core'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { type Inputs, questionsOf, viewOf } from '../../policies/training/index.js'
import { rightInputs, wrongInputs } from './learner.js'

/** Fills in the question card shown last in the playground, rightly or wrongly, as a person would who knows the course. */
export async function fillCard(page: Page, pack: Pack, how: 'right' | 'wrong'): Promise<void> {
  const card = page.locator('.ac-adaptiveCard').last()
  const ask = (await card.getByRole('heading').last().textContent())?.trim()
  const known = [...questionsOf(pack).values()].find(({ question }) => question.ask === ask)
  if (!known) throw new Error(`no question asks: ${ask}`)
  const view = viewOf(known.question, known.module, 1)
  const inputs: Inputs = (how === 'right' ? rightInputs : wrongInputs)(view, pack)
  if (view.control.kind !== 'assign') {
    const wanted = new Set((inputs.a ?? '').split(','))
    for (const { text } of view.control.choices.filter(({ value }) => wanted.has(value)))
      await card
        .locator('label')
        .getByText(text, { exact: true })
        .or(card.locator('label', { hasText: text }))
        .first()
        .click()
    return
  }
  const { values, parts } = view.control
  for (const { field, text } of parts) {
    const wanted = values.find(({ value }) => value === inputs[field])?.text ?? ''
    await card.getByRole('combobox', { name: text, exact: true }).click()
    await page.getByRole('option', { name: wanted, exact: true }).click()
  }
}
