import type { AnswerStep, FeedbackView, QuestionStep, Step } from '../../policies/learning-contract.js'
import type { Inputs } from '../../policies/training/answer.js'

export type FinishedStep = Extract<Step, { kind: 'finished' }>
export type StoppedStep = Extract<Step, { kind: 'stopped' }>

/** What a round shows. `notice`: why an answer was not taken; what was chosen stays. */
export type RoundState =
  | { readonly kind: 'question'; readonly step: QuestionStep; readonly inputs: Inputs; readonly notice?: string }
  | { readonly kind: 'feedback'; readonly step: QuestionStep; readonly feedback: FeedbackView; readonly after: Step }
  | { readonly kind: 'finished'; readonly step: FinishedStep }
  | { readonly kind: 'stopped'; readonly step: StoppedStep }

/** A step as it is shown first. */
export const shown = (step: Step): RoundState =>
  step.kind === 'question' ? { kind: 'question', step, inputs: {} } : stateOf(step)

const stateOf = (step: FinishedStep | StoppedStep): RoundState =>
  step.kind === 'finished' ? { kind: 'finished', step } : { kind: 'stopped', step }

/** After an answer: the feedback, or the same question with what is missing, or the end. */
export function answered(state: Extract<RoundState, { kind: 'question' }>, answer: AnswerStep): RoundState {
  if (answer.kind === 'feedback')
    return { kind: 'feedback', step: state.step, feedback: answer.feedback, after: answer.after }
  return answer.reason === 'incomplete' ? { ...state, notice: answer.message } : { kind: 'stopped', step: answer }
}
