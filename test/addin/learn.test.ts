import { describe, expect, test } from '@jest/globals'
import { chosenOf, toggled } from '../../addin/learn/inputs.js'
import { sizeOf } from '../../addin/learn/own-data.js'
import { answered, shown } from '../../addin/learn/round.js'
import { standingWords } from '../../addin/learn/standing.js'
import { hasPass, noticesOf, stepOf } from '../../addin/learn/today.js'
import { dayWords } from '../../addin/texts/days.js'
import type { LearningView, ModuleView, QuestionStep, StandingView } from '../../policies/learning-contract.js'
import { learningView, moduleView } from './learning.js'

const VALID = { kind: 'valid', since: '2026-01-10', until: '2027-01-09' } as const
const ENDED = { kind: 'ended', since: '2025-01-10', until: '2026-01-09' } as const

describe('the one thing to do today', () => {
  test.each<[string, Partial<LearningView>, object]>([
    ['what is due, at most a portion', { next: { kind: 'repeat' }, due: 30 }, { kind: 'repeat', questions: 8 }],
    ['what is due, if it is less', { next: { kind: 'repeat' }, due: 2 }, { kind: 'repeat', questions: 2 }],
    [
      'the next module, even in a pause',
      { next: { kind: 'module', module: 'g3', read: false }, pausedUntil: '2026-12-01' },
      { kind: 'module', module: moduleView() },
    ],
    [
      'a module nobody knows is none',
      { next: { kind: 'module', module: 'x', read: false } },
      { kind: 'nothing', nextDue: undefined },
    ],
    ['the pause', { pausedUntil: '2026-12-01' }, { kind: 'pause', until: '2026-12-01' }],
    ['nothing', { next: { kind: 'nothing', nextDue: '2026-12-03' } }, { kind: 'nothing', nextDue: '2026-12-03' }],
  ])('%s', (_, changes, step) => expect(stepOf(learningView(changes))).toEqual(step))
})

describe('what is good to know', () => {
  const noticed = (standing: StandingView, modules: ModuleView[]) => {
    const view = learningView({}, modules)
    return noticesOf({
      ...view,
      courses: view.courses.map(course => ({ ...course, certificate: { ...course.certificate, standing } })),
    }).map(({ kind, day }) => `${kind} ${day}`)
  }
  const passed = moduleView({ standing: VALID, toLearn: false })
  test.each<[string, StandingView, ModuleView[], string[]]>([
    ['a valid pass alone is no news', VALID, [passed], []],
    ['a pass that can be renewed', VALID, [moduleView({ standing: VALID })], ['ends 2027-01-09']],
    ['a pass that has ended', ENDED, [moduleView()], ['ended 2026-01-09']],
    [
      'a changed rule while the proof still counts',
      { kind: 'open' },
      [moduleView({ standing: { ...VALID, because: 'Kennzeichnung' } })],
      ['changed 2027-01-09'],
    ],
    [
      'a changed rule after that',
      { kind: 'open' },
      [moduleView({ standing: { ...ENDED, because: 'Kennzeichnung' } })],
      ['changed-ended 2026-01-09'],
    ],
  ])('%s', (_, standing, modules, said) => expect(noticed(standing, modules)).toEqual(said))

  test('only a valid KI-Pass can be downloaded', () => {
    expect(hasPass(learningView())).toBe(false)
  })
})

describe('where one stands with a module', () => {
  test.each<[Partial<ModuleView>, string, RegExp]>([
    [{}, 'open', /^noch offen$/],
    [{ read: true }, 'open', /^Lektion gelesen, Fragen noch offen$/],
    [{ standing: VALID, toLearn: false }, 'done', /^bestanden am 10\. Januar 2026$/],
    [{ standing: VALID }, 'again', /lässt sich jetzt erneuern$/],
    [{ standing: { ...VALID, because: 'Kennzeichnung' } }, 'again', /gilt noch bis 9\. Januar 2027: Die Regel „Kennz/],
    [{ standing: ENDED }, 'again', /^galt bis 9\. Januar 2026, bitte auffrischen$/],
    [{ standing: { ...ENDED, because: 'Kennzeichnung' } }, 'again', /^galt bis .*: Die Regel „Kennz.* geändert$/],
    [{ locked: true }, 'held', /gerade geprüft/],
  ])('%j', (changes, sign, text) => {
    const words = standingWords(moduleView(changes), 'de')
    expect(words.sign).toBe(sign)
    expect(words.text).toMatch(text)
  })
})

describe('what is ticked', () => {
  test('comes in the order of the question, whatever was ticked first', () => {
    const inputs = ['10', '2', '3', '2'].reduce((all, value) => toggled(all, 'a', value), {})
    expect(inputs).toEqual({ a: '3,10' })
    expect(chosenOf(inputs, 'a')).toEqual(['3', '10'])
  })
  test('is nothing when all is taken back', () => {
    expect(toggled(toggled({}, 'a', '0'), 'a', '0')).toEqual({ a: '' })
    expect(chosenOf({ a: '' }, 'a')).toEqual([])
  })
})

describe('a round', () => {
  const step: QuestionStep = {
    kind: 'question',
    session: 's',
    at: 1,
    of: 5,
    question: {
      id: 'q',
      module: { id: 'g3', title: 'Werkzeug' },
      form: 'single',
      ask: 'Was?',
      how: 'Wählen Sie.',
      control: { kind: 'one', field: 'a', choices: [] },
    },
  }
  const state = { kind: 'question', step, inputs: { a: '1' } } as const
  test('begins with nothing chosen', () => expect(shown(step)).toEqual({ kind: 'question', step, inputs: {} }))
  test('keeps what was chosen where something is missing, and says what', () => {
    const answer = { kind: 'stopped', reason: 'incomplete', message: 'Bitte ergänzen' } as const
    expect(answered(state, answer)).toEqual({ ...state, notice: 'Bitte ergänzen' })
  })
  test('ends where it cannot go on', () => {
    const answer = { kind: 'stopped', reason: 'stale', message: 'Nicht von heute' } as const
    expect(answered(state, answer)).toEqual({ kind: 'stopped', step: answer })
  })
})

describe('what is stored, in a word or two', () => {
  test.each<[unknown, object]>([
    [null, { kind: 'nothing' }],
    [[], { kind: 'nothing' }],
    [[1, 2], { kind: 'entries', count: 2 }],
    [
      { pseudonym: 'x', einstellungen: null, fragen: [1, 2, 3] },
      { kind: 'entries', count: 3 },
    ],
    [{ pseudonym: 'x', fragen: [] }, { kind: 'nothing' }],
    [
      { kennung: 'p1', name: null },
      { kind: 'words', text: 'p1' },
    ],
    ['Musterstadt', { kind: 'words', text: 'Musterstadt' }],
    ['2026-11-23T09:00:00.000Z', { kind: 'words', text: '23. November 2026 um 10:00' }],
  ])('%j', (value, size) => expect(sizeOf(value, 'de')).toEqual(size))
})

test.each([
  ['2026-12-02', '2. Dezember 2026', '2 December 2026'],
  ['2024-06', 'Juni 2024', 'June 2024'],
  ['2024', '2024', '2024'],
])('the day %s in words', (day, german, english) => {
  expect(dayWords(day, 'de')).toBe(german)
  expect(dayWords(day, 'en')).toBe(english)
})
