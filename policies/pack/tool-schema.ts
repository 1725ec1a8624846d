import { z } from 'zod'
import { PURPOSES } from '../tools/purposes.js'
import { Certainty, DataClass, Day, Id, Phrase, ToolClass, WordList } from './terms.js'

export const ToolStatus = z.enum(['beispiel', 'geplant', 'pilot', 'freigegeben', 'abgelehnt', 'ausgelaufen'])
export type ToolStatus = z.infer<typeof ToolStatus>

/** The day on which something was done, or why there is none. "unbekannt" acts as "nein". */
const Evidence = z.union([Day, z.enum(['nicht-noetig', 'nein', 'unbekannt'])], {
  error: 'ist ein Datum (JJJJ-MM-TT), „nicht-noetig“, „nein“ oder „unbekannt“',
})
export type Evidence = z.infer<typeof Evidence>

/** A Verfahren for which a tool may get D2, or D3 with a written opinion and a decision of the Leitung. */
export const Procedure = z.strictObject({
  id: Id,
  name: Phrase,
  legal_basis: Phrase,
  highest: DataClass.extract(['D2', 'D3']).default('D2'),
  /** Written opinion of the data protection officer and decision of the Leitung; both are needed for D3. */
  opinion: Day.optional(),
  decision: Day.optional(),
  /** Whether it is about Sozialdaten; in W2 these need the notice after § 80 SGB X as well. */
  social_data: z.boolean().default(false),
  social_notice: Day.optional(),
  until: Day.optional(),
})
export type Procedure = z.infer<typeof Procedure>

/** Who has the tool: everybody, or whoever is in one of these departments, roles or licence groups. */
const Audience = z.union([
  z.literal('alle'),
  z.strictObject({
    departments: z.array(Id).default([]),
    roles: z.array(z.enum(['digitallotse', 'ki-team', 'datenschutz'])).default([]),
    groups: z.array(Phrase).default([]),
  }),
])

/** Who answers for the tool. `person`: their id in the sign-in, so that they can be reminded in chat. */
const Owner = z.strictObject({ name: Phrase, person: Phrase.optional() })

/** A model served through the gateway of this service. The key stands in the environment, never here. */
export const Endpoint = z.strictObject({
  /** Base of an OpenAI-compatible API, e.g. https://ki.rechenzentrum.example/v1 */
  url: z.url({ protocol: /^https?$/, error: 'ist keine Adresse, zum Beispiel https://ki.rechenzentrum.example/v1' }),
  /** Name of the model; with `azure` the name of the deployment. */
  model: Phrase,
  api: z.enum(['openai', 'azure']).default('openai'),
  /** Only for Azure's older form with deployments in the path. */
  api_version: Phrase.optional(),
  /** Requests at the same time; others wait in a fair queue. */
  at_once: z.int().min(1).max(500).default(8),
  /** Tokens (sent and generated) a day for the whole municipality. */
  daily_tokens: z.int().min(1).default(2_000_000),
  /** Longest answer, in tokens. */
  answer_tokens: z.int().min(16).default(4_000),
})
export type Endpoint = z.infer<typeof Endpoint>

/** One tool in one kind of account: the same product name can be two tools (Copilot at work, Copilot in private). */
export const Tool = z.strictObject({
  id: Id,
  name: Phrase,
  operator: Phrase,
  account: z.enum(['privat', 'dienstlich', 'eigenbetrieb', 'keins']),
  class: ToolClass,
  status: ToolStatus,
  aliases: WordList,
  misspellings: WordList.optional(),
  same_name_as: Id.optional(),
  hosting: Phrase,
  /** Where inputs, outputs and backups are kept. */
  storage: Phrase.optional(),
  training: Phrase,
  no_training: z.enum(['ja', 'nein', 'unbekannt']).default('unbekannt'),
  contract: Phrase,
  /** Contract for processing on behalf (AVV). */
  avv: Evidence.default('unbekannt'),
  /** Number in the register of processing activities (VVT). */
  vvt: Phrase.optional(),
  dsfa: Evidence.default('unbekannt'),
  personalrat: Evidence.default('unbekannt'),
  risk: z.enum(['minimal', 'begrenzt', 'hoch', 'unannehmbar', 'unbekannt']).default('unbekannt'),
  data_sets: Phrase.optional(),
  purposes: z.array(z.enum(PURPOSES)).default([]),
  /** The most sensitive data it may get at all; D2 and D3 besides only for `procedures`, or D2 with placeholders. */
  highest: DataClass.extract(['D0', 'D1', 'D2', 'D3']).optional(),
  procedures: z.array(Procedure).default([]),
  audience: Audience.optional(),
  owner: Owner.optional(),
  checked_on: Day,
  checked_by: Phrase.optional(),
  certainty: Certainty,
  note: Phrase.optional(),
  approved_until: Day.optional(),
  good_for: Phrase.optional(),
  /** What it costs, in plain words. */
  costs: Phrase.optional(),
  /** What is put under a text it helped with. */
  label: Phrase.optional(),
  /** Where one opens it. */
  link: z.url({ protocol: /^https$/, error: 'ist keine Adresse mit https://' }).optional(),
  /** Modules one must have passed to use it; without this key the whole basic course. */
  modules: z.array(Id).min(1).optional(),
  endpoint: Endpoint.optional(),
})
export type Tool = z.infer<typeof Tool>

/** A tool without the words it is found by and without its model: what people may see, and all `permit` needs. */
export const ToolFacts = Tool.omit({ aliases: true, misspellings: true, same_name_as: true, endpoint: true })
export type ToolFacts = z.infer<typeof ToolFacts>

export const ToolsFile = z.strictObject({ tools: z.array(Tool) })
