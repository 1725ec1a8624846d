import type { Finding } from '../../policies/protect/index.js'

/** A finding that a person says is none. Lives in the page only. */
export type Dismissal = Pick<Finding, 'kind' | 'start' | 'end'>

/** Passwords and markings stay what they are, whoever looks at them. */
export const isDismissable = ({ kind }: Pick<Finding, 'kind'>): boolean =>
  kind !== 'SECRET' && kind !== 'CLASSIFICATION_MARKING'

export const isDismissed = (finding: Finding, dismissals: readonly Dismissal[]): boolean =>
  isDismissable(finding) &&
  dismissals.some(({ kind, start, end }) => kind === finding.kind && start === finding.start && end === finding.end)

export const toggle = (finding: Finding, dismissals: readonly Dismissal[]): Dismissal[] =>
  isDismissed(finding, dismissals)
    ? dismissals.filter(one => !isDismissed(finding, [one]))
    : [...dismissals, { kind: finding.kind, start: finding.start, end: finding.end }]

/** The same places after an edit. What was touched by it is asked about again. */
export function carryOver(dismissals: readonly Dismissal[], before: string, after: string): Dismissal[] {
  const { prefix, suffix } = shared(before, after)
  const moved = after.length - before.length
  return dismissals.flatMap(one => {
    if (one.end < prefix) return [one]
    if (one.start > before.length - suffix) return [{ ...one, start: one.start + moved, end: one.end + moved }]
    return []
  })
}

/** Whether the field now holds another text: what was said about the old one does not count for it. */
export function isAnotherText(before: string, after: string): boolean {
  const [old, now] = [before.trim(), after.trim()]
  if (old.length === 0 || now.length === 0) return false
  const { prefix, suffix } = shared(old, now)
  return prefix + suffix < Math.min(old.length, now.length) / 5
}

function shared(before: string, after: string): { prefix: number; suffix: number } {
  const most = Math.min(before.length, after.length)
  let prefix = 0
  while (prefix < most && before[prefix] === after[prefix]) prefix++
  let suffix = 0
  while (suffix < most - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++
  return { prefix, suffix }
}
