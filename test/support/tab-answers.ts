import type { Page } from 'playwright-core'
import { AnswerStep, Step } from '../../policies/learning-contract.js'
import type { Inputs, QuestionView } from '../../policies/training/index.js'

/** Listens to what the service sends, to know which question stands on the page. */
export function questionsOn(page: Page): () => Promise<QuestionView> {
  let current: QuestionView | undefined
  let reading: Promise<unknown> = Promise.resolve()
  page.on('response', response => {
    if (!/\/api\/learning\/(start|answer)$/.test(response.url()) || !response.ok()) return
    reading = response.json().then(
      body => {
        const answered = AnswerStep.safeParse(body).data
        const step = answered?.kind === 'feedback' ? answered.after : Step.safeParse(body).data
        if (step?.kind === 'question') current = step.question
      },
      () => undefined,
    )
  })
  // The page may show a question before we have heard of it.
  return async () => {
    for (let tries = 0; tries < 100; tries++) {
      await reading
      if (current) return current
      await page.waitForTimeout(50)
    }
    throw new Error('no question was sent')
  }
}

/** Chooses on the page what a form would send. */
export async function choose(page: Page, { control }: QuestionView, inputs: Inputs): Promise<void> {
  if (control.kind === 'assign') {
    for (const { field, text } of control.parts)
      await page.getByRole('combobox', { name: text, exact: true }).selectOption(inputs[field] ?? '')
    return
  }
  const wanted = new Set((inputs[control.field] ?? '').split(','))
  const role = control.kind === 'one' ? 'radio' : 'checkbox'
  for (const { value, text } of control.choices)
    if (wanted.has(value)) await page.getByRole(role, { name: text, exact: true }).check()
}
