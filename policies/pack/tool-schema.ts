import { z } from 'zod'
import { Certainty, Day, Id, Phrase, ToolClass, WordList } from './terms.js'

export const ToolStatus = z.enum(['beispiel', 'geplant', 'pilot', 'freigegeben', 'abgelehnt', 'ausgelaufen'])
export type ToolStatus = z.infer<typeof ToolStatus>

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
  training: Phrase,
  contract: Phrase,
  checked_on: Day,
  certainty: Certainty,
  note: Phrase.optional(),
  approved_until: Day.optional(),
  good_for: Phrase.optional(),
  /** Modules one must have passed to use it; without this key the whole basic course. */
  modules: z.array(Id).min(1).optional(),
})
export type Tool = z.infer<typeof Tool>

export const ToolsFile = z.strictObject({ tools: z.array(Tool) })
