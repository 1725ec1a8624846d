export { type GivenAnswer, Inputs, readAnswer } from './answer.js'
export { isWorkingDay, plusDays, plusMonths } from './days.js'
export { type FeedbackRow, type Graded, grade } from './grade.js'
export { type CoursePlan, dueOn, type LearnerState, type ModulePlan, type Next, type Plan, planFor } from './plan.js'
export { type Known, questionsOf, rulesVersion } from './questions.js'
export { afterAnswer, QuestionState } from './schedule.js'
export {
  advanced,
  type Current,
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
export { type Cell, cellOf, cellText } from './statistics.js'
export { type Control, QuestionView, viewOf } from './view.js'
