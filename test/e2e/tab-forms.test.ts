import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { questionsOf, rulesVersion } from '../../policies/training/questions.js'
import { musterstadt } from '../support/musterstadt.js'
import { soon } from '../support/page-waits.js'
import { hostTab } from '../support/tab-host.js'
import { answerByKeyboard } from '../support/tab-keyboard.js'
import type { Wishes } from '../support/tab-page.js'

jest.setTimeout(240_000)

const { open, shot, api } = hostTab()
beforeEach(() => api().tab.forget())

// Every form of question, so that each is seen and none has a problem.
describe.each<Wishes & { name: string }>([
  { name: 'light at 480', viewport: { width: 480, height: 900 } },
  { name: 'dark at 320', query: '?theme=dark', viewport: { width: 320, height: 700 } },
  { name: 'contrast at 1280', query: '?theme=contrast' },
  { name: 'forced colours at 480', forcedColors: 'active', viewport: { width: 480, height: 900 } },
])('all seven forms in $name', ({ name, ...wishes }) => {
  test('have no problem by WCAG 2.2 AA, before and after the answer', async () => {
    const pack = await musterstadt()
    const known = [...questionsOf(pack).values()].map(({ question }) => question)
    const forms = ['single', 'multiple', 'match', 'order', 'find', 'scenario', 'prompt'] as const
    for (const form of forms) {
      const question = known.find(one => one.form === form)
      if (question) api().tab.due(question.id, rulesVersion(question, pack))
    }
    const { page, see, press, problems } = await open({ ...wishes, at: '/wiederholen' })
    const found: string[] = []
    const of = Number((await page.getByText(/^Frage 1 von \d$/).textContent())?.at(-1))
    for (let at = 1; at <= of; at++) {
      await see(`Frage ${at} von ${of}`)
      found.push(...(await problems()).map(problem => `question ${at}: ${problem}`))
      await shot(`form ${at} ${name}`)
      await answerByKeyboard(page)
      await soon(page.locator('.headline'))
      found.push(...(await problems()).map(problem => `feedback ${at}: ${problem}`))
      await shot(`form-feedback ${at} ${name}`)
      await press(at < of ? 'Nächste Frage' : 'Zum Ergebnis')
    }
    await see('Fertig für heute')
    found.push(...(await problems()))
    await shot(`portion-done ${name}`)
    expect(of).toBe(forms.length)
    expect(found).toEqual([])
  })
})
