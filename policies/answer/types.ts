import { z } from 'zod'
import type { Language } from '../language/language.js'
import type { Elsewhere } from '../pack/lexicon-schema.js'
import type { Contact } from '../pack/pack-schema.js'
import type { Rule } from '../pack/rule-schema.js'
import { type ContactRole, DataClass, type Day, Id, type Light } from '../pack/terms.js'
import type { Tool } from '../pack/tool-schema.js'

/** What stays of a turn: ids of what was understood, never text. A card carries the same, so a button can show it again. */
export const Topic = z.strictObject({
  rules: z.array(Id).max(3),
  data: z.array(Id).max(20),
  /** The class each of `data` was meant with: a published list is not worth what a list usually is. */
  classes: z.array(DataClass).max(20).default([]),
  tools: z.array(Id).max(20),
  purposes: z.array(Id).max(20),
  entering: z.boolean(),
  expressly: z.boolean(),
  person: z.boolean(),
  attempt: z.boolean(),
})
export type Topic = z.infer<typeof Topic>

export const NO_TOPIC: Topic = {
  rules: [],
  data: [],
  classes: [],
  tools: [],
  purposes: [],
  entering: false,
  expressly: false,
  person: false,
  attempt: false,
}

/** The turns before this one, newest last. */
export const Context = z.array(Topic)
export type Context = z.infer<typeof Context>

/** Whether the person who asks has an approved tool: yes, once they have learned what it needs, or not at all. */
export type Offers = (tool: Tool) => 'theirs' | 'to-learn' | 'not-theirs'
export const EVERYBODYS: Offers = () => 'theirs'

export type Applies = { readonly from: Day; readonly inForce: boolean }

/** Whom to ask: a named contact of the municipality, or only the role where the pack names nobody. */
export type Help = { readonly role: ContactRole; readonly contact: Contact | undefined }

/** One rule as the answer to this very question. */
export type RuleAnswer = {
  readonly rule: Rule
  readonly light: Light
  /** The deciding reason in one sentence, for this tool, this data, this purpose. */
  readonly reason: string | undefined
  /** What must be kept in mind besides, e.g. that the tool named is not approved and which one is. */
  readonly conditions: readonly string[]
  readonly applies: Applies | undefined
  /** What only the law of the Land decides, settled by the pack or with the way to ask. */
  readonly stateLaw: string | undefined
  readonly related: readonly Rule[]
  readonly help: Help
}

type Common = { readonly language: Language; readonly topic: Topic; readonly ranked: readonly string[] }

export type Answer =
  | (Common & {
      readonly kind: 'rule'
      readonly answer: RuleAnswer
      readonly readings: readonly Rule[]
      readonly attempt: boolean
    })
  | (Common & { readonly kind: 'breach'; readonly answer: RuleAnswer; readonly calls: readonly Help[] })
  | (Common & {
      readonly kind: 'unknown'
      readonly nearest: readonly Rule[]
      readonly elsewhere: Elsewhere | undefined
      readonly attempt: boolean
      readonly help: Help
    })
  | (Common & { readonly kind: 'small-talk'; readonly reply: string })
  | (Common & { readonly kind: 'unreadable'; readonly reason: 'empty' | 'too-long' })
