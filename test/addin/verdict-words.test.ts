import { describe, expect, test } from '@jest/globals'
import { judge } from '../../addin/check/judge.js'
import { NOT_APPROVED, OPEN, toolChoices } from '../../addin/check/outcome.js'
import { verdictOf, wordOf } from '../../addin/components/verdict-words.js'
import { TEXTS } from '../../addin/texts/index.js'
import { packView } from '../../bot/api/pack-view.js'
import type { DataClass } from '../../policies/pack/terms.js'
import type { Finding } from '../../policies/protect/index.js'
import { DAY, musterstadt } from '../support/musterstadt.js'
import { HINT, ILLNESS, PASSWORD, PERSON, STAMP } from './findings.js'

const pack = packView(await musterstadt(), DAY)
const [HOUSE] = toolChoices(pack)
const ORIGINS: readonly (DataClass | undefined)[] = [undefined, 'D0', 'D1', 'D2', 'D3']

/** What is read for every combination of what was found, what was said and where it is to go. */
function* verdicts(language: 'de' | 'en') {
  const texts = TEXTS[language]
  const found: readonly (readonly Finding[])[] = [
    [],
    [HINT],
    [PERSON],
    [ILLNESS],
    [PERSON, ILLNESS],
    [PASSWORD],
    [STAMP],
  ]
  for (const findings of found) {
    for (const declared of ORIGINS) {
      for (const tool of [undefined, HOUSE, OPEN, NOT_APPROVED]) {
        const checked = { text: 'x'.repeat(20), findings, uncovered: false }
        const { outcome, countingGroups } = judge(checked, { pack, language, declared, tool, dismissals: [] })
        const { title, reasons, ways } = verdictOf({
          outcome,
          groups: countingGroups,
          origin: 'Auswahl',
          uncovered: false,
          texts,
        })
        const elsewhere = outcome.state === 'stop' ? outcome.elsewhere.length : 0
        yield { outcome, word: wordOf(outcome, texts), title, reasons, ways, elsewhere, findings }
      }
    }
  }
}

describe.each(['de', 'en'] as const)('every verdict in %s', language => {
  const all = [...verdicts(language)]

  test('says why, and a no says how it goes on', () => {
    for (const { outcome, title, reasons, ways, elsewhere } of all) {
      expect([title, ...reasons]).not.toContain('')
      expect(reasons.length).toBeGreaterThan(0)
      if (outcome.state === 'stop' || outcome.state === 'nowhere') expect(ways.length + elsewhere).toBeGreaterThan(0)
    }
  })

  test('never calls a text free, safe or anonymous', () => {
    const said = all.flatMap(({ word, title, reasons, ways }) => [word, title, ...reasons, ...ways]).join('\n')
    const claims = said.replaceAll(
      /nicht anonym|not anonymous|nicht sicher|not make it safe|to be on the safe side/g,
      '',
    )
    expect(claims).not.toMatch(/\banonym|unbedenklich|\bsafe\b|frei von|free of/i)
  })

  test('says yes only where nothing speaks against it', () => {
    for (const { outcome, word } of all) {
      expect(/^(?:Ja|Yes)/.test(word)).toBe(['nothing', 'look', 'replace'].includes(outcome.state))
    }
  })
})

test('is careful, not accusing, where a text of unknown origin shows nothing', () => {
  const careful = [...verdicts('de')].filter(({ word }) => word === 'Vorsichtshalber nein')
  expect(careful.length).toBeGreaterThan(0)
  for (const { outcome, findings } of careful) {
    expect(outcome).toMatchObject({ state: 'stop', because: 'declared' })
    expect(findings.filter(({ certainty }) => certainty !== 'hinweis')).toEqual([])
  }
})
