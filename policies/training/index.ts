export { Inputs, readAnswer } from './answer.js'
export { isWorkingDay, plusDays, plusMonths } from './days.js'
export { type Graded, grade } from './grade.js'
export { dueOn, type LearnerState, type Plan, planFor } from './plan.js'
export { questionsOf, rulesVersion } from './questions.js'
export { afterAnswer, QuestionState } from './schedule.js'
export {
  advanced,
  currentOf,
  isPassed,
  isStale,
  Session,
  startPortion,
  startRound,
} from './session.js'
export { shownOrder } from './shuffle.js'
export {
  CERTIFICATES,
  certificateStanding,
  earned,
  moduleStanding,
  modulesMissingFor,
  modulesOf,
  type Passed,
  type Standing,
} from './standing.js'
export { cellOf, cellText } from './statistics.js'
export { type Control, QuestionView, viewOf } from './view.js'
