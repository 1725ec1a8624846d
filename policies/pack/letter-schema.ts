import { z } from 'zod'
import { Id, Phrase } from './terms.js'

/** One gap of a letter: what goes in, and what the gap is called while it is empty (`[ERGÄNZEN: …]`). */
export const LetterField = z.strictObject({
  id: Id,
  label: Phrase,
  label_en: Phrase.optional(),
  example: Phrase.optional(),
  /** Several lines, one point each. */
  list: z.boolean().default(false),
  /** Left out with its sentence where nothing is said, instead of leaving a gap. */
  optional: z.boolean().default(false),
})
export type LetterField = z.infer<typeof LetterField>

/** `letters/<id>.yaml`: a kind of letter made of building blocks. */
export const Letter = z.strictObject({
  id: Id,
  name: Phrase,
  name_en: Phrase,
  /** When one takes it, in one sentence. */
  short: Phrase,
  short_en: Phrase,
  rule: Id.optional(),
  fields: z.array(LetterField).min(1),
  text: Phrase,
})
export type Letter = z.infer<typeof Letter>

/** `checklists/<id>.yaml`: what must be there, e.g. the enclosures of an application. */
export const Checklist = z.strictObject({
  id: Id,
  name: Phrase,
  name_en: Phrase,
  short: Phrase,
  items: z
    .array(
      z.strictObject({
        id: Id,
        name: Phrase,
        /** Words that show it is there. */
        words: Phrase,
      }),
    )
    .min(1),
})
export type Checklist = z.infer<typeof Checklist>
