import { z } from 'zod'
import { Area, Certainty, Day, Id, Light } from './pack/terms.js'
import { Course, Screen } from './pack/training-schema.js'
import { KINDS } from './protect/finding.js'
import { Inputs } from './training/answer.js'
import { QuestionView } from './training/view.js'

// What the HTTP API takes and gives for learning, the Kompass, chat in the tab, and one's own data.

/** `because`: title of the changed rule that ends it before its time. */
const StandingView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({ kind: z.literal('valid'), since: Day, until: Day, because: z.string().optional() }),
  z.strictObject({ kind: z.literal('ended'), since: Day, until: Day, because: z.string().optional() }),
])
export type StandingView = z.infer<typeof StandingView>

const ModuleView = z.strictObject({
  id: Id,
  title: z.string(),
  minutes: z.int(),
  version: z.int(),
  standing: StandingView,
  read: z.boolean(),
  toLearn: z.boolean(),
  locked: z.boolean(),
})
export type ModuleView = z.infer<typeof ModuleView>

/** GET /api/learning: where the asker stands, and what comes next. */
export const LearningView = z.strictObject({
  name: z.string().optional(),
  municipality: z.string(),
  example: z.boolean(),
  today: Day,
  next: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('repeat') }),
    z.strictObject({ kind: z.literal('module'), module: Id, read: z.boolean() }),
    z.strictObject({ kind: z.literal('nothing'), nextDue: Day.optional() }),
  ]),
  /** Questions due today, at most one portion of them is asked. */
  due: z.int(),
  portion: z.int(),
  pausedUntil: Day.optional(),
  /** `possible` is false where no chat with the bot is known. */
  reminder: z.strictObject({ possible: z.boolean(), hour: z.int().optional() }),
  courses: z.array(
    z.strictObject({
      course: Course,
      title: z.string(),
      certificate: z.strictObject({ id: Id, title: z.string(), standing: StandingView }),
      open: z.boolean(),
      done: z.int(),
      modules: z.array(ModuleView),
    }),
  ),
  /** Approved tools, and the modules still missing for each. */
  tools: z.array(z.strictObject({ id: Id, name: z.string(), missing: z.array(z.string()) })),
  round: z.strictObject({ questions: z.int(), share: z.number() }),
})
export type LearningView = z.infer<typeof LearningView>

/** GET /api/learning/modules/:id */
export const LessonView = z.strictObject({
  id: Id,
  title: z.string(),
  version: z.int(),
  minutes: z.int(),
  goals: z.array(z.string()),
  screens: z.array(Screen),
})
export type LessonView = z.infer<typeof LessonView>

/** POST /api/learning/lesson: the lesson of this version was read to its end. */
export const LessonRead = z.strictObject({ module: Id, version: z.int() })

/** POST /api/learning/start */
export const StartRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('round'), module: Id }),
  z.strictObject({ kind: z.literal('portion') }),
])
export type StartRequest = z.infer<typeof StartRequest>

/** POST /api/learning/answer; `session` as it came with the question. */
export const AnswerRequest = z.strictObject({ session: z.string().max(4_000), inputs: Inputs })

export const FeedbackView = z.strictObject({
  right: z.boolean(),
  rows: z.array(
    z.strictObject({
      mark: z.enum(['right', 'wrong', 'missed', 'solution']),
      text: z.string(),
      feedback: z.string(),
      given: z.string().optional(),
      correct: z.string().optional(),
    }),
  ),
  why: z.string(),
  rules: z.array(z.strictObject({ id: Id, title: z.string() })),
  /** Source with its Stand, ready to be read. */
  sources: z.array(z.string()),
})
export type FeedbackView = z.infer<typeof FeedbackView>

const QuestionStep = z.strictObject({
  kind: z.literal('question'),
  session: z.string(),
  /** Counts from 1. */
  at: z.int(),
  of: z.int(),
  question: QuestionView,
})
export type QuestionStep = z.infer<typeof QuestionStep>

/** The end of a round or portion. `certificates`: titles of what was gained with it. */
const FinishedStep = z.strictObject({
  kind: z.literal('finished'),
  round: z.enum(['round', 'portion']),
  module: z.strictObject({ id: Id, title: z.string() }).optional(),
  passed: z.boolean(),
  right: z.int(),
  of: z.int(),
  certificates: z.array(z.strictObject({ id: Id, title: z.string() })),
  nextModule: z.strictObject({ id: Id, title: z.string() }).optional(),
})
export type FinishedStep = z.infer<typeof FinishedStep>

/** Where it does not go on as thought; `message` says why and what to do. */
const StoppedStep = z.strictObject({
  kind: z.literal('stopped'),
  reason: z.enum(['incomplete', 'changed', 'stale', 'locked', 'lesson-first', 'nothing-due', 'not-open', 'unknown']),
  message: z.string(),
})
export type StoppedStep = z.infer<typeof StoppedStep>

/** Answer to `start`. */
export const Step = z.discriminatedUnion('kind', [QuestionStep, FinishedStep, StoppedStep])
export type Step = z.infer<typeof Step>

/** Answer to `answer`: what was right, and what comes after. */
export const AnswerStep = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('feedback'),
    feedback: FeedbackView,
    after: z.discriminatedUnion('kind', [QuestionStep, FinishedStep, StoppedStep]),
  }),
  StoppedStep,
])
export type AnswerStep = z.infer<typeof AnswerStep>

/** POST /api/learning/pause: until a day, or not any more. */
export const PauseRequest = z.strictObject({ until: Day.nullable() })
/** POST /api/learning/reminder: at this hour of German time on working days, or not any more. */
export const ReminderRequest = z.strictObject({ hour: z.int().min(7).max(18).nullable() })

/** GET /api/rules: the Kompass, every rule in full. */
export const KompassView = z.strictObject({
  municipality: z.string(),
  example: z.boolean(),
  stand: Day,
  areas: z.array(z.strictObject({ id: Area, name: z.string() })),
  rules: z.array(
    z.strictObject({
      id: Id,
      title: z.string(),
      area: Area,
      light: Light,
      short: z.string(),
      why: z.string(),
      do: z.array(z.string()),
      dont: z.array(z.string()),
      instead: z.array(z.string()),
      version: z.int(),
      validFrom: Day,
      reviewBy: Day,
      changes: z.array(z.strictObject({ version: z.int(), on: Day, what: z.string() })),
      sources: z.array(z.strictObject({ text: z.string(), stand: z.string(), certainty: Certainty })),
      related: z.array(Id),
      /** Words people use for it, for searching. */
      words: z.array(z.string()),
      /** Whom to ask, one line each. */
      help: z.array(z.string()),
      /** Modules that teach it. */
      modules: z.array(z.strictObject({ id: Id, title: z.string() })),
    }),
  ),
})
export type KompassView = z.infer<typeof KompassView>

/** POST /api/chat: the chat of the bot for a page; a text, or a button of a card with its data. */
export const ChatRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().max(20_000) }),
  z.strictObject({ kind: z.literal('button'), verb: z.string().max(60), data: z.unknown() }),
])
export type ChatRequest = z.infer<typeof ChatRequest>

/** Adaptive Cards 1.5 to show below, or (`replacement`) in place of the card whose button was pressed. */
export const ChatResponse = z.strictObject({
  cards: z.array(z.record(z.string(), z.unknown())),
  replacement: z.record(z.string(), z.unknown()).optional(),
})
export type ChatResponse = z.infer<typeof ChatResponse>

/** POST /api/proofs: training elsewhere, entered by the responsible unit. */
export const OutsideTraining = z.strictObject({
  person: z.string().trim().min(1).max(200),
  name: z.string().trim().min(1).max(200).optional(),
  subjects: z.array(Id).min(1).max(20),
  provider: z.string().trim().min(1).max(200),
  day: Day,
})
export type OutsideTraining = z.infer<typeof OutsideTraining>

/** GET /api/statistics: people who hold a valid proof, and how often a finding was said to be none; never a number below five. */
export const StatisticsView = z.strictObject({
  since: Day,
  rows: z.array(z.strictObject({ subject: Id, title: z.string(), people: z.string() })),
  falseAlarms: z.array(z.strictObject({ kind: z.enum(KINDS), name: z.string(), rule: Id, reports: z.string() })),
})
export type StatisticsView = z.infer<typeof StatisticsView>

/** DELETE /api/me: numbers of what was deleted, and what stays and why. */
export const Erased = z.strictObject({
  erased: z.array(z.strictObject({ what: z.string(), rows: z.int() })),
  kept: z.array(z.strictObject({ what: z.string(), why: z.string(), until: Day.optional() })),
})
export type Erased = z.infer<typeof Erased>
