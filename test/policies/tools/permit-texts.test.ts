import { describe, expect, test } from '@jest/globals'
import { DataClass } from '../../../policies/pack/terms.js'
import { CONDITIONS, type Permit, REFUSALS, type Refusal } from '../../../policies/tools/permit.js'
import { conditionText, type Named, refusalText } from '../../../policies/tools/permit-texts.js'

type Refused = Extract<Permit, { kind: 'refused' }>

const NAMED: Named = {
  tool: 'Schreibix',
  tools: [
    { id: 'schreibix', name: 'Schreibix' },
    { id: 'helferin', name: 'Helferin' },
  ],
  modules: ['a', 'b', 'c', 'd', 'e'].map(id => ({ id, title: `Lektion ${id}` })),
}
const refused = (reason: Refusal, changes: Partial<Refused> = {}): Refused => ({
  kind: 'refused',
  data: 'D2',
  reason,
  rule: 'r',
  lacks: [],
  alternative: undefined,
  ...changes,
})

const LANGUAGES = ['de', 'en'] as const
/** Words of officialese, blame or bare prohibition. */
const UNKIND = /nicht gestattet|untersagt|unzulässig|hiermit|Verstoß|Sie haben gegen|forbidden|prohibited|violat/i

describe.each(LANGUAGES)('in %s', language => {
  test.each(REFUSALS.flatMap(reason => DataClass.options.map(data => ({ reason, data }))))(
    '$reason with $data: short, kind, complete, with the way on',
    ({ reason, data }) => {
      const words = refusalText(refused(reason, { data, lacks: ['a'] }), NAMED, language)
      expect(words).toMatch(/^[„“”A-ZÄÖÜ].*\.$/)
      expect(words.length).toBeLessThan(220)
      expect(words).not.toMatch(UNKIND)
      expect(words).not.toMatch(/undefined|D[0-3]|W[0-3]/)
    },
  )

  test.each(CONDITIONS)('condition %s', condition => {
    const words = conditionText(condition, language)
    expect(words).toMatch(/\.$/)
    expect(words).not.toMatch(UNKIND)
  })
})

describe('the way on comes first', () => {
  test.each([
    {
      why: 'another tool takes it',
      tool: 'helferin',
      replacing: false,
      de: /^Dafür können Sie Helferin nehmen\. /,
      en: /^You can use Helferin/,
    },
    {
      why: 'another one with placeholders',
      tool: 'helferin',
      replacing: true,
      de: /^Mit Platzhaltern .* in Helferin\. /,
      en: /^With placeholders .* Helferin\. /,
    },
    {
      why: 'the same with placeholders',
      tool: 'schreibix',
      replacing: true,
      de: /^Ersetzen Sie Namen und Nummern/,
      en: /^Replace names and numbers/,
    },
    {
      why: 'a tool without a name here',
      tool: 'x',
      replacing: false,
      de: /^Dafür können Sie x nehmen\. /,
      en: /^You can use x/,
    },
  ])('$why', ({ tool, replacing, de, en }) => {
    const permit = refused('procedure', { alternative: { tool, replacing } })
    expect(refusalText(permit, NAMED)).toMatch(de)
    expect(refusalText(permit, NAMED, 'en')).toMatch(en)
  })
})

describe('lessons are named', () => {
  test.each([
    { lacks: ['a'], de: '„Lektion a“', en: '“Lektion a”' },
    {
      lacks: ['a', 'b', 'c'],
      de: '„Lektion a“, „Lektion b“, „Lektion c“',
      en: '“Lektion a”, “Lektion b”, “Lektion c”',
    },
    { lacks: ['a', 'b', 'c', 'd'], de: '„Lektion a“ und 3 weitere', en: '“Lektion a” and 3 more' },
    { lacks: ['gone'], de: '„gone“', en: '“gone”' },
  ])('$lacks', ({ lacks, de, en }) => {
    expect(refusalText(refused('training', { lacks }), NAMED)).toContain(`: ${de}.`)
    expect(refusalText(refused('training', { lacks }), NAMED, 'en')).toContain(`: ${en}.`)
  })
})
