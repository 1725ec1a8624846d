import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { questionsOf, rulesVersion } from '../../policies/training/questions.js'
import { musterstadt } from '../support/musterstadt.js'
import { hostTab } from '../support/tab-host.js'

jest.setTimeout(120_000)

const { open, shot, api } = hostTab()
beforeEach(() => api().tab.forget())

describe('"Heute"', () => {
  test('offers what is due first, and the portion leads through it', async () => {
    const pack = await musterstadt()
    const dues = [...questionsOf(pack).values()].filter(({ module }) => module.id === 'g4').slice(0, 2)
    for (const { question } of dues) api().tab.due(question.id, rulesVersion(question, pack))
    const { page, see } = await open({ at: '/heute' })
    await see('2 Fragen zum Auffrischen')
    await shot('today due')
    await page.getByRole('link', { name: 'Fünf Minuten wiederholen' }).click()
    await see('Frage 1 von 2')
    await see('Aus G4 Anonymisieren')
    await shot('portion')
  })

  test('shows a pause, and ends it', async () => {
    const pack = await musterstadt()
    await api().tab.store.learning.saveLearner('', { lessons: {}, pausedUntil: '2026-12-07', lastActive: '2026-11-20' })
    for (const { id } of pack.training.modules) await api().tab.prove(api().person, id, '2026-11-20')
    for (const id of ['ki-pass', 'lotsen']) await api().tab.prove(api().person, id, '2026-11-20')
    const { page, see, press } = await open({ at: '/heute' })
    await see('Pause bis 7. Dezember 2026')
    await shot('today pause')
    await press('Pause beenden')
    await see('Für heute ist nichts zu tun')
    const download = page.waitForEvent('download')
    await press('KI-Pass als PDF')
    expect((await download).suggestedFilename()).toBe('ki-pass.pdf')
  })

  test('says what ends and what has changed, with the day', async () => {
    const pack = await musterstadt()
    for (const { id, course } of pack.training.modules)
      if (course === 'grundkurs') await api().tab.prove(api().person, id, '2025-12-10')
    await api().tab.prove(api().person, 'ki-pass', '2025-12-10')
    const { see } = await open({ at: '/heute' })
    await see('So weit sind Sie')
    await shot('today notices')
    await see('KI-Pass: gilt bis 9. Dezember 2026 und lässt sich jetzt erneuern.')
  })

  test('says what is wrong when nothing answers, and goes on when asked again', async () => {
    const { page, see, press } = await open({
      at: '/heute',
      before: page => page.route('**/api/learning', route => route.abort()),
    })
    await see(/Der Kompass ist gerade nicht erreichbar/)
    await shot('today offline')
    await page.unroute('**/api/learning')
    await press('Noch einmal versuchen')
    await see('So weit sind Sie')
  })

  test.each([
    [403, { problem: 'Das ist für Sie nicht freigeschaltet.' }, 'Das ist für Sie nicht freigeschaltet.'],
    [401, {}, /nicht angemeldet oder freigeschaltet/],
    [503, { problem: 'Gleich geht es weiter.' }, 'Gleich geht es weiter.'],
    [200, { today: 'gestern' }, /hier nicht lesbar/],
  ])('an answer %i is said in words', async (status, json, words) => {
    const { see } = await open({
      at: '/heute',
      before: page => page.route('**/api/learning', route => route.fulfill({ status, json })),
    })
    await see(words)
  })
})
