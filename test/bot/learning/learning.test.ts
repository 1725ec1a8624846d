import { beforeEach, describe, expect, test } from '@jest/globals'
import { createLearning, type Learning } from '../../../bot/learning/learning.js'
import type { Store } from '../../../bot/storage/store.js'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import type { Person } from '../../../policies/tools/principal.js'
import { modulesOf, plusDays } from '../../../policies/training/index.js'
import { freshStore } from '../../support/fresh-store.js'
import { answerAll, feedbackIn, learnModule, questionIn, rightInputs, wrongInputs } from '../../support/learner.js'
import { DAY, musterstadt } from '../../support/musterstadt.js'
import { LEARNING_KEY } from '../../support/scenes.js'

const PACK = await musterstadt()
const ANNA: Person = {
  kind: 'person',
  id: 'p-anna',
  name: 'Anna Beispiel',
  municipality: 'musterstadt',
  roles: ['beschaeftigt'],
}
const BERND: Person = { ...ANNA, id: 'p-bernd', name: 'Bernd Beispiel' }

let store: Store
let today: string
let pack: Pack
let seed: number
let learning: Learning

beforeEach(() => {
  store = freshStore()
  today = DAY
  pack = PACK
  seed = 1
  learning = createLearning({
    store,
    pack: () => pack,
    now: () => new Date(`${today}T10:00:00Z`),
    key: LEARNING_KEY,
    seed: () => (seed += 1),
  })
})

const round = async (person: Person, module = 'g1') =>
  questionIn(await learning.start(person, { kind: 'round', module }))
const read = (person: Person, module = 'g1') =>
  learning.lessonRead(person, module, learning.lesson(module)?.version ?? 0)
const subjects = async (person: Person) => (await store.proofs.of(person.id)).map(({ subject }) => subject)
const states = (person: Person) => store.learning.states(learning.pseudonymOf(person.id))

describe('from the first hello to the KI-Pass', () => {
  test('nine modules in one sitting: nine proofs, and the pass with the last', async () => {
    for (const module of modulesOf(PACK, 'grundkurs')) {
      const { plan } = await learning.plan(ANNA)
      expect(plan.next).toMatchObject({ kind: 'module', plan: { module: { id: module.id } } })
      const end = await learnModule(learning, ANNA, module.id, PACK)
      expect(end).toMatchObject({ passed: true, right: 5, of: 5 })
      expect(end.certificates.map(({ id }) => id)).toEqual(module.id === 'g9' ? ['ki-pass'] : [])
    }
    expect(await subjects(ANNA)).toHaveLength(10)
    const proofs = await store.proofs.of(ANNA.id)
    expect(new Set(proofs.map(({ day, name }) => `${day} ${name}`))).toEqual(new Set([`${DAY} Anna Beispiel`]))
    expect(await subjects(BERND)).toEqual([])
  })

  test('the second course opens with the pass', async () => {
    await read(ANNA, 'l1')
    expect(await learning.start(ANNA, { kind: 'round', module: 'l1' })).toMatchObject({ reason: 'not-open' })
    for (const { id } of modulesOf(PACK, 'grundkurs')) await learnModule(learning, ANNA, id, PACK)
    for (const { id } of modulesOf(PACK, 'lotsen')) await learnModule(learning, ANNA, id, PACK)
    expect((await subjects(ANNA)).filter(subject => subject === 'lotsen')).toHaveLength(1)
  })

  test('four of five pass, three do not, and one tries again at once', async () => {
    await read(ANNA)
    expect(await learnModule(learning, ANNA, 'g1', PACK, 2)).toMatchObject({
      passed: false,
      right: 3,
      certificates: [],
    })
    expect(await subjects(ANNA)).toEqual([])
    expect(await learnModule(learning, ANNA, 'g1', PACK, 1)).toMatchObject({ passed: true, right: 4 })
    expect(await subjects(ANNA)).toEqual(['g1'])
  })

  test('a person without a name gets a proof without one', async () => {
    const { name: _, ...nameless } = ANNA
    await learnModule(learning, nameless, 'g1', PACK)
    expect((await store.proofs.of(ANNA.id)).map(({ name }) => name)).toEqual([undefined])
  })
})

describe('what does not go on says why and what to do', () => {
  test('the lesson comes first', async () => {
    expect(await learning.start(ANNA, { kind: 'round', module: 'g1' })).toMatchObject({
      kind: 'stopped',
      reason: 'lesson-first',
      message: expect.stringContaining('Lektion'),
    })
  })

  test('a lesson of an older version was not read', async () => {
    expect(await learning.lessonRead(ANNA, 'g1', 7)).toBe(false)
    expect(await learning.lessonRead(ANNA, 'g99', 1)).toBe(false)
  })

  test('nothing to repeat', async () => {
    expect(await learning.start(ANNA, { kind: 'portion' })).toMatchObject({ reason: 'nothing-due' })
  })

  test('an answer left out: the same question again, nothing counted', async () => {
    await read(ANNA)
    const { session } = await round(ANNA)
    expect(await learning.answer(ANNA, session, {})).toMatchObject({ kind: 'stopped', reason: 'incomplete' })
    expect(await states(ANNA)).toEqual([])
    expect((await learning.resume(ANNA, session)).kind).toBe('question')
  })

  test('the round of somebody else', async () => {
    await read(ANNA)
    const { session, question } = await round(ANNA)
    const answered = await learning.answer(BERND, session, rightInputs(question, PACK))
    expect(answered).toMatchObject({ kind: 'stopped', reason: 'unknown' })
    expect(await states(BERND)).toEqual([])
  })

  test('a card from last week', async () => {
    await read(ANNA)
    const { session, question } = await round(ANNA)
    today = plusDays(DAY, 7)
    expect(await learning.answer(ANNA, session, rightInputs(question, PACK))).toMatchObject({ reason: 'stale' })
    expect(await learning.resume(ANNA, session)).toMatchObject({ reason: 'stale' })
    expect(await states(ANNA)).toEqual([])
  })

  test('a question that was changed meanwhile is not graded by its new words', async () => {
    await read(ANNA)
    const { session, question } = await round(ANNA)
    const modules = PACK.training.modules.map(module => ({
      ...module,
      questions: module.questions.map(one => (one.id === question.id ? { ...one, ask: 'Ganz anders?' } : one)),
    }))
    pack = { ...PACK, training: { ...PACK.training, modules } }
    expect(await learning.answer(ANNA, session, rightInputs(question, PACK))).toMatchObject({ reason: 'changed' })
    expect(await states(ANNA)).toEqual([])
  })

  test('a module whose questions are being reviewed', async () => {
    await read(ANNA)
    const stand = '2027-06-01'
    const rules = PACK.rules.map(rule => ({ ...rule, sources: rule.sources.map(source => ({ ...source, stand })) }))
    pack = { ...PACK, rules }
    expect(await learning.start(ANNA, { kind: 'round', module: 'g1' })).toMatchObject({ reason: 'locked' })
  })
})

describe('counted once', () => {
  test('a double click: both get the feedback, one review is kept', async () => {
    await read(ANNA)
    const { session, question } = await round(ANNA)
    const inputs = rightInputs(question, PACK)
    const both = await Promise.all([learning.answer(ANNA, session, inputs), learning.answer(ANNA, session, inputs)])
    expect(both.map(step => feedbackIn(step).feedback.right)).toEqual([true, true])
    expect(await states(ANNA)).toHaveLength(1)
    const [once] = await states(ANNA)
    await learning.answer(ANNA, session, inputs)
    expect(await states(ANNA)).toEqual([once])
  })

  test('the last answer of a round clicked twice: one proof', async () => {
    await read(ANNA)
    let step = await round(ANNA)
    for (let at = 0; at < 4; at += 1)
      step = questionIn(feedbackIn(await learning.answer(ANNA, step.session, rightInputs(step.question, PACK))).after)
    const inputs = rightInputs(step.question, PACK)
    await Promise.all([1, 2, 3].map(() => learning.answer(ANNA, step.session, inputs)))
    expect(await subjects(ANNA)).toEqual(['g1'])
  })

  test('two devices at once: each has its round, the first answer to a question counts', async () => {
    await read(ANNA)
    seed = 41
    const one = await round(ANNA)
    seed = 41
    const other = await round(ANNA)
    expect(other.question.id).toBe(one.question.id)
    await learning.answer(ANNA, one.session, wrongInputs(one.question, PACK))
    const [first] = await states(ANNA)
    await learning.answer(ANNA, other.session, rightInputs(other.question, PACK))
    expect(await states(ANNA)).toEqual([first])
    expect((await answerAll(learning, ANNA, other, PACK)).passed).toBe(true)
  })

  test('a second try on the same day changes no state', async () => {
    await learnModule(learning, ANNA, 'g1', PACK, 2)
    const before = await states(ANNA)
    seed = 1
    await learnModule(learning, ANNA, 'g1', PACK)
    const after = await states(ANNA)
    for (const state of before) expect(after).toContainEqual(state)
  })
})

describe('repetition', () => {
  test('comes when it is due, in portions, and moves the day on', async () => {
    for (const module of ['g1', 'g2', 'g3']) await learnModule(learning, ANNA, module, PACK)
    today = plusDays(DAY, 3)
    const { plan } = await learning.plan(ANNA)
    expect(plan.next.kind).toBe('repeat')
    expect(plan.due).toHaveLength(15)
    const portion = questionIn(await learning.start(ANNA, { kind: 'portion' }))
    expect(portion.of).toBe(8)
    const end = await answerAll(learning, ANNA, portion, PACK, 1)
    expect(end).toMatchObject({ round: 'portion', right: 7, of: 8, certificates: [] })
    expect((await learning.plan(ANNA)).plan.due).toHaveLength(7)
    expect((await states(ANNA)).filter(({ lastReview }) => lastReview === today)).toHaveLength(8)
  })

  test('waits during a pause and comes back after it', async () => {
    await learnModule(learning, ANNA, 'g1', PACK)
    today = plusDays(DAY, 3)
    await learning.pause(ANNA, plusDays(today, 14))
    expect((await learning.plan(ANNA)).plan.due).toEqual([])
    today = plusDays(today, 14)
    expect((await learning.plan(ANNA)).plan.due).toHaveLength(5)
  })

  test('a rule with a new version brings its questions back at once and withdraws nothing', async () => {
    await learnModule(learning, ANNA, 'g4', PACK)
    today = plusDays(DAY, 1)
    await answerAll(learning, ANNA, questionIn(await learning.start(ANNA, { kind: 'portion' })), PACK)
    today = plusDays(DAY, 2)
    expect((await learning.plan(ANNA)).plan.due).toEqual([])
    pack = { ...PACK, rules: PACK.rules.map(rule => (rule.id === 'anonymisieren' ? { ...rule, version: 2 } : rule)) }
    const { plan } = await learning.plan(ANNA)
    expect(plan.due).toHaveLength(5)
    expect(plan.courses[0]?.modules.find(({ module }) => module.id === 'g4')?.standing.kind).toBe('valid')
  })

  test('the clock goes back: nothing is due twice, nothing is lost', async () => {
    await learnModule(learning, ANNA, 'g1', PACK)
    const before = await states(ANNA)
    today = plusDays(DAY, -30)
    expect((await learning.plan(ANNA)).plan.due).toEqual([])
    await learnModule(learning, ANNA, 'g2', PACK)
    expect(await states(ANNA)).toEqual(expect.arrayContaining([...before]))
    expect((await subjects(ANNA)).sort()).toEqual(['g1', 'g2'])
  })
})

describe('what is kept of a learner', () => {
  test('under a pseudonym, days only', async () => {
    await learnModule(learning, ANNA, 'g1', PACK, 1)
    const kept = JSON.stringify([await states(ANNA), await store.learning.learner(learning.pseudonymOf(ANNA.id))])
    expect(kept).not.toMatch(/anna|\d{2}:\d{2}|right|answer|attempt/i)
    expect(await store.learning.states(ANNA.id)).toEqual([])
  })
})
