import { z } from 'zod'
import { Area, Certainty, ContactRole, DataClass, Day, Id, Light, Phrase, WordList } from './terms.js'

export const SHORT_ANSWER_WORDS = 60

export const countWords = (text: string): number => text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length

const ShortAnswer = Phrase.refine(text => countWords(text) <= SHORT_ANSWER_WORDS, {
  error: issue =>
    `Kurzantwort hat ${countWords(String(issue.input))} Wörter, höchstens ${SHORT_ANSWER_WORDS} sind erlaubt`,
})

const distinct = (kind: string) => (words: readonly string[], context: z.RefinementCtx) => {
  const seen = new Set<string>()
  for (const [at, word] of words.entries()) {
    const key = word.toLowerCase()
    if (seen.has(key)) context.addIssue({ code: 'custom', path: [at], message: `${kind} „${word}“ steht doppelt` })
    seen.add(key)
  }
}

/** Where a statement comes from: an article of law or document, or a statement of the "Six Pages" (S1 … S82). */
export const Source = z
  .strictObject({
    article: Phrase.optional(),
    seed: z
      .string()
      .regex(/^S\d{1,2}$/, 'Seed-Aussage bitte als S1 bis S82 angeben')
      .optional(),
    stand: z
      .string({ error: 'Quelle ohne Stand' })
      .regex(/^\d{4}-\d{2}(?:-\d{2})?$/, 'Stand bitte als JJJJ-MM oder JJJJ-MM-TT'),
    certainty: Certainty,
    note: Phrase.optional(),
  })
  .refine(
    source => (source.article === undefined) !== (source.seed === undefined),
    'Quelle braucht genau eines: article oder seed',
  )
export type Source = z.infer<typeof Source>

/** Where the rule's answer depends on tool, data or purpose. All keys of `when` must match; the first match wins. */
export const Case = z.strictObject({
  when: z
    .strictObject({
      tool: z.enum(['approved', 'unapproved', 'private']).optional(),
      data: z.array(DataClass).min(1).optional(),
      purpose: z.array(Id).min(1).optional(),
    })
    .refine(when => Object.keys(when).length > 0, 'when braucht mindestens eines: tool, data, purpose'),
  light: Light,
  reason: Phrase,
  applies_from: Day.optional(),
})
export type Case = z.infer<typeof Case>

const RuleText = z.strictObject({
  short: ShortAnswer,
  why: Phrase,
  do: z.array(Phrase).min(1, 'Mindestens ein Punkt'),
  dont: z.array(Phrase).min(1, 'Mindestens ein Punkt'),
  instead: z.array(Phrase),
})

const RuleFront = z.strictObject({
  title: Phrase.max(60, 'Titel hat höchstens 60 Zeichen'),
  area: Area,
  light: Light,
  cases: z.array(Case).default([]),
  contact: ContactRole,
  related: z.array(Id).min(1, 'Mindestens eine verwandte Regel'),
  version: z.int().min(1),
  valid_from: Day,
  review_by: Day,
  applies_from: Day.optional(),
  state_law: Phrase.optional(),
  /** The change of this version is so great that who passed before learns the rule again; there is notice. */
  retrain: z.literal('required').optional(),
  /** What changed with each version after the first. */
  changes: z.array(z.strictObject({ version: z.int().min(2), on: Day, what: Phrase })).default([]),
  sources: z.array(Source).min(1, 'Mindestens eine Quelle'),
  synonyms: WordList.pipe(
    z
      .array(z.string())
      .min(12, 'Mindestens 12 Wörter, die Mitarbeitende wirklich benutzen')
      .superRefine(distinct('Wort')),
  ),
  examples: z.array(Phrase).min(5, 'Mindestens 5 Beispielfragen').superRefine(distinct('Beispielfrage')),
  en: z.strictObject({ title: Phrase, short: ShortAnswer, examples: z.array(Phrase).min(3) }),
})

/** One rule: front matter, text below it, and the file name as id. */
export const Rule = RuleFront.extend({ id: Id, text: RuleText })
export type Rule = z.infer<typeof Rule>
