import { z } from 'zod'
import { DataClass, Id, Phrase } from './terms.js'

const Words = z.array(Phrase).min(1, 'Mindestens ein Wort')

/** A kind of data or document; `generic` ones (Brief, Antrag) only count when they are really to be entered. */
export const DataKind = z.strictObject({
  id: Id,
  name: Phrase,
  class: DataClass,
  rule: Id.optional(),
  words: Words,
  generic: z.boolean().default(false),
})
export type DataKind = z.infer<typeof DataKind>

/** Something people want to do; `enters`: who does it puts material into a tool. */
export const Purpose = z.strictObject({ id: Id, name: Phrase, rule: Id, enters: z.boolean(), words: Words })
export type Purpose = z.infer<typeof Purpose>

export const SmallTalk = z.strictObject({ id: Id, reply: Phrase, reply_en: Phrase, phrases: Words })
export type SmallTalk = z.infer<typeof SmallTalk>

/** A subject of another desk: the bot does not answer it, but says where to ask. */
export const Elsewhere = z.strictObject({ id: Id, name: Phrase, hint: Phrase, words: Words, examples: z.array(Phrase).default([]) })
export type Elsewhere = z.infer<typeof Elsewhere>

export const Lexicon = z.strictObject({
  data: z.array(DataKind).default([]),
  purposes: z.array(Purpose).default([]),
  ai_words: z.strictObject({ strong: Words, weak: Words }),
  enter_words: Words,
  qualifiers: z.strictObject({ absent: Words, invented: Words, public: Words }),
  concepts: z.array(z.strictObject({ id: Id, words: Words })).default([]),
  glossary: z.record(z.string(), Phrase).default({}),
  small_talk: z.array(SmallTalk).default([]),
  attempts: z.array(Phrase).default([]),
  breach: z.strictObject({ deeds: Words, signals: Words, commands: Words }),
  follow_up: z.strictObject({ openers: Words, words: Words }),
})
export type Lexicon = z.infer<typeof Lexicon>

export const ElsewhereFile = z.strictObject({ elsewhere: z.array(Elsewhere).default([]) })
