import { z } from 'zod'
import { PURPOSES } from '../tools/purposes.js'
import { Id, Phrase } from './terms.js'

/** One thing a person is asked before a model is: the target language, the groups, the details to find. */
export const PromptQuestion = z.strictObject({
  id: Id,
  label: Phrase,
  label_en: Phrase,
  example: Phrase.optional(),
  /** Several lines, one entry each. */
  list: z.boolean().default(false),
  required: z.boolean().default(true),
})
export type PromptQuestion = z.infer<typeof PromptQuestion>

/** `prompts/<purpose>.md`: what a purpose is called, what it asks, and below the head the instructions for the model. */
export const Prompt = z.strictObject({
  id: z.enum(PURPOSES),
  name: Phrase,
  name_en: Phrase,
  /** What it does, in one sentence for people. */
  short: Phrase,
  short_en: Phrase,
  /** The rule that belongs to it. */
  rule: Id,
  /** Whether a text to work on is needed; with `optional` the wish alone will do. */
  material: z.enum(['needed', 'optional']),
  /** What the person is asked to say in their own words. */
  wish: Phrase,
  wish_en: Phrase,
  wish_required: z.boolean().default(false),
  asks: z.array(PromptQuestion).default([]),
  /** Shape of the result: running text, a Markdown table, or a list. */
  result: z.enum(['text', 'table', 'list']),
  /**
   * Instructions for the model. `{{id}}` names a question of `asks`; its answer stands in the message below the same name,
   * never in here. What holds for every purpose is added (`generation/common-rules.ts`).
   */
  instructions: Phrase,
})
export type Prompt = z.infer<typeof Prompt>
