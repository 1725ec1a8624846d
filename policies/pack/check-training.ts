import type { BuiltPack } from './build.js'
import { answersProblems } from './check-answers.js'
import { ofModule } from './locate.js'
import type { Problem } from './problem.js'
import { countWords } from './rule-schema.js'
import { FORMS, type Module, type Question } from './training-schema.js'

const SCREEN_WORDS = 75
const QUESTIONS = 8
const SCENARIOS = 2
/** How often each form is met in the whole curriculum at least. */
const EACH_FORM = 6

/** Length of texts in characters: a card on a phone, and somebody at the counter. */
const LONGEST = { ask: 180, why: 300, situation: 350, weak: 350, feedback: 260, option: 150, version: 320 } as const

/** Everything about what a pack teaches; a pack that teaches nothing has nothing to check. */
export function training(built: BuiltPack): Problem[] {
  const { pack, merged } = built
  const { modules } = pack.training
  if (modules.length === 0) return []
  return [
    ...modules.flatMap(module => [
      ...lessonProblems(module, merged),
      ...countProblems(module, merged),
      ...module.questions.flatMap((question, at) => questionProblems(module, question, at, built)),
    ]),
    ...doubleQuestions(built),
    ...unknownModules(built),
    ...(pack.manifest.extends === undefined ? curriculumProblems(built) : []),
  ]
}

function lessonProblems(module: Module, merged: BuiltPack['merged']): Problem[] {
  return module.lesson.flatMap(({ title, text, points, example = '' }, at) => {
    const words = countWords([title, text, ...points, example].join(' '))
    if (words <= SCREEN_WORDS) return []
    const message = `Seite ${at + 1} der Lektion hat ${words} Wörter, höchstens ${SCREEN_WORDS} sind erlaubt`
    return [{ ...ofModule(merged, module.id, 'lesson', at), message }]
  })
}

/** Enough questions for repetition not to be learned by heart, scenarios for every round, and every form announced. */
function countProblems(module: Module, merged: BuiltPack['merged']): Problem[] {
  const { id, questions, forms } = module
  const report = (message: string): Problem => ({ ...ofModule(merged, id, 'questions'), message })
  const scenarios = questions.filter(({ form }) => form === 'scenario').length
  return [
    ...(questions.length < QUESTIONS ? [report(`Fragen: ${questions.length}, mindestens ${QUESTIONS}`)] : []),
    ...(scenarios < SCENARIOS ? [report(`Fragen der Form scenario: ${scenarios}, mindestens ${SCENARIOS}`)] : []),
    ...forms
      .filter(form => questions.every(question => question.form !== form))
      .map(form => report(`Keine Frage der Form ${form}, die unter forms steht`)),
    ...module.rules
      .filter(rule => questions.every(question => !question.rules.includes(rule)))
      .map(rule => report(`Zur Regel „${rule}“ fragt dieses Modul nichts`)),
    ...answersProblems(module).map(({ at, message }) => ({
      ...ofModule(merged, id, 'questions', ...(at === undefined ? [] : [at])),
      message,
    })),
  ]
}

function questionProblems(module: Module, question: Question, at: number, { pack, merged }: BuiltPack): Problem[] {
  const report = (message: string, ...path: PropertyKey[]): Problem => ({
    ...ofModule(merged, module.id, 'questions', at, ...path),
    message,
  })
  const rules = pack.rules.filter(({ id }) => question.rules.includes(id))
  const cited = new Set(rules.flatMap(({ sources }) => sources.map(({ article, seed }) => article ?? seed)))
  return [
    ...(question.id.startsWith(`${module.id}-`) ? [] : [report(`Die Kennung beginnt mit „${module.id}-“`, 'id')]),
    ...(module.forms.includes(question.form) ? [] : [report(`Form ${question.form} steht nicht unter forms`, 'form')]),
    ...question.rules
      .filter(rule => !module.rules.includes(rule) || rules.every(({ id }) => id !== rule))
      .map(rule => report(`Regel „${rule}“ gehört nicht zu diesem Modul`, 'rules')),
    ...question.sources.flatMap(({ article, seed }, index) =>
      cited.has(article ?? seed)
        ? []
        : [report(`Quelle „${article ?? seed}“ steht bei keiner der Regeln dieser Frage`, 'sources', index)],
    ),
    ...textsOf(question).flatMap(({ text, most }) => [
      ...(text.length > most ? [report(`„${text.slice(0, 30)} …“ hat ${text.length} Zeichen, höchstens ${most}`)] : []),
      ...(text.includes('[ERGÄNZEN') ? [report('Hier fehlt noch etwas: [ERGÄNZEN] bitte ersetzen')] : []),
      ...(/\p{L}[*:_]innen/u.test(text) ? [report('Bitte ohne Sonderzeichen gendern: „Mitarbeitende“')] : []),
    ]),
  ]
}

/** Every text of a question with the most characters it may have. */
function textsOf(question: Question): { text: string; most: number }[] {
  const common = [
    { text: question.ask, most: LONGEST.ask },
    { text: question.why, most: LONGEST.why },
    { text: question.misconception, most: LONGEST.why },
  ]
  const parts = (list: readonly { text: string; feedback: string }[], most: number) =>
    list.flatMap(({ text, feedback }) => [
      { text, most },
      { text: feedback, most: LONGEST.feedback },
    ])
  switch (question.form) {
    case 'single':
    case 'multiple':
      return [...common, ...parts(question.options, LONGEST.option)]
    case 'prompt':
      return [
        ...common,
        { text: question.situation, most: LONGEST.situation },
        { text: question.weak, most: LONGEST.weak },
        ...parts(question.options, LONGEST.version),
      ]
    case 'match':
      return [...common, ...parts(question.items, LONGEST.option)]
    case 'order':
      return [...common, ...parts(question.steps, LONGEST.option)]
    case 'find':
      return [...common, ...parts(question.passages, LONGEST.option)]
    case 'scenario':
      return [
        ...common,
        { text: question.situation, most: LONGEST.situation },
        ...Object.values(question.answers).map(text => ({ text, most: LONGEST.feedback })),
      ]
  }
}

function doubleQuestions({ pack, merged }: BuiltPack): Problem[] {
  const owner = new Set<string>()
  return pack.training.modules.flatMap(module =>
    module.questions.flatMap(({ id }, at) => {
      const known = owner.has(id)
      owner.add(id)
      return known
        ? [{ ...ofModule(merged, module.id, 'questions', at), message: `Die Frage „${id}“ gibt es schon` }]
        : []
    }),
  )
}

/** Modules a tool asks for, and rules a module names. */
function unknownModules({ pack, merged }: BuiltPack): Problem[] {
  const modules = new Set(pack.training.modules.map(({ id }) => id))
  const rules = new Set(pack.rules.map(({ id }) => id))
  return [
    ...pack.tools.flatMap((tool, at) =>
      (tool.modules ?? [])
        .filter(id => !modules.has(id))
        .map(id => ({ ...merged.tools.locate(['tools', at, 'modules']), message: `Modul „${id}“ gibt es nicht` })),
    ),
    ...pack.training.modules.flatMap(module =>
      module.rules
        .filter(id => !rules.has(id))
        .map(id => ({ ...ofModule(merged, module.id, 'rules'), message: `Regel „${id}“ gibt es nicht` })),
    ),
  ]
}

/** The base pack teaches everything: every rule is asked, every form is met often enough to be familiar. */
function curriculumProblems({ pack, merged }: BuiltPack): Problem[] {
  const questions = pack.training.modules.flatMap(module => module.questions)
  const asked = new Set(questions.flatMap(({ rules }) => rules))
  const at = merged.trainingSettings.locate([])
  return [
    ...pack.rules
      .filter(({ id }) => !asked.has(id))
      .map(({ id }) => ({ ...at, message: `Keine Frage zur Regel „${id}“` })),
    ...FORMS.map(form => ({ form, count: questions.filter(question => question.form === form).length }))
      .filter(({ count }) => count < EACH_FORM)
      .map(({ form, count }) => ({ ...at, message: `Form ${form}: ${count} Fragen, mindestens ${EACH_FORM}` })),
  ]
}
