import type { Pack } from '../../policies/pack/pack-schema.js'
import { type DataClass, type Day, ToolClass } from '../../policies/pack/terms.js'
import type { Tool } from '../../policies/pack/tool-schema.js'
import { type Assessment, assess, type Checked } from '../../policies/protect/index.js'
import { isApproved } from '../../policies/tools/approval.js'
import { hasTool } from '../../policies/tools/audience.js'
import type { Person } from '../../policies/tools/principal.js'

/** Where a text is to go: a tool of the pack, or a class alone. */
export type Target = {
  readonly id: string | undefined
  readonly class: ToolClass
  /** The most sensitive data this very tool is approved for; undefined: all its class allows. */
  readonly highest: DataClass | undefined
}

/** What a tool may be trusted with today: its class if it is approved, otherwise nothing (W0). */
export const classOf = (tool: Tool, today: Day): ToolClass => (isApproved(tool, today) ? tool.class : 'W0')

/** A tool by id, or a class by its name; undefined if the pack knows neither. */
export function targetOf(named: string, { tools }: Pack, today: Day): Target | undefined {
  const toolClass = ToolClass.safeParse(named)
  if (toolClass.success) return { id: undefined, class: toolClass.data, highest: undefined }
  const tool = tools.find(({ id }) => id === named)
  return tool && { id: tool.id, class: classOf(tool, today), highest: tool.highest }
}

/** The approved tools this person has. */
export const approvedTools = ({ tools }: Pack, today: Day, person: Person): Tool[] =>
  tools.filter(tool => isApproved(tool, today) && hasTool(tool, person))

/** What the matrix says about a text in a tool. */
export function assessFor(
  { class: tool, highest }: { readonly class: ToolClass; readonly highest?: DataClass | undefined },
  found: Checked,
  declared: DataClass | undefined,
  { manifest }: Pack,
): Assessment {
  return assess({ ...found, tool, highest, declared, pseudonymisedInto: manifest.pseudonymised_into })
}

/** For a text: which approved tools take it as it is, which once names and numbers are replaced, and which not at all. */
export type ToolVerdict = { readonly tools: readonly string[]; readonly may: 'now' | 'replaced' | 'never' }

export function verdictsFor(found: Checked, pack: Pack, today: Day, person: Person): ToolVerdict[] {
  const named = approvedTools(pack, today, person).map(tool => {
    const { now, afterReplacing } = assessFor(tool, found, undefined, pack)
    const may = now !== 'refused' ? 'now' : afterReplacing !== 'refused' ? 'replaced' : 'never'
    return { name: tool.name, may }
  })
  return (['now', 'replaced', 'never'] as const).flatMap(may => {
    const tools = named.filter(tool => tool.may === may).map(({ name }) => name)
    return tools.length > 0 ? [{ tools, may }] : []
  })
}
