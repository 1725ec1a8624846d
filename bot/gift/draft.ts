import type { z } from 'zod'
import { type Day, Id } from '../../policies/pack/terms.js'
import type { Question } from '../../policies/pack/training-schema.js'
import { plusMonths } from '../../policies/training/days.js'
import { type Explanation, explanationRead } from './explanation.js'
import type { GIFTQuestion, TextFormat } from './parse.js'
import { plainText } from './plain-text.js'
import type { Tags } from './tags.js'

/** A question as it goes into a pack file; what GIFT does not say is marked for a person to fill in. */
export type QuestionDraft = z.input<typeof Question>
export type Common = Pick<
  QuestionDraft,
  'id' | 'rules' | 'sources' | 'misconception' | 'stand' | 'review_by' | 'ask' | 'why'
>

/** `pack check` refuses every text that begins so. */
const OPEN = '[ERGÄNZEN]'
export const toFill = (what: string): string => `[ERGÄNZEN: ${what}]`

export type Drafted =
  | { readonly ok: true; readonly draft: QuestionDraft; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: string }
export const refused = (problem: string): Drafted => ({ ok: false, problem })

/** What a draft is made from beside the answers. */
export type Draftable = {
  readonly id: string
  readonly tags: Tags
  readonly today: Day
  readonly stem: readonly string[]
  readonly read: Reader
}

/** Reads texts and gathers what got lost in them. */
export type Reader = {
  readonly paragraphs: (text: TextFormat | null) => readonly string[]
  readonly text: (text: TextFormat | null) => string
  /** The texts that a person has to write. */
  readonly missing: (what: string) => void
  readonly note: (note: string) => void
  readonly notes: () => string[]
}

export function reader(): Reader {
  const notes = new Set<string>()
  const missing = new Set<string>()
  const paragraphs = (text: TextFormat | null): readonly string[] => {
    const plain = text ? plainText(text) : { paragraphs: [], notes: [] }
    for (const note of plain.notes) notes.add(note)
    return plain.paragraphs
  }
  return {
    paragraphs,
    text: text => paragraphs(text).join('\n'),
    missing: what => missing.add(what),
    note: note => notes.add(note),
    notes: () => [...notes, ...(missing.size > 0 ? [`Bitte ergänzen: ${[...missing].join(', ')}.`] : [])],
  }
}

/** An explanation of an answer, or the place for one. */
export function feedbackOr(read: Reader, text: string | undefined): string {
  if (text) return text
  read.missing('Erklärungen zu den Antworten')
  return toFill('Warum richtig oder falsch?')
}

export const explanationOf = (
  { read }: Draftable,
  question: Exclude<GIFTQuestion, { type: 'Category' | 'Description' }>,
  pairTexts: readonly string[] = [],
): Explanation => explanationRead(read.text(question.globalFeedback), pairTexts)

/** What every form has; `ask` is the last paragraph where the others mean something of their own. */
export function common({ id, tags, today, read }: Draftable, ask: string, explanation: Explanation): Common {
  const { why, misconception, sources } = explanation
  if (tags.rules.length === 0) read.missing('Regel')
  if (sources.length === 0) read.missing('Quelle')
  if (!misconception) read.missing('verbreiteter Irrtum')
  if (!why) read.missing('Begründung')
  return {
    id,
    rules: tags.rules.length > 0 ? [...tags.rules] : [OPEN],
    sources: sources.length > 0 ? [...sources] : [{ article: OPEN, stand: today, certainty: 'offen' }],
    misconception: misconception || toFill('Welcher Irrtum führt zur falschen Antwort?'),
    stand: tags.stand ?? today,
    review_by: tags.reviewBy ?? plusMonths(today, 12),
    ask,
    why: why || toFill('Warum ist das richtig?'),
  }
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** An id of a module's question made from any text. */
export function idFrom(module: string, text: string): string {
  const slug = text
    .slice(0, 300)
    .toLowerCase()
    .replaceAll(/[äöüß]/g, found => UMLAUTS[found] ?? found)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-')
    .slice(0, 60)
    .replace(/-$/, '')
  const id = slug.startsWith(`${module}-`) ? slug : `${module}-${slug || 'frage'}`
  return Id.parse(id)
}
