import { z } from 'zod'
import { LabelStyle } from './pack/labels.js'
import { Checklist, Letter } from './pack/letter-schema.js'
import { Prompt } from './pack/prompt-schema.js'
import { DataClass, Day, Id, Phrase, ToolClass } from './pack/terms.js'
import { ToolFacts } from './pack/tool-schema.js'
import { KINDS } from './protect/finding.js'
import { CONDITIONS, REFUSALS } from './tools/permit.js'
import { ROLES } from './tools/principal.js'
import { PURPOSES } from './tools/purposes.js'

/** The longest material `POST /api/generate` takes, in UTF-16 units. */
export const LONGEST_MATERIAL = 200_000
const LONGEST_ANSWER = 4_000

const ToolView = ToolFacts.extend({
  /** Whether the service itself can send a text to it. */
  served: z.boolean(),
  /** Modules the person still needs for it. */
  lacks: z.array(z.strictObject({ id: Id, title: Phrase })),
})
export type ToolView = z.infer<typeof ToolView>

const PromptView = Prompt.omit({ instructions: true })
export type PromptView = z.infer<typeof PromptView>

/** GET /api/tools: all the page needs to offer tools, decide about them itself (`permit`), and write with building blocks. */
export const ToolsView = z.strictObject({
  municipality: z.strictObject({ id: Id, name: Phrase, example: z.boolean() }),
  today: Day,
  who: z.strictObject({
    roles: z.array(z.enum(ROLES)),
    department: Id.optional(),
    groups: z.array(Phrase),
  }),
  tools: z.array(ToolView),
  pseudonymisedInto: z.array(ToolClass),
  /** How the label of a tool stands in a text it helped with, if the house has settled it. */
  labelStyle: LabelStyle,
  prompts: z.array(PromptView),
  letters: z.array(Letter),
  checklists: z.array(Checklist),
})
export type ToolsView = z.infer<typeof ToolsView>

/** POST /api/generate: a person's request to a model. Texts come as they are to be sent, placeholders already in. */
export const GenerateRequest = z.strictObject({
  tool: Id,
  purpose: z.enum(PURPOSES),
  material: z.string().max(LONGEST_MATERIAL),
  wish: z.string().max(LONGEST_ANSWER),
  /** Answers to the prompt's questions, by id. */
  answers: z.record(Id, z.string().max(LONGEST_ANSWER)),
  procedure: Id.optional(),
  declared: DataClass,
})
export type GenerateRequest = z.infer<typeof GenerateRequest>

/**
 * The answer to POST /api/generate comes as server-sent events (`data:` lines), each one of these: first `start`, then
 * `text` in pieces cut anywhere, at last `end` or `failed`.
 */
export const GenerateEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), conditions: z.array(z.enum(CONDITIONS)) }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({
    kind: z.literal('end'),
    /** `length`: the answer was longer than allowed; `filtered`: the provider withheld the rest. */
    finish: z.enum(['stop', 'length', 'filtered']),
    /** What belongs under a text made with this tool. */
    label: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('failed'), problem: z.string(), retryAfter: z.number().optional() }),
])
export type GenerateEvent = z.infer<typeof GenerateEvent>

/** Every refusal before the first word: nothing has left the service then, but for `failed`. */
export const GenerateRefusal = z.strictObject({
  problem: z.string(),
  code: z.enum(['refused', 'held', 'failed']),
  reason: z.enum(REFUSALS).optional(),
  rule: z.string().optional(),
  /** What was recognised, most protected first; numbers only. */
  kinds: z.array(z.strictObject({ kind: z.enum(KINDS), count: z.int().min(1) })).optional(),
  lacks: z.array(Id).optional(),
  alternative: z.strictObject({ tool: Id, replacing: z.boolean() }).optional(),
  /** Seconds. */
  retryAfter: z.number().optional(),
})
export type GenerateRefusal = z.infer<typeof GenerateRefusal>
