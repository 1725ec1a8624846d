import { beforeAll, describe, expect, test } from '@jest/globals'
import {
  certificateStanding,
  earned,
  moduleStanding,
  modulesMissingFor,
  type Passed,
  planFor,
} from '../../../policies/training/index.js'
import { musterstadt } from '../../support/musterstadt.js'
import { smallCourse } from '../../support/training.js'

type Small = Awaited<ReturnType<typeof smallCourse>>
let content: Small
beforeAll(async () => {
  content = await smallCourse()
})

const passed = (...proofs: [subject: string, day: string][]): Passed[] =>
  proofs.map(([subject, day]) => ({ subject, day }))

/** The rule all questions ask about, changed on a day so that it is to be learned again. */
const retrained = (day: string): Small => ({
  ...content,
  rules: content.rules.map(rule => ({ ...rule, version: 2, valid_from: day, retrain: 'required' as const })),
})
const moduleOf = (id: string) => {
  const module = content.training.modules.find(candidate => candidate.id === id)
  if (!module) throw new Error(id)
  return module
}

describe('how long a module counts', () => {
  test.each([
    { why: 'never passed', proofs: passed(), today: '2026-11-23', kind: 'open' },
    { why: 'passed today', proofs: passed(['g1', '2026-11-23']), today: '2026-11-23', kind: 'valid' },
    { why: 'the last day of twelve months', proofs: passed(['g1', '2026-11-23']), today: '2027-11-22', kind: 'valid' },
    { why: 'the day after', proofs: passed(['g1', '2026-11-23']), today: '2027-11-23', kind: 'ended' },
    {
      why: 'the newest counts',
      proofs: passed(['g1', '2026-11-23'], ['g1', '2027-06-01']),
      today: '2028-01-01',
      kind: 'valid',
    },
    { why: 'another module does not', proofs: passed(['g2', '2026-11-23']), today: '2026-11-24', kind: 'open' },
    { why: 'a leap day has its year', proofs: passed(['g1', '2028-02-29']), today: '2029-02-27', kind: 'valid' },
    { why: 'and no longer', proofs: passed(['g1', '2028-02-29']), today: '2029-02-28', kind: 'ended' },
  ])('$why', ({ proofs, today, kind }) => {
    expect(moduleStanding(moduleOf('g1'), proofs, content, today).kind).toBe(kind)
  })
})

describe('a rule changed', () => {
  const proofs = passed(['g1', '2026-11-23'], ['g2', '2026-11-23'], ['ki-pass', '2026-11-23'])

  test('by a few words: no pass is withdrawn', () => {
    const plain = { ...content, rules: content.rules.map(rule => ({ ...rule, version: 2, valid_from: '2027-01-10' })) }
    expect(certificateStanding('grundkurs', proofs, plain, '2027-03-01')).toEqual({
      kind: 'valid',
      since: '2026-11-23',
      until: '2027-11-22',
    })
  })

  test.each([
    { why: 'on the day it changes the pass goes on, with notice', today: '2027-01-10', kind: 'valid' },
    { why: 'on the last of thirty days, too', today: '2027-02-08', kind: 'valid' },
    { why: 'then it ends', today: '2027-02-09', kind: 'ended' },
  ])('so that it must be learned again: $why', ({ today, kind }) => {
    const standing = certificateStanding('grundkurs', proofs, retrained('2027-01-10'), today)
    expect(standing).toEqual({ kind, since: '2026-11-23', until: '2027-02-08', because: 'anonymisieren' })
  })

  test('learned again in time: the pass lives on to its natural end', () => {
    const again = [...proofs, ...passed(['g1', '2027-01-12'], ['g2', '2027-01-12'])]
    expect(certificateStanding('grundkurs', again, retrained('2027-01-10'), '2027-06-01')).toEqual({
      kind: 'valid',
      since: '2026-11-23',
      until: '2027-11-22',
    })
  })

  test('a pass gained after the change is not touched', () => {
    expect(
      moduleStanding(moduleOf('g1'), passed(['g1', '2027-01-10']), retrained('2027-01-10'), '2027-03-01').kind,
    ).toBe('valid')
  })

  test('a pass that ends by itself before the notice is over ends then', () => {
    const standing = certificateStanding('grundkurs', proofs, retrained('2027-11-10'), '2027-11-20')
    expect(standing).toEqual({ kind: 'valid', since: '2026-11-23', until: '2027-11-22' })
  })
})

describe('a changed rule sends people back to the module that teaches it, and to no other', () => {
  const toLearn = (proofs: Passed[], today: string) => {
    const other = { ...moduleOf('g2'), rules: ['kennzeichnung'] }
    const changed = retrained('2027-01-10')
    const training = { ...changed.training, modules: [moduleOf('g1'), other, moduleOf('l1')] }
    const learner = { passed: proofs, states: [], lessons: {}, pausedUntil: undefined }
    const [course] = planFor(learner, { ...changed, training }, today).courses
    return course?.modules.filter(plan => plan.toLearn).map(({ module }) => module.id)
  }
  const here = passed(['g1', '2026-11-23'], ['g2', '2026-11-23'], ['ki-pass', '2026-11-23'])

  test.each([
    { why: 'while the notice runs', proofs: here, today: '2027-01-20', ids: ['g1'] },
    { why: 'after it', proofs: here, today: '2027-03-20', ids: ['g1'] },
    { why: 'learned again', proofs: [...here, ...passed(['g1', '2027-01-20'])], today: '2027-03-20', ids: [] },
    { why: 'a pass from elsewhere', proofs: passed(['ki-pass', '2026-11-23']), today: '2027-01-20', ids: ['g1'] },
    { why: 'before the pass was complete', proofs: passed(['g2', '2026-11-23']), today: '2027-01-20', ids: ['g1'] },
    { why: 'near its natural end all of it', proofs: here, today: '2027-10-20', ids: ['g1', 'g2'] },
  ])('$why', ({ proofs, today, ids }) => {
    expect(toLearn(proofs, today)).toEqual(ids)
  })
})

describe('certificates earned', () => {
  test.each([
    { why: 'a module is missing', proofs: passed(['g1', '2026-11-23']), today: '2026-11-23', gained: [] },
    {
      why: 'all modules in one sitting',
      proofs: passed(['g1', '2026-11-23'], ['g2', '2026-11-23']),
      today: '2026-11-23',
      gained: ['ki-pass'],
    },
    {
      why: 'it is held already',
      proofs: passed(['g1', '2026-11-23'], ['g2', '2026-11-23'], ['ki-pass', '2026-11-23']),
      today: '2026-11-24',
      gained: [],
    },
    {
      why: 'a module too old when the last is passed',
      proofs: passed(['g1', '2025-11-20'], ['g2', '2026-11-23']),
      today: '2026-11-23',
      gained: [],
    },
    {
      why: 'trained elsewhere, entered by the responsible unit',
      proofs: passed(['g1', '2026-11-01'], ['g2', '2026-11-23']),
      today: '2026-11-23',
      gained: ['ki-pass'],
    },
    {
      why: 'shortly before its end nothing comes by itself',
      proofs: passed(['g1', '2026-11-23'], ['g2', '2026-11-23'], ['ki-pass', '2026-11-23']),
      today: '2027-10-15',
      gained: [],
    },
    {
      why: 'renewed within sixty days before the end',
      proofs: passed(['ki-pass', '2026-11-23'], ['g1', '2027-10-01'], ['g2', '2027-10-15']),
      today: '2027-10-15',
      gained: ['ki-pass'],
    },
    {
      why: 'the course of the Digitallotsen needs the KI-Pass',
      proofs: passed(['l1', '2026-11-23']),
      today: '2026-11-23',
      gained: [],
    },
    {
      why: 'with it, both at once',
      proofs: passed(['g1', '2026-11-23'], ['g2', '2026-11-23'], ['l1', '2026-11-23']),
      today: '2026-11-23',
      gained: ['ki-pass', 'lotsen'],
    },
  ])('$why', ({ proofs, today, gained }) => {
    expect(earned(proofs, content, today)).toEqual(gained)
  })
})

describe('before a tool may be used', () => {
  test('a simple one asks for some modules, any other for the whole course', async () => {
    const [tool] = (await musterstadt()).tools
    if (!tool) throw new Error('no tool')
    const { modules: _, ...whole } = tool
    const simple = { ...whole, modules: ['g1'] }
    const missing = (which: typeof whole, proofs: Passed[]) =>
      modulesMissingFor(which, proofs, content, '2026-12-01').map(({ id }) => id)
    expect(missing(simple, [])).toEqual(['g1'])
    expect(missing(simple, passed(['g1', '2026-11-23']))).toEqual([])
    expect(missing(whole, passed(['g1', '2026-11-23']))).toEqual(['g2'])
    expect(missing(whole, passed(['ki-pass', '2026-11-23']))).toEqual([])
  })
})

describe('what comes next', () => {
  const learner = { passed: [], states: [], lessons: {}, pausedUntil: undefined }
  test('for a newcomer the first module', () => {
    expect(planFor(learner, content, '2026-11-23').next).toMatchObject({
      kind: 'module',
      plan: { module: { id: 'g1' } },
    })
  })

  test('the second course is offered to those who began it, and only with the KI-Pass', () => {
    const held = passed(['g1', '2026-11-23'], ['g2', '2026-11-23'], ['ki-pass', '2026-11-23'])
    expect(planFor({ ...learner, passed: held }, content, '2026-11-24').next.kind).toBe('nothing')
    expect(planFor(learner, content, '2026-11-24').courses.map(({ open }) => open)).toEqual([true, false])
    expect(planFor({ ...learner, passed: held }, content, '2026-11-24').courses.map(({ open }) => open)).toEqual([
      true,
      true,
    ])
  })

  test('a KI-Pass from elsewhere leaves nothing to learn until it can be renewed', () => {
    const held = passed(['ki-pass', '2026-11-23'])
    expect(planFor({ ...learner, passed: held }, content, '2026-12-24').next.kind).toBe('nothing')
    expect(planFor({ ...learner, passed: held }, content, '2027-10-24').next.kind).toBe('module')
  })
})
