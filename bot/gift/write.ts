import type { Rule } from '../../policies/pack/rule-schema.js'
import { type Module, type Question, Verdict } from '../../policies/pack/training-schema.js'
import { VERDICT_WORDS } from '../../policies/training/grade.js'
import { choice, escaped, oneLine, rich } from './escape.js'
import { explanationLines } from './explanation.js'
import { tagsOf } from './tags.js'

/** What a question loses on the way to Moodle; `carried` says whether it is in the file at all. */
type Loss = { readonly question: string; readonly carried: boolean; readonly problem: string }
export type Written = { readonly text: string; readonly losses: readonly Loss[] }

type Titled = Pick<Rule, 'id' | 'title'>
type Answer = { readonly text: string; readonly right: boolean; readonly feedback: string }
type Pair = { readonly text: string; readonly feedback: string; readonly other: string }

/** Before the weak prompt in the text of a question. */
export const WEAK = 'Schwacher Prompt:'
/** Before the number of a step in a question about an order. */
export const PLACE = 'Platz'

/** A module's questions as GIFT text for Moodle. */
export function toGift(module: Module, rules: readonly Titled[]): Written {
  const losses = module.questions.flatMap(question => lossesOf(question))
  const gone = new Set(losses.filter(({ carried }) => !carried).map(({ question }) => question))
  const questions = module.questions.filter(({ id }) => !gone.has(id)).map(question => written(question, rules))
  const category = `${module.id} ${oneLine(module.title)}`.replaceAll('/', '//')
  return { text: `${[`$CATEGORY: KI-Kompass/${category}`, ...questions].join('\n\n')}\n\n`, losses }
}

function written(question: Question, rules: readonly Titled[]): string {
  const titles = question.rules.map(id => rules.find(rule => rule.id === id)?.title ?? id)
  const pairs = pairsOf(question)
  const lines = pairs.length > 0 ? pairs.map(pairLine) : choiceLines(question)
  return [
    tagsOf(question),
    `::${question.id}::[plain]${stemOf(question)} {`,
    ...lines.map(line => `\t${line}`),
    `\t####${rich(explanationLines(question, pairs, titles))}`,
    '}',
  ].join('\n')
}

/** Situation and weak prompt are paragraphs of their own before the question. */
function stemOf(question: Question): string {
  const parts = [
    ...('situation' in question ? [escaped(question.situation)] : []),
    ...('weak' in question ? [`${escaped(WEAK)}\\n${escaped(question.weak)}`] : []),
    escaped(question.ask),
  ]
  return parts.join(String.raw`\n\n`)
}

function choiceLines(question: Question): string[] {
  const answers = answersOf(question)
  if (question.form !== 'multiple' && question.form !== 'find')
    return answers.map(answer => choiceLine(answer.right ? '=' : '~', answer))
  const right = answers.filter(answer => answer.right).length
  return answers.map(answer => choiceLine(`~%${answer.right ? share(right) : -share(answers.length - right)}%`, answer))
}

/** The percentages Moodle knows: five digits behind the point. */
const share = (count: number): number => Math.round(1e7 / count) / 1e5

const choiceLine = (sign: string, { text, feedback }: Answer): string => `${sign}${choice(text)}#${rich(feedback)}`
const pairLine = ({ text, other }: Pair): string => `=${choice(text)} -> ${escaped(other)}`

function answersOf(question: Question): readonly Answer[] {
  switch (question.form) {
    case 'single':
    case 'multiple':
    case 'prompt':
      return question.options
    case 'find':
      return question.passages.map(({ text, hit, feedback }) => ({ text, right: hit, feedback }))
    case 'scenario':
      return Verdict.options.map(verdict => ({
        text: VERDICT_WORDS[verdict],
        right: verdict === question.right,
        feedback: question.answers[verdict],
      }))
    case 'match':
    case 'order':
      return []
  }
}

function pairsOf(question: Question): readonly Pair[] {
  if (question.form === 'order') return question.steps.map((step, at) => ({ ...step, other: `${PLACE} ${at + 1}` }))
  if (question.form !== 'match') return []
  const groups = new Map(question.groups.map(({ id, text }) => [id, text]))
  return question.items.map(({ text, feedback, group }) => ({ text, feedback, other: groups.get(group) ?? group }))
}

function lossesOf(question: Question): Loss[] {
  const loss = (problem: string, carried = true): Loss => ({ question: question.id, carried, problem })
  const right = answersOf(question).filter(answer => answer.right).length
  switch (question.form) {
    case 'single':
    case 'prompt':
      return right === 1 ? [] : [loss('Nicht ausgegeben: Genau eine Antwort muss richtig sein.', false)]
    case 'multiple':
      return right > 0 ? [] : [loss('Nicht ausgegeben: Keine Antwort ist richtig.', false)]
    case 'find':
      if (right === 0) return [loss('Nicht ausgegeben: Keine Stelle ist zu finden.', false)]
      return [loss('Moodle mischt die Stellen des Textes. Bitte dort „Antworten mischen“ ausschalten.')]
    case 'match':
      return [loss(PAIRS)]
    case 'order':
      return [loss(`Aus der Reihenfolge wird in Moodle eine Zuordnung zu „${PLACE} 1“ und so weiter. ${PAIRS}`)]
    case 'scenario':
      return []
  }
}

const PAIRS = 'Moodle zeigt beim Zuordnen keine Erklärung je Zeile; die Erklärungen stehen im allgemeinen Feedback.'
