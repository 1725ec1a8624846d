import { z } from 'zod'
import { DataClass, Id, Phrase, WordList } from './terms.js'

/** A kind of data or document; `generic` ones (Brief, Antrag) only count when they are really to be entered. */
export const DataKind = z.strictObject({
  id: Id,
  name: Phrase,
  class: DataClass,
  rule: Id.optional(),
  words: WordList,
  generic: z.boolean().default(false),
})
export type DataKind = z.infer<typeof DataKind>

/** Something people want to do; `enters`: who does it puts material into a tool. */
export const Purpose = z.strictObject({ id: Id, name: Phrase, rule: Id, enters: z.boolean(), words: WordList })
export type Purpose = z.infer<typeof Purpose>

export const SmallTalk = z.strictObject({ id: Id, reply: Phrase, reply_en: Phrase, phrases: WordList })
export type SmallTalk = z.infer<typeof SmallTalk>

/** One question a line. */
const Lines = z.string().transform(text =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean),
)

/** A subject of another desk: the bot does not answer it, but says where to ask. */
export const Elsewhere = z.strictObject({ id: Id, name: Phrase, hint: Phrase, words: WordList, examples: Lines })
export type Elsewhere = z.infer<typeof Elsewhere>

/** English → German, one `upload = hochladen` a line. */
const Glossary = z.string().transform((text, context) => {
  const pairs = new Map<string, string>()
  for (const [at, line] of text.split('\n').entries()) {
    const [english = '', german = ''] = line.split('=').map(part => part.trim())
    if (!english && !german) continue
    if (!english || !german)
      context.addIssue({ code: 'custom', message: `Zeile ${at + 1} des Wörterbuchs: erwartet „englisch = deutsch“` })
    pairs.set(english, german)
  }
  return pairs
})

export const Lexicon = z.strictObject({
  data: z.array(DataKind).default([]),
  purposes: z.array(Purpose).default([]),
  ai_words: z.strictObject({ strong: WordList, weak: WordList }),
  enter_words: WordList,
  qualifiers: z.strictObject({
    absent: WordList,
    absent_after: WordList,
    about: WordList,
    invented: WordList,
    public: WordList,
  }),
  concepts: z.array(z.strictObject({ id: Id, words: WordList })).default([]),
  glossary: Glossary,
  small_talk: z.array(SmallTalk).default([]),
  attempts: WordList,
  breach: z.strictObject({ deeds: WordList, signals: WordList, commands: WordList }),
  follow_up: z.strictObject({ openers: WordList, words: WordList }),
})
export type Lexicon = z.infer<typeof Lexicon>

export const ElsewhereFile = z.strictObject({ elsewhere: z.array(Elsewhere).default([]) })
