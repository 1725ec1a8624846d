import { describe, expect, test } from '@jest/globals'
import { readConfig } from '../../bot/config.js'
import { startService } from '../../bot/wiring.js'

describe('what production refuses', () => {
  test('an invented municipality, whose approvals and telephone numbers are made up', async () => {
    const settings = readConfig({ KOMPASS_PACK: 'musterstadt', KOMPASS_LOG_LEVEL: 'silent' })
    if (!settings.ok) throw new Error(settings.problems.join())
    const started = await startService(settings.config, undefined, 'refused')
    expect(started).toEqual({ ok: false, problems: [expect.stringMatching(/KOMPASS_PACK ist ein Beispielpaket/)] })
  })

  test('a folder that is no pack, in one sentence', async () => {
    const settings = readConfig({ KOMPASS_PACK: 'gibt-es-nicht', KOMPASS_LOG_LEVEL: 'silent' })
    if (!settings.ok) throw new Error(settings.problems.join())
    const started = await startService(settings.config, undefined)
    expect(started).toEqual({
      ok: false,
      problems: [
        expect.stringMatching(/gibt-es-nicht \(KOMPASS_PACK\)/),
        expect.stringMatching(/Die Datei pack\.yaml fehlt/),
      ],
    })
  })
})
