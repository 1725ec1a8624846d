import { z } from 'zod'
import type { Contacts, Pack } from '../../policies/pack/pack-schema.js'
import { Day, Id } from '../../policies/pack/terms.js'
import type { Tool } from '../../policies/pack/tool-schema.js'
import { isMeantApproved } from '../../policies/tools/approval.js'
import { plusDays } from '../../policies/training/index.js'
import { dayOf, hourOf } from '../clock.js'
import type { Store } from '../storage/store.js'
import { isTimeToRemind } from './reminders.js'

export type ApprovalDeps = {
  readonly store: Pick<Store, 'outbox' | 'conversations'>
  readonly pack: () => Pack
  readonly now: () => Date
}

/** Days before the end from which is reminded; `expired`: the day after and later. */
const Threshold = z.enum(['30', '7', 'expired'])
type Threshold = z.infer<typeof Threshold>

/** What the outbox carries: which approval ends, never who is told why. */
export const ApprovalNotice = z.strictObject({ tool: Id, until: Day, threshold: Threshold })
export type ApprovalNotice = z.infer<typeof ApprovalNotice>

/** Numbers for the log: messages put, and approvals of which nobody could be told because nobody named has a chat with us. */
export type ApprovalReport = { readonly put: number; readonly unheard: number }

export const APPROVAL = 'approval'

const FIRST_HOUR = 8
/** An approval so long over is no news; who still wants the tool has asked by then. */
const EXPIRED_DAYS = 14

/**
 * Reminds whoever answers for a tool, and the KI-Team, that its approval ends: 30 and 7 days before, and when it is over. Each
 * of them once, however often this runs: the outbox knows the key. If the service stood still on the day, it is made up for.
 */
export async function remindOfApprovals(deps: ApprovalDeps): Promise<ApprovalReport> {
  const at = deps.now()
  if (!isTimeToRemind(at) || hourOf(at) < FIRST_HOUR) return { put: 0, unheard: 0 }
  const { tools, contacts } = deps.pack()
  let [put, unheard] = [0, 0]
  for (const tool of tools) {
    const notice = noticeFor(tool, dayOf(at))
    if (!notice) continue
    const reachable = await reachableOf(recipientsOf(tool, contacts), deps)
    if (reachable.length === 0) unheard += 1
    for (const person of reachable) if (await remind(person, notice, at, deps)) put += 1
  }
  return { put, unheard }
}

/** What there is to say about the end of a tool's approval today. */
export function noticeFor(tool: Tool, today: Day): ApprovalNotice | undefined {
  const until = tool.approved_until
  if (until === undefined || !isMeantApproved(tool)) return undefined
  const threshold = thresholdOf(until, today)
  return threshold && { tool: tool.id, until, threshold }
}

function thresholdOf(until: Day, today: Day): Threshold | undefined {
  if (today > plusDays(until, EXPIRED_DAYS)) return undefined
  if (today > until) return 'expired'
  if (plusDays(today, 7) >= until) return '7'
  return plusDays(today, 30) >= until ? '30' : undefined
}

/** Ids of those to be told: whoever answers for the tool, the KI-Team, and who stands in. */
export function recipientsOf({ owner }: Tool, { roles }: Contacts): string[] {
  const team = roles['ki-team']
  const people = [owner?.person, team?.person, team?.deputy?.person]
  return [...new Set(people.filter(person => person !== undefined))]
}

async function reachableOf(people: readonly string[], { store }: ApprovalDeps): Promise<string[]> {
  const reachable: string[] = []
  for (const person of people) if ((await store.conversations.of(person)) !== undefined) reachable.push(person)
  return reachable
}

async function remind(person: string, notice: ApprovalNotice, at: Date, { store }: ApprovalDeps): Promise<boolean> {
  const { tool, until, threshold } = notice
  const key = `${APPROVAL}/${tool}/${until}/${threshold}/${person}`
  return (await store.outbox.put({ key, person, kind: APPROVAL, content: JSON.stringify(notice) }, at)) === 'put'
}
