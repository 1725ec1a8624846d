import type { Question, Verdict } from '../pack/training-schema.js'
import type { GivenAnswer } from './answer.js'

/**
 * One line of the feedback. `right`: chosen and right, `wrong`: chosen and not right, `missed`: right and not chosen,
 * `solution`: what would have been right where only one thing can be.
 */
type FeedbackRow = {
  readonly mark: 'right' | 'wrong' | 'missed' | 'solution'
  readonly text: string
  readonly feedback: string
  /** Only where something was assigned: the group or place given, and the right one. */
  readonly given?: string
  readonly correct?: string
}

export type Graded = { readonly right: boolean; readonly rows: readonly FeedbackRow[]; readonly why: string }

/** What the three answers of a scenario are called. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  darf: 'Ja, das ist erlaubt',
  'darf-nicht': 'Nein, so nicht',
  'erst-fragen': 'Erst fragen',
}

/**
 * Grades an answer to this very question.
 * @param share of the assignments of a match question that must be right (0 to 1); every other form must be right as a whole
 */
export function grade(question: Question, answer: GivenAnswer, share: number): Graded {
  const rows = rowsOf(question, answer)
  const right = rows.filter(({ mark }) => mark === 'right').length
  const enough = question.form === 'match' ? right >= share * rows.length : right === rows.length
  return { right: enough, rows, why: question.why }
}

function rowsOf(question: Question, answer: GivenAnswer): FeedbackRow[] {
  switch (question.form) {
    case 'single':
    case 'prompt':
      return onlyOne(question.options, chosenIn(answer))
    case 'multiple':
      return several(question.options, chosenIn(answer))
    case 'find':
      return several(
        question.passages.map(({ text, hit, feedback }) => ({ text, right: hit, feedback })),
        chosenIn(answer),
      )
    case 'match': {
      const names = new Map(question.groups.map(({ id, text }) => [id, text]))
      const groups = answer.form === 'groups' ? answer.groups : []
      return question.items.map(({ text, group, feedback }, at) => ({
        mark: groups[at] === group ? 'right' : 'wrong',
        text,
        feedback,
        given: names.get(groups[at] ?? '') ?? '',
        correct: names.get(group) ?? '',
      }))
    }
    case 'order': {
      const places = answer.form === 'places' ? answer.places : []
      return question.steps.map(({ text, feedback }, at) => ({
        mark: places[at] === at + 1 ? 'right' : 'wrong',
        text,
        feedback,
        given: String(places[at] ?? ''),
        correct: String(at + 1),
      }))
    }
    case 'scenario': {
      const verdict = answer.form === 'verdict' ? answer.verdict : undefined
      const row = (mark: FeedbackRow['mark'], of: Verdict): FeedbackRow => ({
        mark,
        text: VERDICT_WORDS[of],
        feedback: question.answers[of],
      })
      if (verdict === question.right) return [row('right', question.right)]
      return [...(verdict ? [row('wrong', verdict)] : []), row('solution', question.right)]
    }
  }
}

const chosenIn = (answer: GivenAnswer): ReadonlySet<number> => (answer.form === 'chosen' ? answer.chosen : new Set())

type Choice = { readonly text: string; readonly right: boolean; readonly feedback: string }

function onlyOne(options: readonly Choice[], chosen: ReadonlySet<number>): FeedbackRow[] {
  return options.flatMap(({ text, right, feedback }, at): FeedbackRow[] => {
    if (chosen.has(at)) return [{ mark: right ? 'right' : 'wrong', text, feedback }]
    return right ? [{ mark: 'solution', text, feedback }] : []
  })
}

function several(options: readonly Choice[], chosen: ReadonlySet<number>): FeedbackRow[] {
  return options.flatMap(({ text, right, feedback }, at): FeedbackRow[] => {
    if (chosen.has(at)) return [{ mark: right ? 'right' : 'wrong', text, feedback }]
    return right ? [{ mark: 'missed', text, feedback }] : []
  })
}
