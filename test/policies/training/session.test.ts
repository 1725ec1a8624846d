import { beforeAll, describe, expect, test } from '@jest/globals'
import {
  advanced,
  currentOf,
  isPassed,
  isStale,
  type Session,
  startPortion,
  startRound,
  viewOf,
} from '../../../policies/training/index.js'
import { DAY } from '../../support/musterstadt.js'
import { type Content, EXAMPLES, moduleWith, smallCourse } from '../../support/training.js'

let content: Content & Awaited<ReturnType<typeof smallCourse>>
beforeAll(async () => {
  content = await smallCourse()
})

const moduleOf = (id: string) => {
  const module = content.training.modules.find(candidate => candidate.id === id)
  if (!module) throw new Error(id)
  return module
}
const round = (seed: number): Session => {
  const session = startRound(moduleOf('g1'), content, seed, DAY)
  if (!session) throw new Error('no round')
  return session
}

describe('a round', () => {
  test('five questions, each once, one scenario at least, whatever the seed', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const ids = round(seed).questions.map(({ id }) => id)
      expect(ids).toHaveLength(5)
      expect(new Set(ids).size).toBe(5)
      expect(ids.some(id => id.includes('scenario'))).toBe(true)
    }
  })

  test('every question has its turn, and the order follows from the seed', () => {
    const seen = new Set(Array.from({ length: 60 }, (_, seed) => round(seed).questions.map(({ id }) => id)).flat())
    expect(seen.size).toBe(moduleOf('g1').questions.length)
    expect(round(7)).toEqual(round(7))
    expect(round(7)).not.toEqual(round(8))
  })

  test('none where too few questions may be asked, or no scenario is left', () => {
    const few = moduleWith('g1', ['single', 'multiple', 'scenario', 'find'])
    const noScenario = moduleWith('g1', ['single', 'multiple', 'match', 'find', 'order'])
    expect(startRound(few, content, 1, DAY)).toBeUndefined()
    expect(startRound(noScenario, content, 1, DAY)).toBeUndefined()
  })

  test.each([
    { right: 5, passed: true },
    { right: 4, passed: true },
    { right: 3, passed: false },
  ])('$right of five: passed $passed', ({ right, passed }) => {
    let session = round(1)
    for (let at = 0; at < 5; at += 1) session = advanced(session, at < right)
    expect(currentOf(session, content).kind).toBe('finished')
    expect(isPassed(session, 0.8)).toBe(passed)
  })

  test('of yesterday is stale, and so is one of tomorrow (the clock went back)', () => {
    expect(isStale(round(1), DAY)).toBe(false)
    expect(isStale(round(1), '2026-11-24')).toBe(true)
    expect(isStale({ ...round(1), day: '2026-11-30' }, DAY)).toBe(true)
  })
})

describe('a question of a round', () => {
  const changedTo = (change: (module: Content['training']['modules'][number]) => object) => ({
    ...content,
    training: {
      ...content.training,
      modules: content.training.modules.map(module => ({ ...module, ...change(module) })),
    },
  })

  test('that was reworded meanwhile is not graded by its new words', () => {
    const reworded = changedTo(({ questions }) => ({ questions: questions.map(q => ({ ...q, ask: 'Neu gefragt?' })) }))
    expect(currentOf(round(1), reworded).kind).toBe('changed')
  })

  test('that was taken out', () => {
    expect(
      currentOf(
        round(1),
        changedTo(() => ({ questions: [] })),
      ).kind,
    ).toBe('changed')
  })

  test('whose source changed is locked: by settings', () => {
    const settings = {
      ...content.training.settings,
      changed_sources: [{ id: 'dsgvo', article: 'Art. 4 Nr. 5 DSGVO', changed_on: '2026-12-01' }],
    }
    const locked = { ...content, training: { ...content.training, settings } }
    expect(currentOf(round(1), locked).kind).toBe('changed')
    expect(startRound(moduleOf('g1'), locked, 1, DAY)).toBeUndefined()
  })

  test('whose source changed is locked: by a newer Stand at its rule, until the question was reviewed', () => {
    const rules = content.rules.map(rule => ({
      ...rule,
      sources: rule.sources.map(source => ({ ...source, stand: '2027-01-15' })),
    }))
    expect(startRound(moduleOf('g1'), { ...content, rules }, 1, DAY)).toBeUndefined()
    const module = moduleOf('g1')
    const reviewed = { ...module, questions: module.questions.map(q => ({ ...q, stand: '2027-01-15' })) }
    expect(startRound(reviewed, { ...content, rules }, 1, DAY)).toBeDefined()
  })
})

test('a portion takes the first so many, and is none if nothing is due', () => {
  const { questions } = moduleOf('g1')
  expect(startPortion(questions, 3, 1, DAY)?.questions.map(({ id }) => id)).toEqual(
    questions.slice(0, 3).map(({ id }) => id),
  )
  expect(startPortion([], 3, 1, DAY)).toBeUndefined()
})

describe('what people see of a question', () => {
  test.each(Object.values(EXAMPLES))('$form: nothing that gives the answer away', question => {
    const text = JSON.stringify(viewOf(question, moduleOf('g1'), 3))
    expect(text).not.toMatch(/right|hit|feedback| eben|Genau|Weil es so ist/)
  })

  test('the same seed shows the same order, another one another', () => {
    const orders = [1, 2, 3, 4, 5, 6].map(seed => JSON.stringify(viewOf(EXAMPLES.multiple, moduleOf('g1'), seed)))
    expect(new Set(orders).size).toBeGreaterThan(1)
    expect(JSON.stringify(viewOf(EXAMPLES.multiple, moduleOf('g1'), 1))).toBe(orders[0])
  })

  test('steps are never shown in their right order, and their fields are numbered as shown', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const { control } = viewOf(EXAMPLES.order, moduleOf('g1'), seed)
      if (control.kind !== 'assign') throw new Error('no steps')
      expect(control.parts.map(({ text }) => text)).not.toEqual(['zuerst', 'dann', 'zuletzt'])
      expect(control.parts.map(({ field }) => field)).toEqual(['s0', 's1', 's2'])
    }
  })

  test('passages stay in reading order', () => {
    const { control } = viewOf(EXAMPLES.find, moduleOf('g1'), 5)
    expect(control.kind === 'many' && control.choices.map(({ value }) => value)).toEqual(['0', '1', '2', '3'])
  })
})
