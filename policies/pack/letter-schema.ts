import { z } from 'zod'
import { Id, Phrase } from './terms.js'

/**
 * How a field of a letter is written out. `line`: words inside a sentence; `date`: a day, spelled with its month;
 * `list`: points below each other, or "A, B und C" inside a sentence; `sentences`: whole sentences; `salutation`: who is
 * greeted; `points`: whatever bullet points are left over, the body of the letter.
 */
const FIELD_KINDS = ['line', 'date', 'list', 'sentences', 'salutation', 'points'] as const

/** One gap of a letter: what goes in, and what the gap is called while it is empty (`[ERGÄNZEN: …]`). */
export const LetterField = z.strictObject({
  id: Id,
  label: Phrase,
  label_en: Phrase,
  kind: z.enum(FIELD_KINDS).default('line'),
  /** What a person may call it in a bullet point besides its label, with commas between: "Az, Zeichen". */
  also: Phrase.optional(),
  /** Such names that stay with what they name: "Telefon 0000 1234" (a number alone would not say what it is). */
  keeps: Phrase.optional(),
  /** What the gap says where the label would say too little ("Vorname Nachname"). */
  gap: Phrase.optional(),
  example: Phrase.optional(),
  /** Left out with its sentence where nothing is said, instead of leaving a gap. */
  optional: z.boolean().default(false),
  /** Above bullet points that are no sentences (`points` only). */
  intro: Phrase.optional(),
})
export type LetterField = z.infer<typeof LetterField>

/**
 * `letters/<id>.yaml`: a kind of letter made of building blocks. In its text `{{field}}` stands for what a person says,
 * `[[ … ]]` falls away where one of its fields is empty, and of `[[ … || … ]]` the second half stays then.
 */
export const Letter = z.strictObject({
  id: Id,
  name: Phrase,
  name_en: Phrase,
  /** When one takes it, in one sentence. */
  short: Phrase,
  short_en: Phrase,
  rule: Id.optional(),
  fields: z.array(LetterField).min(1, 'Mindestens ein Feld'),
  text: Phrase,
})
export type Letter = z.infer<typeof Letter>

export const ChecklistItem = z.strictObject({
  id: Id,
  name: Phrase,
  /** Other words for it, with commas between. */
  also: Phrase.optional(),
})
export type ChecklistItem = z.infer<typeof ChecklistItem>

/** `checklists/<id>.yaml`: what must be there, e.g. the enclosures of an application. */
export const Checklist = z.strictObject({
  id: Id,
  name: Phrase,
  name_en: Phrase,
  short: Phrase,
  short_en: Phrase,
  /** What a letter about missing items is about: "Antrag auf Wohngeld". */
  matter: Phrase.optional(),
  rule: Id.optional(),
  items: z.array(ChecklistItem).min(1, 'Mindestens ein Punkt'),
})
export type Checklist = z.infer<typeof Checklist>
