import { describe, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { checkPack } from '../../../policies/pack/check.js'
import { formatProblem } from '../../../policies/pack/problem.js'
import { type Changes, municipalFiles, smallFiles, TODAY } from '../../support/small-pack.js'

const SOURCE = { article: 'Art. 6 DSGVO', stand: '2026-11-23', certainty: 'W' }
const COMMON = {
  rules: ['personenbezogene-daten'],
  sources: [SOURCE],
  misconception: 'Ohne Namen ist es anonym.',
  stand: '2026-11-23',
  review_by: '2027-11-30',
  ask: 'Was gilt?',
  why: 'Weil man Menschen auch ohne Namen erkennt.',
}
const options = (right: number, length = 20) =>
  [0, 1, 2].map(at => ({
    text: `Antwort ${at} `.padEnd(length, 'x'),
    ...(at === right ? { right: true } : {}),
    feedback: 'Darum.',
  }))
const single = (id: string, right: number, own: object = {}) => ({
  id,
  form: 'single',
  ...COMMON,
  options: options(right),
  ...own,
})
const scenario = (id: string, right: string) => ({
  id,
  form: 'scenario',
  ...COMMON,
  situation: 'Ein Kollege fragt.',
  right,
  answers: { darf: 'Ja.', 'darf-nicht': 'Nein.', 'erst-fragen': 'Fragen.' },
})

/** A module without anything to complain about. */
const GOOD = {
  title: 'Was darf hinein?',
  course: 'grundkurs',
  minutes: 5,
  version: 1,
  stand: '2026-11-23',
  rules: ['personenbezogene-daten'],
  forms: ['single', 'scenario'],
  goals: ['Sie erkennen Angaben über Menschen.'],
  lesson: ['Eins', 'Zwei', 'Drei'].map(title => ({ title, text: 'Ein kurzer Text.' })),
  questions: [
    ...[0, 1, 2, 0, 1, 2].map((right, at) => single(`g1-frage-${at}`, right)),
    scenario('g1-darf', 'darf'),
    scenario('g1-fragen', 'erst-fragen'),
  ],
}
type Module = typeof GOOD

function problemsWith(change: (module: Module) => object, more: Changes = {}): string[] {
  const files = municipalFiles({ 'training/g1.yaml': stringify({ ...GOOD, ...change(GOOD) }), ...more })
  return checkPack(files, smallFiles(), TODAY)
    .problems.map(formatProblem)
    .map(problem => problem.replace(/^neustadt\/training\/g1\.yaml:\d+: /, ''))
}

const withQuestion = (at: number, own: object) => (module: Module) => ({
  questions: module.questions.map((question, index) => (index === at ? { ...question, ...own } : question)),
})

test('a module in order', () => {
  expect(problemsWith(() => ({}))).toEqual([])
})

test('a municipality without any training has nothing to check', () => {
  expect(checkPack(municipalFiles(), smallFiles(), TODAY).problems).toEqual([])
})

describe('a module that will not do', () => {
  const long = Array.from({ length: 80 }, () => 'Wort').join(' ')
  test.each<{ why: string; change: (module: Module) => object; problem: string | RegExp }>([
    {
      why: 'two screens',
      change: ({ lesson }) => ({ lesson: lesson.slice(0, 2) }),
      problem: 'lesson: Mindestens 3 Seiten',
    },
    {
      why: 'a screen nobody reads at the counter',
      change: ({ lesson }) => ({ lesson: lesson.map((screen, at) => (at === 1 ? { ...screen, text: long } : screen)) }),
      problem: 'Seite 2 der Lektion hat 81 Wörter, höchstens 75 sind erlaubt',
    },
    {
      why: 'too few questions',
      change: ({ questions }) => ({ questions: questions.slice(1) }),
      problem: 'Fragen: 7, mindestens 8',
    },
    {
      why: 'one scenario',
      change: ({ questions }) => ({ questions: [...questions.slice(0, 7), single('g1-noch-eine', 0)] }),
      problem: 'Fragen der Form scenario: 1, mindestens 2',
    },
    {
      why: 'a form announced and not asked',
      change: ({ forms }) => ({ forms: [...forms, 'order'] }),
      problem: 'Keine Frage der Form order, die unter forms steht',
    },
    {
      why: 'a form asked and not announced',
      change: () => ({ forms: ['single'] }),
      problem: 'Form scenario steht nicht unter forms',
    },
    {
      why: 'a rule taught and not asked',
      change: ({ rules }) => ({ rules: [...rules, 'zugangsdaten'] }),
      problem: 'Zur Regel „zugangsdaten“ fragt dieses Modul nichts',
    },
    {
      why: 'a rule asked and not taught',
      change: withQuestion(0, { rules: ['zugangsdaten'] }),
      problem: 'Regel „zugangsdaten“ gehört nicht zu diesem Modul',
    },
    {
      why: 'a rule that does not exist',
      change: ({ rules }) => ({ rules: [...rules, 'gibt-es-nicht'] }),
      problem: 'Regel „gibt-es-nicht“ gibt es nicht',
    },
    {
      why: 'a source that its rule does not name',
      change: withQuestion(0, { sources: [{ ...SOURCE, article: '§ 1 BGB' }] }),
      problem: 'Quelle „§ 1 BGB“ steht bei keiner der Regeln dieser Frage',
    },
    {
      why: 'an id of another module',
      change: withQuestion(0, { id: 'g2-frage' }),
      problem: 'Die Kennung beginnt mit „g1-“',
    },
    {
      why: 'an id twice',
      change: withQuestion(0, { id: 'g1-frage-1' }),
      problem: 'Die Frage „g1-frage-1“ gibt es schon',
    },
    {
      why: 'two right answers where one is asked for',
      change: withQuestion(0, { options: options(0).map(option => ({ ...option, right: true })) }),
      problem: 'Genau eine Antwort ist richtig (right: true)',
    },
    {
      why: 'a right answer that is told by its length',
      change: withQuestion(0, {
        options: options(0).map(option => ('right' in option ? { ...option, text: 'lang '.repeat(12) } : option)),
      }),
      problem: /Die Antworten sind zu verschieden lang/,
    },
    {
      why: 'the right answer always at the same place',
      change: ({ questions }) => ({
        questions: questions.map(question => ('options' in question ? single(question.id, 1) : question)),
      }),
      problem: 'Die richtige Antwort steht zu oft an derselben Stelle',
    },
    {
      why: 'the same verdict in all scenarios',
      change: withQuestion(7, scenario('g1-fragen', 'darf')),
      problem: 'Alle Szenarien haben dieselbe Antwort: Bitte abwechseln',
    },
    {
      why: 'a question nobody reads to its end',
      change: withQuestion(0, { ask: 'x'.repeat(181) }),
      problem: /hat 181 Zeichen, höchstens 180/,
    },
    {
      why: 'something imported that nobody has completed',
      change: withQuestion(0, { why: '[ERGÄNZEN]' }),
      problem: 'Hier fehlt noch etwas: [ERGÄNZEN] bitte ersetzen',
    },
    {
      why: 'gender signs',
      change: withQuestion(0, { why: 'Die Bürger:innen wissen das.' }),
      problem: 'Bitte ohne Sonderzeichen gendern: „Mitarbeitende“',
    },
    {
      why: 'a day that does not exist',
      change: withQuestion(0, { stand: '2026-02-30' }),
      problem: 'Das Datum 2026-02-30 gibt es nicht',
    },
    {
      why: 'a review that is due',
      change: withQuestion(0, { review_by: '2026-11-22' }),
      problem: /^Die Frage „g1-frage-0“ war bis 2026-11-22 zu prüfen/,
    },
  ])('$why', ({ change, problem }) => {
    expect(problemsWith(change)).toContainEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem))
  })

  test('a tool that asks for a module nobody teaches', () => {
    const tools = 'tools:\n  - id: schreibix\n    modules: [g7]\n'
    expect(problemsWith(() => ({}), { 'tools.yaml': tools })).toContainEqual(
      expect.stringContaining('Modul „g7“ gibt es nicht'),
    )
  })
})

describe('a review that is due', () => {
  test('is said, but does not keep the pack from being used', () => {
    const files = municipalFiles({
      'training/g1.yaml': stringify({ ...GOOD, ...withQuestion(0, { review_by: '2026-11-22' })(GOOD) }),
    })
    expect(checkPack(files, smallFiles(), TODAY).problems.map(({ overdue }) => overdue)).toEqual([true])
  })
})

describe('the base pack teaches everything', () => {
  test('every rule is asked, every form is met six times', () => {
    const problems = checkPack(smallFiles({ 'training/g1.yaml': stringify(GOOD) }), undefined, TODAY).problems.map(
      ({ message }) => message,
    )
    expect(problems).toContain('Keine Frage zur Regel „zugangsdaten“')
    expect(problems).toContain('Form order: 0 Fragen, mindestens 6')
    expect(problems).not.toContain('Keine Frage zur Regel „personenbezogene-daten“')
  })
})

describe('a municipality changes a module', () => {
  test('a question of the same id takes the place of the old one, others are added, the rest stays', () => {
    const own = { questions: [single('g1-frage-0', 2, { ask: 'Was gilt bei uns?' }), single('g1-eigene', 0)] }
    const base = smallFiles({ 'training/g1.yaml': stringify(GOOD) })
    const { result } = checkPack(municipalFiles({ 'training/g1.yaml': stringify(own) }), base, TODAY)
    if (!result.ok) throw new Error('not built')
    const [module] = result.built.pack.training.modules
    expect(module?.title).toBe(GOOD.title)
    expect(module?.questions.map(({ id }) => id)).toEqual([...GOOD.questions.map(({ id }) => id), 'g1-eigene'])
    expect(module?.questions[0]?.ask).toBe('Was gilt bei uns?')
  })

  test('a lesson of its own takes the place of the old one', () => {
    const own = { lesson: ['A', 'B', 'C', 'D'].map(title => ({ title, text: 'Neu.' })) }
    const base = smallFiles({ 'training/g1.yaml': stringify(GOOD) })
    const { result } = checkPack(municipalFiles({ 'training/g1.yaml': stringify(own) }), base, TODAY)
    if (!result.ok) throw new Error('not built')
    expect(result.built.pack.training.modules[0]?.lesson.map(({ title }) => title)).toEqual(['A', 'B', 'C', 'D'])
  })

  test('house rules are changed one by one', () => {
    const files = municipalFiles({ 'training/settings.yaml': 'pass_share: 0.6\n' })
    const base = smallFiles({ 'training/settings.yaml': 'valid_months: 24\n' })
    const { result } = checkPack(files, base, TODAY)
    if (!result.ok) throw new Error('not built')
    expect(result.built.pack.training.settings).toMatchObject({ pass_share: 0.6, valid_months: 24, round_questions: 5 })
  })

  test('a broken file is named with its line', () => {
    const { problems } = checkPack(municipalFiles({ 'training/g1.yaml': 'title: [' }), smallFiles(), TODAY)
    expect(problems.map(({ file }) => file)).toEqual(['neustadt/training/g1.yaml'])
  })
})
