import { z } from 'zod'
import { SensitivityLabels } from './pack/labels.js'
import { Protect } from './pack/protect-schema.js'
import { DataClass, Id, ToolClass } from './pack/terms.js'
import { KINDS, REASONS } from './protect/finding.js'

/** The largest text `POST /api/check` takes, in UTF-16 units. Longer ones are checked in the browser. */
export const LONGEST_CHECKED = 200_000

/** POST /api/check: a text, where it is to go, and what the person says about it. */
export const CheckRequest = z.strictObject({
  text: z.string().max(LONGEST_CHECKED, 'Der Text ist zu lang'),
  /** Id of a tool of the pack, or a tool class. */
  tool: z.union([ToolClass, z.string().min(1).max(80)]),
  declared: DataClass.optional(),
})
export type CheckRequest = z.infer<typeof CheckRequest>

const Permission = z.enum(['allowed', 'conditions', 'refused'])

/** Offsets are UTF-16 units of the text sent; the text itself is never sent back. */
const CheckFinding = z.strictObject({
  kind: z.enum(KINDS),
  start: z.int().min(0),
  end: z.int().min(0),
  class: DataClass,
  certainty: z.enum(['sicher', 'wahrscheinlich', 'hinweis']),
  reason: z.enum(REASONS),
  replaceable: z.enum(['identifier', 'never']),
  rule: z.string(),
})

export const CheckResponse = z.strictObject({
  verdict: z.enum(['block', 'warn', 'allow']),
  tool: z.strictObject({ id: z.string().optional(), class: ToolClass }),
  recognised: DataClass.optional(),
  counts: DataClass.optional(),
  remaining: DataClass.optional(),
  now: Permission,
  afterReplacing: Permission,
  /** Only numbers and addresses could be checked in the language of a longer part. */
  uncovered: z.boolean(),
  kinds: z.array(z.strictObject({ kind: z.enum(KINDS), count: z.int().min(1) })),
  rules: z.array(z.string()),
  findings: z.array(CheckFinding),
  message: z.string(),
})
export type CheckResponse = z.infer<typeof CheckResponse>

/** POST /api/false-alarm: a person says a finding is none. Kind and rule are counted; there is no place for a text. */
export const FalseAlarm = z.strictObject({ kind: z.enum(KINDS), rule: Id })
export type FalseAlarm = z.infer<typeof FalseAlarm>

/** GET /api/pane-key: 256 bits in base64url, the same for a person whenever they ask. */
export const PaneKey = z.strictObject({ key: z.string().regex(/^[\w-]{43}$/) })
export type PaneKey = z.infer<typeof PaneKey>

/** GET /api/pack: what the page "Text prüfen" needs of a municipality's pack. */
export const PackView = z.strictObject({
  municipality: z.string(),
  example: z.boolean(),
  version: z.int(),
  tools: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      class: ToolClass,
      approved: z.boolean(),
      /** The most sensitive data this very tool may have; without it all its class allows. */
      highest: DataClass.optional(),
    }),
  ),
  rules: z.array(
    z.strictObject({ id: z.string(), title: z.string(), titleEn: z.string(), short: z.string(), shortEn: z.string() }),
  ),
  pseudonymisedInto: z.array(ToolClass),
  /** What the house's own labels of documents mean. */
  sensitivityLabels: SensitivityLabels,
  protect: Protect,
})
export type PackView = z.infer<typeof PackView>

/** Every refusal of the API: what is wrong and what to do, in German. */
export const ApiProblem = z.strictObject({ problem: z.string() })
