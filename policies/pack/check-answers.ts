import type { Module, Question } from './training-schema.js'

/** A problem of a module's answers; `at` is the position of the question, undefined if it is about all of them. */
type AnswerProblem = { readonly at: number | undefined; readonly message: string }

/** The longest option may be this many times the shortest; below SHORT characters lengths say nothing. */
const LONGEST_TO_SHORTEST = 1.8
const SHORT = 25

/** Whether the answers can be told by anything but knowledge: number, length and position of the right ones. */
export function answersProblems({ questions }: Module): AnswerProblem[] {
  return [
    ...questions.flatMap((question, at) => numberProblems(question).map(message => ({ at, message }))),
    ...questions.flatMap((question, at) => lengthProblems(question).map(message => ({ at, message }))),
    ...habitProblems(questions).map(message => ({ at: undefined, message })),
  ]
}

function numberProblems(question: Question): string[] {
  switch (question.form) {
    case 'single':
    case 'prompt':
      return rightOf(question.options) === 1 ? [] : ['Genau eine Antwort ist richtig (right: true)']
    case 'multiple': {
      const right = rightOf(question.options)
      return right >= 2 && right < question.options.length
        ? []
        : ['Mindestens zwei Antworten sind richtig und mindestens eine ist falsch']
    }
    case 'find': {
      const hits = question.passages.filter(({ hit }) => hit).length
      return hits >= 2 && question.passages.length - hits >= 2
        ? []
        : ['Mindestens zwei Stellen sind zu finden (hit: true), und mindestens zwei nicht']
    }
    case 'match': {
      const ids = question.groups.map(({ id }) => id)
      const used = new Set(question.items.map(({ group }) => group))
      return [
        ...[...used].filter(id => !ids.includes(id)).map(id => `Gruppe „${id}“ steht nicht unter groups`),
        ...ids.filter(id => !used.has(id)).map(id => `Zur Gruppe „${id}“ gehört nichts`),
        ...(new Set(ids).size < ids.length ? ['Eine Gruppe steht doppelt'] : []),
      ]
    }
    case 'order':
    case 'scenario':
      return []
  }
}

const rightOf = (options: readonly { readonly right: boolean }[]): number => options.filter(({ right }) => right).length

function lengthProblems(question: Question): string[] {
  if (question.form !== 'single' && question.form !== 'multiple' && question.form !== 'prompt') return []
  const lengths = question.options.map(({ text }) => text.length)
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)]
  return longest > SHORT && longest > LONGEST_TO_SHORTEST * shortest
    ? [`Die Antworten sind zu verschieden lang (${shortest} bis ${longest} Zeichen): Die Länge verrät etwas`]
    : []
}

/** Over a module: neither a favourite position nor "the longest is right", nor the same verdict in every scenario. */
function habitProblems(questions: readonly Question[]): string[] {
  const chosen = questions.flatMap(question =>
    question.form === 'single' || question.form === 'prompt' ? [question.options] : [],
  )
  const problems: string[] = []
  if (chosen.length >= 3) {
    const positions = chosen.map(options => options.findIndex(({ right }) => right))
    const often = Math.max(...positions.map(position => positions.filter(other => other === position).length))
    if (often > Math.ceil(chosen.length / 2)) problems.push('Die richtige Antwort steht zu oft an derselben Stelle')
    const longest = chosen.filter(options => {
      const right = options.find(option => option.right)?.text.length ?? 0
      return options.every(({ text, right: isRight }) => isRight || text.length < right)
    }).length
    if (longest > Math.ceil(chosen.length / 2)) problems.push('Die richtige Antwort ist zu oft die längste')
  }
  const verdicts = questions.flatMap(question => (question.form === 'scenario' ? [question.right] : []))
  if (verdicts.length >= 2 && new Set(verdicts).size === 1)
    problems.push('Alle Szenarien haben dieselbe Antwort: Bitte abwechseln')
  return problems
}
