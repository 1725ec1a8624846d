import { randomInt } from 'node:crypto'
import type { AnswerStep, LessonView, StartRequest, Step } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Day } from '../../policies/pack/terms.js'
import type { Person } from '../../policies/tools/principal.js'
import { dueOn, type Inputs, type Plan, planFor, startPortion, startRound } from '../../policies/training/index.js'
import { dayOf } from '../clock.js'
import type { Store } from '../storage/store.js'
import { answerTo, resumed } from './answer.js'
import type { Desk } from './desk.js'
import { activeRecord, type Known, knownLearner } from './learner.js'
import { type LearningKey, pseudonymOf, signingKey } from './pseudonym.js'
import { questionStep, stopped } from './steps.js'

export type LearningDeps = {
  readonly store: Pick<Store, 'learning' | 'proofs'>
  readonly pack: () => Pack
  readonly now: () => Date
  readonly key: LearningKey
  /** A number from which the order of questions follows; only tests give one. */
  readonly seed?: () => number
}

/** Learning for chat and pages alike: lessons, rounds, repetition. Nobody can ask about anybody else. */
export type Learning = {
  readonly plan: (person: Person) => Promise<{ readonly plan: Plan; readonly known: Known }>
  readonly lesson: (module: string) => LessonView | undefined
  /** False if there is no such lesson in this version (any more). */
  readonly lessonRead: (person: Person, module: string, version: number) => Promise<boolean>
  readonly start: (person: Person, request: StartRequest) => Promise<Step>
  /** The question a round is at, to show it again. */
  readonly resume: (person: Person, session: string) => Promise<Step>
  readonly answer: (person: Person, session: string, inputs: Inputs) => Promise<AnswerStep>
  /** No repetition before that day. */
  readonly pause: (person: Person, until: Day | undefined) => Promise<void>
  readonly pseudonymOf: (person: string) => string
}

export function createLearning(deps: LearningDeps): Learning {
  const { store, now, key } = deps
  const seed = deps.seed ?? (() => randomInt(0xffffffff))
  const signing = signingKey(key)
  const municipality = (): string => deps.pack().manifest.id
  const pseudonym = (person: string): string => pseudonymOf(key, municipality(), person)
  const sitDown = async (person: Person): Promise<Desk> => {
    const name = pseudonym(person.id)
    const known = await knownLearner(store, person.id, name)
    return { person, pseudonym: name, known, pack: deps.pack(), today: dayOf(now()), signing, store }
  }
  return {
    async plan(person) {
      const { known, pack, today } = await sitDown(person)
      return { plan: planFor(known, pack, today), known }
    },
    lesson: module => lessonOf(module, deps.pack()),
    async lessonRead(person, module, version) {
      const desk = await sitDown(person)
      if (lessonOf(module, desk.pack)?.version !== version) return false
      const lessons = { ...desk.known.lessons, [module]: version }
      await store.learning.saveLearner(desk.pseudonym, activeRecord(desk.known.record, desk.today, { lessons }))
      return true
    },
    start: async (person, request) => start(request, await sitDown(person), seed()),
    resume: async (person, session) => resumed(session, await sitDown(person)),
    answer: async (person, session, inputs) => answerTo(session, inputs, await sitDown(person)),
    async pause(person, until) {
      const { known, pseudonym: name, today } = await sitDown(person)
      await store.learning.saveLearner(name, activeRecord(known.record, today, { pausedUntil: until }))
    },
    pseudonymOf: pseudonym,
  }
}

function lessonOf(id: string, { training }: Pack): LessonView | undefined {
  const module = training.modules.find(candidate => candidate.id === id)
  if (!module) return undefined
  const { title, version, minutes, goals, lesson } = module
  return { id, title, version, minutes, goals, screens: lesson }
}

/** A round of a module whose lesson was read, or today's portion of repetition. */
function start(request: StartRequest, desk: Desk, seed: number): Step {
  const { pack, known, today } = desk
  if (request.kind === 'portion') {
    const due = dueOn(today, known.states, pack)
    const portion = startPortion(due, pack.training.settings.portion_questions, seed, today)
    return portion ? questionStep(portion, desk) : stopped('nothing-due')
  }
  const course = planFor(known, pack, today).courses.find(({ modules }) =>
    modules.some(({ module }) => module.id === request.module),
  )
  const planned = course?.modules.find(({ module }) => module.id === request.module)
  if (!course || !planned) return stopped('no-module')
  if (!course.open) return stopped('not-open')
  if (!planned.read) return stopped('lesson-first')
  const round = startRound(planned.module, pack, seed, today)
  return round ? questionStep(round, desk) : stopped('locked')
}
