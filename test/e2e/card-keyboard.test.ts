import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { issuerOf } from '../../bot/teams/cards/frame.js'
import { questionCard } from '../../bot/teams/cards/question-card.js'
import { FORMS } from '../../policies/pack/training-schema.js'
import { type Inputs, questionsOf } from '../../policies/training/index.js'
import { openBrowser } from '../support/browser.js'
import { openCardPage, showCard } from '../support/card-page.js'
import { rightInputs } from '../support/learner.js'
import { questionStepOf } from '../support/learning-cards.js'
import { musterstadt } from '../support/musterstadt.js'

jest.setTimeout(180_000)

const PACK = await musterstadt()
const KNOWN = [...questionsOf(PACK).values()]

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await openCardPage(browser, 'default', 480)
})
afterAll(async () => browser?.close())

/** What a screen reader would be at: kind of control, its value, whether it is chosen. */
const focused = () =>
  page.evaluate(() => {
    const at = document.activeElement
    if (at instanceof HTMLInputElement) return { kind: at.type, value: at.value, chosen: at.checked }
    if (at instanceof HTMLSelectElement) return { kind: 'select', value: at.value, chosen: at.value !== '' }
    return { kind: at?.tagName.toLowerCase() ?? '', value: at?.textContent ?? '', chosen: false }
  })

/** Presses a key until what has the focus is as wanted; a person would give up sooner. */
async function pressUntil(key: string, wanted: (at: Awaited<ReturnType<typeof focused>>) => boolean): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    if (wanted(await focused())) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} leads nowhere: ${JSON.stringify(await focused())}`)
}

/** Fills in with Tab, Space and arrow keys alone. */
async function fillIn(kind: 'one' | 'many' | 'assign', inputs: Inputs, fields: readonly string[]): Promise<void> {
  if (kind === 'one') {
    await pressUntil('Tab', at => at.kind === 'radio')
    await page.keyboard.press('Space')
    await pressUntil('ArrowDown', at => at.value === inputs.a && at.chosen)
    return
  }
  if (kind === 'many') {
    for (const value of (inputs.a ?? '').split(',')) {
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      await pressUntil('Tab', at => at.kind === 'checkbox' && at.value === value)
      await page.keyboard.press('Space')
    }
    return
  }
  await pressUntil('Tab', at => at.kind === 'select')
  for (const [at, field] of fields.entries()) {
    if (at > 0) await page.keyboard.press('Tab')
    expect(await focused()).toEqual({ kind: 'select', value: '', chosen: false })
    await pressUntil('ArrowDown', ({ value }) => value === inputs[field])
  }
}

describe.each(FORMS.map(form => ({ form })))('a question of the form $form', ({ form }) => {
  const { question, module } = KNOWN.find(known => known.question.form === form) ?? {
    question: undefined,
    module: undefined,
  }
  if (!question) throw new Error(form)
  const step = questionStepOf(question, module)
  const { control, how } = step.question
  const inputs = rightInputs(step.question, PACK)

  test('is answered with the keyboard alone, and hands back what was chosen', async () => {
    await showCard(page, questionCard({ step, issuer: issuerOf(PACK) }), 'default')
    await fillIn(control.kind, inputs, control.kind === 'assign' ? control.parts.map(({ field }) => field) : [])
    await pressUntil('Tab', at => at.kind === 'button')
    expect((await focused()).value).toBe('Antworten')
    await page.keyboard.press('Enter')
    const executed = await page.evaluate(() => window.executed)
    expect(executed).toHaveLength(1)
    const { session, ...given } = executed[0]?.data ?? {}
    expect({ verb: executed[0]?.verb, session }).toEqual({ verb: 'answer', session: step.session })
    const sorted = (value = ''): string => value.split(',').sort().join()
    expect(Object.entries(given).map(([field, value]) => [field, sorted(value)])).toEqual(
      expect.arrayContaining(Object.entries(inputs).map(([field, value]) => [field, sorted(value)])),
    )
  })

  test('names every control as it is read', async () => {
    await showCard(page, questionCard({ step, issuer: issuerOf(PACK) }), 'default')
    const roles = { one: 'radio', many: 'checkbox', assign: 'combobox' } as const
    const controls = control.kind === 'assign' ? control.parts : control.choices
    for (const [at, { text }] of controls.entries()) {
      // The library puts the label of the whole group before the name of its first choice.
      const name = at === 0 && control.kind !== 'assign' ? `${how} ${text}` : text
      expect(await page.getByRole(roles[control.kind], { name, exact: true }).count()).toBe(1)
    }
    expect(await page.getByText(how, { exact: true }).count()).toBe(1)
  })

  test('without an answer hands back empty fields, and does not hinder', async () => {
    await showCard(page, questionCard({ step, issuer: issuerOf(PACK) }), 'default')
    await pressUntil('Tab', at => at.kind === 'button')
    await page.keyboard.press('Space')
    const [executed] = await page.evaluate(() => window.executed)
    expect(executed?.verb).toBe('answer')
  })
})
