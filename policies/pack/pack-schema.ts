import { z } from 'zod'
import { LabelStyle, SensitivityLabels } from './labels.js'
import { Checklist, Letter } from './letter-schema.js'
import { Elsewhere, Lexicon } from './lexicon-schema.js'
import { Prompt } from './prompt-schema.js'
import { Protect } from './protect-schema.js'
import { Rule } from './rule-schema.js'
import { ContactRole, Day, Id, Phrase, ToolClass } from './terms.js'
import { Tool } from './tool-schema.js'
import { Training } from './training-schema.js'

/** A German Land by its usual abbreviation; decides which state law is meant. */
const Land = z.enum(['BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'])

/** Deadlines after which the daily job deletes; `keep_proof`: proof outlives the wish of a person to have all deleted. */
const Retention = z.strictObject({
  /** Learning state of somebody who has not learned for so long. */
  learning_months: z.int().min(1).max(60).default(18),
  /** Where a person is reached in chat, since they last wrote. */
  conversation_months: z.int().min(1).max(60).default(12),
  /** Proof, since its day. */
  proof_months: z.int().min(12).max(120).default(36),
  keep_proof: z.boolean().default(true),
  /** Everything about somebody who left, since they left. */
  left_days: z.int().min(0).max(365).default(30),
  /** Who looked at the list of proofs. */
  retrieval_months: z.int().min(1).max(120).default(36),
  /** Messages sent or given up. */
  message_days: z.int().min(1).max(365).default(30),
})

export const Manifest = z.strictObject({
  id: Id,
  name: Phrase,
  extends: Id.optional(),
  example: z.boolean().default(false),
  version: z.int().min(1),
  stand: Day,
  land: Land.optional(),
  sources_note: Phrase.optional(),
  /** Tool classes that may get pseudonymised text (rule anonymisieren); never W0 or W1. */
  pseudonymised_into: z.array(ToolClass.exclude(['W0', 'W1'], 'Nur W2 und W3 sind möglich')).default(['W2', 'W3']),
  /** How the label of a tool stands in a text it helped with. */
  label_style: LabelStyle.default('free'),
  sensitivity_labels: SensitivityLabels.default({}),
  state_law: z.record(Id, Phrase).default({}),
  /** How long what is kept about people stays. */
  retention: Retention.prefault({}),
})
export type Manifest = z.infer<typeof Manifest>

const Reachable = z.strictObject({
  name: Phrase,
  phone: Phrase,
  email: z.email('E-Mail-Adresse ist ungültig').optional(),
  /** Their id in the sign-in, where they are to be reminded of tools that need them. */
  person: Phrase.optional(),
})

/** Who helps, and who stands in. */
export const Contact = Reachable.extend({ deputy: Reachable.optional() })
export type Contact = z.infer<typeof Contact>

const Department = z.strictObject({ id: Id, name: Phrase, digitallotse: Contact })

export const Contacts = z.strictObject({
  roles: z.partialRecord(ContactRole, Contact).default({}),
  departments: z.array(Department).default([]),
})
export type Contacts = z.infer<typeof Contacts>

/** Everything one municipality works with: base pack and its own files merged and checked. */
export const Pack = z.strictObject({
  manifest: Manifest,
  rules: z.array(Rule),
  tools: z.array(Tool),
  lexicon: Lexicon,
  elsewhere: z.array(Elsewhere),
  contacts: Contacts,
  protect: Protect,
  training: Training,
  /** What a model is told, in the order of the register of purposes. */
  prompts: z.array(Prompt),
  letters: z.array(Letter),
  checklists: z.array(Checklist),
})
export type Pack = z.infer<typeof Pack>
