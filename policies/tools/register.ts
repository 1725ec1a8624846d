import type { DataClass, Day } from '../pack/terms.js'
import type { Evidence, ToolFacts, ToolStatus } from '../pack/tool-schema.js'
import { isApproved, isExpired, isMeantApproved } from './approval.js'

/** `unvollstaendig`: meant as approved, but something its approval needs is still open, so nobody may use it yet. */
export type RegisterStatus = Exclude<ToolStatus, 'beispiel'> | 'unvollstaendig'

/** One line of the Transparenzregister. What nobody has settled yet is undefined. */
export type RegisterEntry = {
  readonly id: string
  readonly name: string
  readonly operator: string
  readonly status: RegisterStatus
  readonly purpose: string | undefined
  readonly dataSets: string | undefined
  /** The most sensitive data it is meant for. */
  readonly highest: DataClass | undefined
  readonly storage: string | undefined
  readonly avv: Evidence | undefined
  readonly vvt: string | undefined
  readonly dsfa: Evidence | undefined
  readonly personalrat: Evidence | undefined
  readonly risk: Exclude<ToolFacts['risk'], 'unbekannt'> | undefined
  readonly legalBases: readonly { readonly procedure: string; readonly basis: string }[]
  /** A unit or role, as the pack names it. */
  readonly owner: string | undefined
  readonly review: Day | undefined
}

export type Register = { readonly applications: readonly RegisterEntry[]; readonly rejected: readonly RegisterEntry[] }

/**
 * The register a municipality keeps of its AI (Handreichung, S69): what is used, tried, planned or was used before, and apart
 * from it what was asked for and refused. Products the base pack only knows by name are no part of it.
 */
export function registerOf(tools: readonly ToolFacts[], today: Day): Register {
  const entries = tools
    .flatMap(tool => entryOf(tool, today) ?? [])
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || a.name.localeCompare(b.name, 'de'))
  return {
    applications: entries.filter(({ status }) => status !== 'abgelehnt'),
    rejected: entries.filter(({ status }) => status === 'abgelehnt'),
  }
}

const ORDER: readonly RegisterStatus[] = [
  'freigegeben',
  'pilot',
  'unvollstaendig',
  'geplant',
  'ausgelaufen',
  'abgelehnt',
]

function entryOf(tool: ToolFacts, today: Day): RegisterEntry | undefined {
  const status = statusOf(tool, today)
  if (status === undefined) return undefined
  return {
    id: tool.id,
    name: tool.name,
    operator: tool.operator,
    status,
    purpose: tool.good_for,
    dataSets: tool.data_sets,
    highest: tool.highest,
    storage: tool.storage,
    avv: settled(tool.avv),
    vvt: tool.vvt,
    dsfa: settled(tool.dsfa),
    personalrat: settled(tool.personalrat),
    risk: tool.risk === 'unbekannt' ? undefined : tool.risk,
    legalBases: tool.procedures.map(({ name, legal_basis: basis }) => ({ procedure: name, basis })),
    owner: tool.owner?.name,
    review: tool.approved_until,
  }
}

/** What is so today: an approval that is over has ended, whatever the file still says. */
function statusOf(tool: ToolFacts, today: Day): RegisterStatus | undefined {
  if (tool.status === 'beispiel') return undefined
  if (!isMeantApproved(tool)) return tool.status
  if (isExpired(tool, today)) return 'ausgelaufen'
  return isApproved(tool, today) ? tool.status : 'unvollstaendig'
}

const settled = (evidence: Evidence): Evidence | undefined => (evidence === 'unbekannt' ? undefined : evidence)
