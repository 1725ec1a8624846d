export { type GivenAnswer, Inputs, readAnswer } from './answer.js'
export { isWorkingDay, plusDays, plusMonths } from './days.js'
export { type FeedbackRow, type Graded, grade, VERDICT_WORDS } from './grade.js'
export { type CoursePlan, dueOn, type LearnerState, type ModulePlan, type Next, type Plan, planFor } from './plan.js'
export { editionOf, type Known, lockOf, questionsOf, rulesVersion } from './questions.js'
export { afterAnswer, QuestionState } from './schedule.js'
export {
  advanced,
  askable,
  type Current,
  currentOf,
  isPassed,
  isStale,
  Session,
  startPortion,
  startRound,
  withoutCurrent,
} from './session.js'
export { shownOrder, shuffled } from './shuffle.js'
export {
  CERTIFICATES,
  certificateStanding,
  earned,
  moduleStanding,
  modulesMissingFor,
  modulesOf,
  newest,
  type Passed,
  type Standing,
} from './standing.js'
export { type Cell, cellOf, cellText, SMALLEST_GROUP } from './statistics.js'
export { type Control, QuestionView, viewOf } from './view.js'
