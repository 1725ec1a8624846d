import { z } from 'zod'
import { Source } from './rule-schema.js'
import { Day, Id, Phrase } from './terms.js'

/** The two courses: for everybody who uses AI at work, and for Digitallotsen and the KI-Team. */
export const Course = z.enum(['grundkurs', 'lotsen'])
export type Course = z.infer<typeof Course>

/** One screen of a lesson, short enough to be read at the counter. */
export const Screen = z.strictObject({
  title: Phrase.max(60, 'Überschrift hat höchstens 60 Zeichen'),
  text: Phrase,
  points: z.array(Phrase).max(5, 'Höchstens 5 Punkte auf einer Seite').default([]),
  /** Something from everyday work, shown apart. */
  example: Phrase.optional(),
})
export type Screen = z.infer<typeof Screen>

/** What every question carries (facts/training.md: rule, misconception, source, Stand, next review). */
const common = {
  id: Id,
  rules: z.array(Id).min(1, 'Mindestens eine Regel'),
  sources: z.array(Source).min(1, 'Mindestens eine Quelle'),
  misconception: Phrase,
  stand: Day,
  review_by: Day,
  ask: Phrase,
  /** Why the right answer is right; shown to everybody after the answer. */
  why: Phrase,
}

/** An option to choose: `feedback` explains the misconception behind it, or why it belongs to the answer. */
const Option = z.strictObject({ text: Phrase, right: z.boolean().default(false), feedback: Phrase })

const Single = z.strictObject({ ...common, form: z.literal('single'), options: z.array(Option).min(3).max(5) })
const Multiple = z.strictObject({ ...common, form: z.literal('multiple'), options: z.array(Option).min(4).max(6) })

/** Each item belongs to exactly one group; `feedback` explains why. */
const Match = z.strictObject({
  ...common,
  form: z.literal('match'),
  groups: z
    .array(z.strictObject({ id: Id, text: Phrase }))
    .min(2)
    .max(6),
  items: z
    .array(z.strictObject({ text: Phrase, group: Id, feedback: Phrase }))
    .min(3)
    .max(12),
})

/** Steps in their right order; `feedback` says why a step stands where it stands. */
const Order = z.strictObject({
  ...common,
  form: z.literal('order'),
  steps: z
    .array(z.strictObject({ text: Phrase, feedback: Phrase }))
    .min(3)
    .max(6),
})

/** A text cut into passages; those with `hit` are to be found. `feedback` says why a passage is one, or why it is none. */
const Find = z.strictObject({
  ...common,
  form: z.literal('find'),
  passages: z
    .array(z.strictObject({ text: Phrase, hit: z.boolean().default(false), feedback: Phrase }))
    .min(4)
    .max(10),
})

/** What may be done in a situation; each of the three answers has its explanation. */
export const Verdict = z.enum(['darf', 'darf-nicht', 'erst-fragen'])
export type Verdict = z.infer<typeof Verdict>
const Scenario = z.strictObject({
  ...common,
  form: z.literal('scenario'),
  situation: Phrase,
  right: Verdict,
  answers: z.strictObject({ darf: Phrase, 'darf-nicht': Phrase, 'erst-fragen': Phrase }),
})

/** A weak prompt and versions of it, one of which is clearly better. */
const Prompt = z.strictObject({
  ...common,
  form: z.literal('prompt'),
  situation: Phrase,
  weak: Phrase,
  options: z.array(Option).min(3).max(4),
})

export const Question = z.discriminatedUnion('form', [Single, Multiple, Match, Order, Find, Scenario, Prompt])
export type Question = z.infer<typeof Question>
export type Form = Question['form']
export const FORMS: readonly Form[] = ['single', 'multiple', 'match', 'order', 'find', 'scenario', 'prompt']

/** training/<module>.yaml; the id is the file name. */
export const Module = z.strictObject({
  id: Id,
  title: Phrase.max(60, 'Titel hat höchstens 60 Zeichen'),
  course: Course,
  minutes: z.int().min(1).max(20),
  version: z.int().min(1),
  stand: Day,
  rules: z.array(Id).min(1),
  /** Which forms the curriculum names for this module; each of its questions has one of these. */
  forms: z.array(z.enum(['single', 'multiple', 'match', 'order', 'find', 'scenario', 'prompt'])).min(1),
  goals: z.array(Phrase).min(1).max(4),
  lesson: z.array(Screen).min(3, 'Mindestens 3 Seiten').max(5, 'Höchstens 5 Seiten'),
  questions: z.array(Question),
})
export type Module = z.infer<typeof Module>

/** training/settings.yaml: the house rules of learning. */
export const TrainingSettings = z.strictObject({
  round_questions: z.int().min(3).max(10).default(5),
  /** Share of right answers that passes a round. */
  pass_share: z.number().min(0.5).max(1).default(0.8),
  valid_months: z.int().min(1).max(60).default(12),
  /** From how many days before its end a pass can be renewed. */
  renew_days: z.int().min(0).max(180).default(60),
  /** How long a pass goes on after a rule marked `retrain: required` changed. */
  retrain_notice_days: z.int().min(0).max(365).default(30),
  /** Questions of one day's repetition: five minutes. */
  portion_questions: z.int().min(1).max(20).default(8),
  /** Laws and papers that changed: questions that name one and are older are locked until reviewed. */
  changed_sources: z
    .array(z.strictObject({ id: Id, article: Phrase, changed_on: Day, note: Phrase.optional() }))
    .default([]),
})
export type TrainingSettings = z.infer<typeof TrainingSettings>

/** Everything a pack teaches. */
export const Training = z.strictObject({ settings: TrainingSettings, modules: z.array(Module) })
export type Training = z.infer<typeof Training>
