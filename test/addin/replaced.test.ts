import { describe, expect, test } from '@jest/globals'
import { judge } from '../../addin/check/judge.js'
import { leftOver, replace, restore } from '../../addin/check/replaced.js'
import { packView } from '../../bot/api/pack-view.js'
import { DAY, musterstadt } from '../support/musterstadt.js'
import { finding } from './findings.js'

const TEXT = 'Frau Krause mailt an krause@example.org. Die Rose blüht.'
const at = (value: string) => ({ start: TEXT.indexOf(value), end: TEXT.indexOf(value) + value.length })
const NAME = finding(at('Krause'))
const MAIL = finding({ kind: 'EMAIL', ...at('krause@example.org') })
const ROSE = finding(at('Rose'))

async function replaced() {
  const pack = packView(await musterstadt(), DAY)
  const checked = { text: TEXT, findings: [NAME, MAIL, ROSE], uncovered: false }
  const said = { pack, language: 'de', declared: 'D2', tool: undefined, dismissals: [ROSE] } as const
  return replace(judge(checked, said), pack)
}

describe('a text with placeholders', () => {
  test('holds nothing that counts, and keeps what a person ruled out', async () => {
    const { text } = await replaced()
    expect(text).not.toMatch(/Krause|example/)
    expect(text).toContain('Die Rose blüht')
  })

  test('comes back as it was', async () => {
    const { text, map } = await replaced()
    expect(restore(text, map)).toEqual({ text: TEXT, missing: [], invented: [] })
  })

  test('names what the answer lost or made up', async () => {
    const { map } = await replaced()
    const { text, missing, invented } = restore('An [E-MAIL 1], nicht an [E-MAIL 7].', map)
    expect(text).toBe('An krause@example.org, nicht an [E-MAIL 7].')
    expect(missing).toHaveLength(1)
    expect(invented).toEqual(['[E-MAIL 7]'])
  })

  test('is held while a second check finds what nobody ruled out', async () => {
    const of = await replaced()
    const rose = finding({ start: of.text.indexOf('Rose'), end: of.text.indexOf('Rose') + 4 })
    const bloom = finding({ start: of.text.indexOf('blüht'), end: of.text.indexOf('blüht') + 5 })
    const inside = finding({ start: of.text.indexOf('E-MAIL'), end: of.text.indexOf('E-MAIL') + 6 })
    expect(leftOver(of, [rose, bloom, inside, { ...bloom, certainty: 'hinweis' }])).toEqual([bloom])
  })
})
