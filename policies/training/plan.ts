import type { Pack } from '../pack/pack-schema.js'
import type { Day } from '../pack/terms.js'
import type { Course, Module, Question } from '../pack/training-schema.js'
import { plusDays } from './days.js'
import { lockOf, questionsOf, rulesVersion } from './questions.js'
import type { QuestionState } from './schedule.js'
import { askable } from './session.js'
import { certificateStanding, isToLearn, moduleStanding, modulesOf, type Passed, type Standing } from './standing.js'

/** What is known of a learner: proof, learning state, lessons read (module → version), pause. */
export type LearnerState = {
  readonly passed: readonly Passed[]
  readonly states: readonly QuestionState[]
  readonly lessons: Readonly<Record<string, number>>
  readonly pausedUntil: Day | undefined
}

type ModulePlan = {
  readonly module: Module
  readonly standing: Standing
  /** The lesson of this version was read. */
  readonly read: boolean
  readonly toLearn: boolean
  /** Too many of its questions wait for review: it cannot be passed at the moment. */
  readonly locked: boolean
}

/** What comes next for somebody. `module`: its lesson first, if that was not read yet. */
type Next =
  | { readonly kind: 'repeat' }
  | { readonly kind: 'module'; readonly plan: ModulePlan }
  | { readonly kind: 'nothing'; readonly nextDue: Day | undefined }

type CoursePlan = {
  readonly course: Course
  readonly certificate: Standing
  readonly modules: readonly ModulePlan[]
  /** How many of its modules count today. */
  readonly done: number
  /** False while the KI-Pass it needs is missing. */
  readonly open: boolean
}

export type Plan = {
  readonly courses: readonly CoursePlan[]
  /** Due today, most overdue first; empty during a pause. */
  readonly due: readonly Question[]
  readonly pausedUntil: Day | undefined
  readonly next: Next
}

type Content = Pick<Pack, 'rules' | 'training'>

/** Everything `lernen` shows: what is due, where one stands with each course, what comes next. */
export function planFor(learner: LearnerState, content: Content, today: Day): Plan {
  const pausedUntil = learner.pausedUntil && learner.pausedUntil > today ? learner.pausedUntil : undefined
  const courses = [coursePlan('grundkurs', learner, content, today), coursePlan('lotsen', learner, content, today)]
  const due = pausedUntil ? [] : dueOn(today, learner.states, content)
  return { courses, due, pausedUntil, next: nextOf(courses, due, learner.states, today) }
}

function coursePlan(course: Course, learner: LearnerState, content: Content, today: Day): CoursePlan {
  const certificate = certificateStanding(course, learner.passed, content, today)
  const modules = modulesOf(content, course).map(module => {
    const standing = moduleStanding(module, learner.passed, content, today)
    return {
      module,
      standing,
      read: learner.lessons[module.id] === module.version,
      toLearn: isToLearn(module, learner.passed, content, today),
      locked: askable(module, content).length < content.training.settings.round_questions,
    }
  })
  const open =
    course === 'grundkurs' || certificateStanding('grundkurs', learner.passed, content, today).kind === 'valid'
  return { course, certificate, modules, done: modules.filter(({ toLearn }) => !toLearn).length, open }
}

/** Repetition first: it takes five minutes. The course of the Digitallotsen is offered only to those who began it. */
function nextOf(
  courses: readonly CoursePlan[],
  due: readonly Question[],
  states: readonly QuestionState[],
  today: Day,
): Next {
  if (due.length > 0) return { kind: 'repeat' }
  const begun = courses.filter(({ course, open, done }) => open && (course === 'grundkurs' || done > 0))
  const plan = begun.flatMap(({ modules }) => modules).find(({ toLearn, locked }) => toLearn && !locked)
  if (plan) return { kind: 'module', plan }
  return {
    kind: 'nothing',
    nextDue: states
      .map(nextDay)
      .filter(day => day > today)
      .sort()[0],
  }
}

/** When a question comes again: on its day, but never twice on the day it was asked. */
function nextDay({ due, lastReview }: QuestionState): Day {
  const earliest = plusDays(lastReview, 1)
  return due > earliest ? due : earliest
}

/**
 * Questions to repeat on a day: due, or about a rule that changed since; never twice a day, never a locked one, and none
 * that was never asked, because repetition teaches nothing new.
 */
export function dueOn(today: Day, states: readonly QuestionState[], content: Content): Question[] {
  const known = questionsOf(content)
  return states
    .flatMap(state => {
      const question = known.get(state.question)?.question
      if (!question || state.lastReview >= today || lockOf(question, content) !== undefined) return []
      const changed = state.rules !== rulesVersion(question, content)
      return state.due <= today || changed ? [{ question, due: changed ? state.lastReview : state.due }] : []
    })
    .sort((a, b) => (a.due === b.due ? (a.question.id < b.question.id ? -1 : 1) : a.due < b.due ? -1 : 1))
    .map(({ question }) => question)
}
