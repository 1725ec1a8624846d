import type { Learning } from '../../bot/learning/learning.js'
import type { AnswerStep, FinishedStep, QuestionStep } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Question } from '../../policies/pack/training-schema.js'
import type { Person } from '../../policies/tools/principal.js'
import { type Inputs, type QuestionView, questionsOf } from '../../policies/training/index.js'

/** What somebody sends who knows the answer; only tests know it. */
export function rightInputs(view: QuestionView, pack: Pack): Inputs {
  const question = questionOf(view.id, pack)
  switch (question.form) {
    case 'single':
    case 'prompt':
    case 'multiple':
      return { a: positions(question.options.map(({ right }) => right)) }
    case 'find':
      return { a: positions(question.passages.map(({ hit }) => hit)) }
    case 'scenario':
      return { a: question.right }
    case 'match':
      return Object.fromEntries(question.items.map(({ group }, at) => [`i${at}`, group]))
    case 'order':
      return Object.fromEntries(
        partsOf(view).map(({ field, text }) => [
          field,
          String(question.steps.findIndex(step => step.text === text) + 1),
        ]),
      )
  }
}

/** A complete answer that is wrong. */
export function wrongInputs(view: QuestionView, pack: Pack): Inputs {
  const question = questionOf(view.id, pack)
  switch (question.form) {
    case 'single':
    case 'prompt':
      return { a: String(question.options.findIndex(({ right }) => !right)) }
    case 'multiple':
      return { a: positions(question.options.map(({ right }) => !right)) }
    case 'find':
      return { a: positions(question.passages.map(({ hit }) => !hit)) }
    case 'scenario':
      return { a: question.right === 'darf' ? 'darf-nicht' : 'darf' }
    case 'match': {
      const other = (group: string): string => question.groups.find(({ id }) => id !== group)?.id ?? ''
      return Object.fromEntries(question.items.map(({ group }, at) => [`i${at}`, other(group)]))
    }
    case 'order': {
      const right = Object.entries(rightInputs(view, pack))
      const places = right.map(([, place]) => place)
      return Object.fromEntries(right.map(([field], at) => [field, places[(at + 1) % places.length] ?? '']))
    }
  }
}

const positions = (marks: readonly boolean[]): string =>
  marks.flatMap((mark, at) => (mark ? [String(at)] : [])).join(',')

const partsOf = ({ control }: QuestionView) => (control.kind === 'assign' ? control.parts : [])

function questionOf(id: string, pack: Pack): Question {
  const known = questionsOf(pack).get(id)
  if (!known) throw new Error(`no question ${id}`)
  return known.question
}

export function questionIn(step: { readonly kind: string }): QuestionStep {
  if (step.kind !== 'question') throw new Error(`expected a question: ${JSON.stringify(step)}`)
  return step as QuestionStep
}

export function feedbackIn(step: AnswerStep): Extract<AnswerStep, { kind: 'feedback' }> {
  if (step.kind !== 'feedback') throw new Error(`expected feedback: ${JSON.stringify(step)}`)
  return step
}

/** Answers a round to its end; the first `wrong` questions are answered wrongly. */
export async function answerAll(
  learning: Learning,
  person: Person,
  first: QuestionStep,
  pack: Pack,
  wrong = 0,
): Promise<FinishedStep> {
  let step = first
  for (let at = 0; ; at += 1) {
    const inputs = at < wrong ? wrongInputs(step.question, pack) : rightInputs(step.question, pack)
    const { feedback, after } = feedbackIn(await learning.answer(person, step.session, inputs))
    if (feedback.right !== at >= wrong) throw new Error(`${step.question.id} graded ${feedback.right}`)
    if (after.kind === 'finished') return after
    step = questionIn(after)
  }
}

/** Reads the lesson of a module and answers a round. */
export async function learnModule(
  learning: Learning,
  person: Person,
  module: string,
  pack: Pack,
  wrong = 0,
): Promise<FinishedStep> {
  await learning.lessonRead(person, module, learning.lesson(module)?.version ?? 0)
  const started = questionIn(await learning.start(person, { kind: 'round', module }))
  return answerAll(learning, person, started, pack, wrong)
}
