import type { Day } from '../pack/terms.js'
import type { Evidence, ToolFacts } from '../pack/tool-schema.js'

/** What an approval must say before it counts, as the keys of tools.yaml. */
export type Missing =
  | 'class'
  | 'storage'
  | 'purposes'
  | 'highest'
  | 'audience'
  | 'owner'
  | 'data_sets'
  | 'risk'
  | 'no_training'
  | 'avv'
  | 'vvt'
  | 'dsfa'
  | 'personalrat'
  | 'checked_by'
  | 'approved_until'

/** Whether somebody has approved it, as a pilot or for good; whether the approval counts is another question. */
export const isMeantApproved = ({ status }: ToolFacts): boolean => status === 'freigegeben' || status === 'pilot'

/** An approval counts only if it is complete, not over, and for a class that may be approved. */
export const isApproved = (tool: ToolFacts, today: Day): boolean =>
  isMeantApproved(tool) && missingFor(tool).length === 0 && !isExpired(tool, today)

/** Over after its last day. Without a last day it is incomplete, not expired. */
export const isExpired = ({ approved_until }: ToolFacts, today: Day): boolean =>
  approved_until !== undefined && today > approved_until

/**
 * What an approval lacks, in the order of tools.yaml; "unbekannt" acts as "nein". Open tools (W1) get nothing worth a
 * contract, so they need none (source: facts on tool classes, house rule).
 */
export function missingFor(tool: ToolFacts): Missing[] {
  const open = tool.class === 'W1'
  const needs: readonly (readonly [Missing, boolean])[] = [
    ['class', tool.class !== 'W0'],
    ['storage', tool.storage !== undefined],
    ['no_training', tool.no_training === 'ja'],
    ['avv', open || isDone(tool.avv)],
    ['vvt', open || tool.vvt !== undefined],
    ['dsfa', open || isDone(tool.dsfa)],
    ['personalrat', isDone(tool.personalrat)],
    ['risk', tool.risk !== 'unbekannt' && tool.risk !== 'unannehmbar'],
    ['data_sets', tool.data_sets !== undefined],
    ['purposes', tool.purposes.length > 0],
    ['highest', tool.highest !== undefined],
    ['audience', tool.audience !== undefined],
    ['owner', tool.owner !== undefined],
    ['checked_by', tool.checked_by !== undefined],
    ['approved_until', tool.approved_until !== undefined],
  ]
  return needs.flatMap(([key, there]) => (there ? [] : [key]))
}

/** Done on a day, or not needed. */
const isDone = (evidence: Evidence): boolean => evidence !== 'nein' && evidence !== 'unbekannt'
