import type { ToolsView, ToolView } from '../../policies/generation-contract.js'
import type { DataClass } from '../../policies/pack/terms.js'
import type { Permit } from '../../policies/tools/permit.js'
import { permitFor } from './offers.js'
import type { Seen } from './seen.js'

/** How a tool stands for the person: to be used, after a lesson, or not. */
export type ToolStanding =
  | { readonly kind: 'ready' | 'lesson'; readonly tool: ToolView; readonly data: ToolData; readonly pilot: boolean }
  | { readonly kind: 'not'; readonly tool: ToolView; readonly permit: Extract<Permit, { kind: 'refused' }> }

/** Which material may go in: as it is, with placeholders, or for the named Verfahren. */
type ToolData = {
  readonly plain: readonly ('D0' | 'D1' | 'D2')[]
  readonly placeholders: boolean
  readonly procedures: readonly string[]
}

/** The tools of the page "Werkzeuge": those of the person first. */
export function standingsOf(view: ToolsView): ToolStanding[] {
  const standings = view.tools.map(tool => standingOf(tool, view))
  return standings.sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.tool.name.localeCompare(b.tool.name, 'de'),
  )
}

const ORDER: readonly ToolStanding['kind'][] = ['ready', 'lesson', 'not']

function standingOf(tool: ToolView, view: ToolsView): ToolStanding {
  const given = asked(tool, 'D0', PLAIN, view)
  if (given.kind === 'refused' && given.reason !== 'training') return { kind: 'not', tool, permit: given }
  const kind = given.kind === 'refused' ? 'lesson' : 'ready'
  return { kind, tool, data: dataOf({ ...tool, lacks: [] }, view), pilot: tool.status === 'pilot' }
}

const PLAIN: Seen = { recognised: undefined, pseudonymised: false, replaceable: false, social: false }

/** As if the lessons were learned: what the tool is for does not depend on them. */
function dataOf(tool: ToolView, view: ToolsView): ToolData {
  const learned = { ...view, tools: view.tools.map(one => (one.id === tool.id ? tool : one)) }
  const replaced: Seen = { ...PLAIN, recognised: 'D2', pseudonymised: true }
  return {
    plain: (['D0', 'D1', 'D2'] as const).filter(data => asked(tool, data, PLAIN, learned).kind !== 'refused'),
    placeholders: asked(tool, 'D2', replaced, learned).kind !== 'refused',
    procedures: tool.procedures
      .filter(({ until }) => until === undefined || until >= view.today)
      .map(({ name }) => name),
  }
}

const asked = (tool: ToolView, declared: DataClass, seen: Seen, view: ToolsView): Permit =>
  permitFor(tool, { purpose: tool.purposes[0] ?? 'entwerfen', procedure: undefined, declared }, seen, view)
