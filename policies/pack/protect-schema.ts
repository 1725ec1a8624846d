import { z } from 'zod'
import { KINDS, REASONS } from '../protect/finding.js'
import { DataClass, Id, Phrase } from './terms.js'

/** What people read about one kind of data; `placeholder` is the word in [PERSON 1], only for what may be replaced. */
const KindText = z.strictObject({
  id: z.enum(KINDS),
  name: Phrase,
  plural: Phrase,
  placeholder: z
    .string()
    .regex(/^[A-ZÄÖÜ-]+$/, 'Platzhalter bitte in Großbuchstaben, ohne Leerzeichen')
    .optional(),
  rule: Id,
  why: Phrase,
  way: Phrase,
  en: z.strictObject({ name: Phrase, plural: Phrase, why: Phrase, way: Phrase }),
})

/** Why something counts as found, in words. */
const ReasonText = z.strictObject({ id: z.enum(REASONS), text: Phrase, en: Phrase })

/** Where a text comes from, as a person says with one tap. */
const Origin = z.strictObject({
  id: Id,
  class: DataClass,
  text: Phrase,
  help: Phrase,
  en: z.strictObject({ text: Phrase, help: Phrase }),
})

/** protect/kinds.yaml. */
export const ProtectTexts = z.strictObject({
  kinds: z.array(KindText).default([]),
  reasons: z.array(ReasonText).default([]),
  origins: z.array(Origin).default([]),
})

/** What the check of texts needs from a pack: the words, and the word lists by file name as they stand on disk. */
export const Protect = ProtectTexts.extend({ lists: z.record(z.string(), z.string()) })
export type Protect = z.infer<typeof Protect>
