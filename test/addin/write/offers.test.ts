import { describe, expect, test } from '@jest/globals'
import { chosenOffer, offersFor, type Work } from '../../../addin/write/offers.js'
import type { Found } from '../../../addin/write/seen.js'
import { standingsOf } from '../../../addin/write/tool-facts.js'
import { toolsView } from '../../../bot/api/tools.js'
import { createLocalIdentity } from '../../../bot/identity/local.js'
import { ToolsView } from '../../../policies/generation-contract.js'
import type { Finding } from '../../../policies/protect/index.js'
import { DAY, musterstadt } from '../../support/musterstadt.js'

const PACK = await musterstadt()

function viewFor(lacks: readonly string[] = []): ToolsView {
  const { person } = createLocalIdentity('musterstadt').current()
  const house = {
    municipality: 'musterstadt',
    tools: PACK.tools,
    pseudonymisedInto: PACK.manifest.pseudonymised_into,
    lacks: () => lacks,
  }
  return ToolsView.parse(toolsView(person, PACK, house, DAY))
}

const NAME: Finding = {
  kind: 'PERSON',
  start: 0,
  end: 1,
  class: 'D2',
  certainty: 'sicher',
  reason: 'known-name',
  replaceable: 'identifier',
}
const NOTHING: Found = { findings: [], uncovered: false, placeholders: false }
const NAMED: Found = { ...NOTHING, findings: [NAME] }
const WORK: Work = {
  purpose: 'zusammenfassen',
  procedure: undefined,
  declared: 'D1',
  found: NOTHING,
  counting: NOTHING,
}
const PROCEDURE = 'beschwerden-und-hinweise'

describe('the tools offered for a task', () => {
  test.each<{ why: string; work: Partial<Work>; lacks?: string[]; offers: string[] }>([
    { why: 'internal: as it is, the one that drafts here first', work: {}, offers: ['now mucgpt', 'now f13'] },
    {
      why: 'a name: with placeholders',
      work: { found: NAMED, counting: NAMED },
      offers: ['replaced mucgpt', 'replaced f13'],
    },
    {
      why: 'ruled out by the person: counts where the text goes by hand, not where the service checks again',
      work: { found: NAMED },
      offers: ['now f13', 'replaced mucgpt'],
    },
    {
      why: 'about people with nothing to replace: no tool without a procedure',
      work: { declared: 'D2' },
      offers: ['refused mucgpt procedure', 'refused f13 procedure'],
    },
    {
      why: 'in a released procedure: as it is, where it is released',
      work: { declared: 'D2', procedure: PROCEDURE },
      offers: ['now mucgpt', 'refused f13 procedure'],
    },
    {
      why: 'without the lesson',
      work: {},
      lacks: ['g3'],
      offers: ['refused mucgpt training', 'refused f13 training'],
    },
    {
      why: 'specially protected',
      work: { declared: 'D3' },
      offers: ['refused mucgpt too-sensitive', 'refused f13 too-sensitive'],
    },
    {
      why: 'another task: tools that are not for it are left out',
      work: { purpose: 'entwerfen' },
      offers: ['now mucgpt'],
    },
  ])('$why', ({ work, lacks, offers }) => {
    const given = offersFor({ ...WORK, ...work }, viewFor(lacks))
    const ours = given.filter(({ tool }) => tool.id === 'mucgpt' || tool.id === 'f13')
    expect(
      ours.map(one => [one.kind, one.tool.id, ...(one.kind === 'refused' ? [one.permit.reason] : [])].join(' ')),
    ).toEqual(offers)
  })

  test('what was chosen stays chosen, else the first that works; none is none', () => {
    const offers = offersFor(WORK, viewFor())
    expect(chosenOffer(offers, 'f13')?.tool.id).toBe('f13')
    expect(chosenOffer(offers, undefined)?.tool.id).toBe('mucgpt')
    expect(chosenOffer(offersFor({ ...WORK, declared: 'D3' }, viewFor()), undefined)).toBeUndefined()
  })
})

describe('the page "Werkzeuge"', () => {
  test('names those of the person first, with what may go in', () => {
    const standings = standingsOf(viewFor())
    expect(standings.map(({ kind, tool }) => `${kind} ${tool.id}`).slice(0, 2)).toEqual(['ready f13', 'ready mucgpt'])
    const [, mucgpt] = standings
    expect(mucgpt?.kind !== 'not' && mucgpt?.data).toEqual({
      plain: ['D0', 'D1'],
      placeholders: true,
      procedures: ['Beschwerden und Hinweise aus der Bürgerschaft'],
    })
    expect(standings.filter(({ kind }) => kind === 'not').length).toBeGreaterThan(0)
  })

  test('says the same of a tool before the lesson as after it', () => {
    const data = (lacks: string[]) =>
      standingsOf(viewFor(lacks)).flatMap(one => (one.kind !== 'not' && one.tool.id === 'mucgpt' ? [one.data] : []))
    expect(data(['g3'])).toEqual(data([]))
    expect(standingsOf(viewFor(['g3']))[0]?.kind).toBe('lesson')
  })
})
