import type { ToolsView, ToolView } from '../../policies/generation-contract.js'
import type { DataClass } from '../../policies/pack/terms.js'
import { type Condition, type House, type Permit, permit } from '../../policies/tools/permit.js'
import type { Person } from '../../policies/tools/principal.js'
import type { Purpose } from '../../policies/tools/purposes.js'
import { type Found, type Seen, seenOf, seenOnceReplaced } from './seen.js'

/** A task with its text, as far as a tool must know it. */
export type Work = {
  readonly purpose: Purpose
  readonly procedure: string | undefined
  readonly declared: DataClass
  readonly found: Found
  /** The same without what the person ruled out; the service checks again and rules out nothing. */
  readonly counting: Found
}

type Refused = Extract<Permit, { kind: 'refused' }>

/** What one tool may do with it: as it stands, once names and numbers are replaced, or not. */
export type Offer =
  | { readonly kind: 'now' | 'replaced'; readonly tool: ToolView; readonly conditions: readonly Condition[] }
  | { readonly kind: 'refused'; readonly tool: ToolView; readonly permit: Refused }

/** Every tool for this task; those that can be used first, the ones that draft here before those opened elsewhere. */
export function offersFor(work: Work, view: ToolsView): Offer[] {
  return view.tools
    .map(tool => offerOf(tool, work, view))
    .filter(offer => offer.kind !== 'refused' || offer.permit.reason !== 'purpose')
    .sort((a, b) => orderOf(a) - orderOf(b) || a.tool.name.localeCompare(b.tool.name, 'de'))
}

const orderOf = ({ kind, tool }: Offer): number =>
  ['now', 'replaced', 'refused'].indexOf(kind) * 2 + (tool.served ? 0 : 1)

function offerOf(tool: ToolView, work: Work, view: ToolsView): Offer {
  const found = tool.served ? work.found : work.counting
  const asItIs = permitFor(tool, work, seenOf(found), view)
  if (asItIs.kind !== 'refused') return { kind: 'now', tool, conditions: conditionsOf(asItIs) }
  if (!seenOf(found).replaceable) return { kind: 'refused', tool, permit: asItIs }
  const replaced = permitFor(tool, work, seenOnceReplaced(found), view)
  if (replaced.kind === 'refused') return { kind: 'refused', tool, permit: asItIs }
  return { kind: 'replaced', tool, conditions: conditionsOf(replaced) }
}

const conditionsOf = (given: Permit): readonly Condition[] => (given.kind === 'conditions' ? given.conditions : [])

type Asked = Pick<Work, 'purpose' | 'procedure' | 'declared'>

/** The one decision of the house (`policies/tools/permit.ts`), asked for the person who looks at the page. */
export const permitFor = (
  tool: ToolView,
  { purpose, procedure, declared }: Asked,
  seen: Seen,
  view: ToolsView,
): Permit =>
  permit({ principal: personOf(view), tool, purpose, procedure, declared, ...seen, now: view.today }, houseOf(view))

/** Who looks at the page; the service knows their id, the page need not. */
function personOf({ municipality, who }: ToolsView): Person {
  const { roles, department, groups } = who
  return {
    kind: 'person',
    id: '',
    municipality: municipality.id,
    roles,
    groups,
    ...(department === undefined ? {} : { department }),
  }
}

const houseOf = ({ municipality, tools, pseudonymisedInto }: ToolsView): House => ({
  municipality: municipality.id,
  tools,
  pseudonymisedInto,
  lacks: ({ id }) => tools.find(tool => tool.id === id)?.lacks.map(module => module.id) ?? [],
})

/** The tool chosen, else the first that can be used: with one tool nobody need choose. */
export function chosenOffer(offers: readonly Offer[], chosen: string | undefined): Offer | undefined {
  const usable = offers.filter(({ kind }) => kind !== 'refused')
  return offers.find(({ tool }) => tool.id === chosen) ?? usable[0]
}
