import type { PackView } from '../../policies/contract.js'
import type { DataClass } from '../../policies/pack/terms.js'
import type { Finding } from '../../policies/protect/index.js'
import type { Language } from '../texts/index.js'
import { type Dismissal, isDismissed } from './dismissals.js'
import { type Group, groupsOf } from './groups.js'
import type { Checked } from './messages.js'
import { type Outcome, outcomeOf, type ToolChoice } from './outcome.js'

/** A checked text together with what the person said: about the text, the tool, and single findings. */
export type Judgement = {
  readonly checked: Checked
  readonly outcome: Outcome
  /** Everything found by kind, and the same without what a person ruled out. */
  readonly groups: readonly Group[]
  readonly countingGroups: readonly Group[]
  readonly counting: readonly Finding[]
  readonly ruledOut: ReadonlySet<Finding>
}

export type Said = {
  readonly pack: PackView
  readonly language: Language
  readonly declared: DataClass | undefined
  readonly tool: ToolChoice | undefined
  readonly dismissals: readonly Dismissal[]
}

export function judge(checked: Checked, { pack, language, declared, tool, dismissals }: Said): Judgement {
  const { findings, uncovered } = checked
  const ruledOut = new Set(findings.filter(finding => isDismissed(finding, dismissals)))
  const counting = findings.filter(finding => !ruledOut.has(finding))
  return {
    checked,
    outcome: outcomeOf({ findings: counting, dismissed: ruledOut.size, uncovered, declared, tool, pack }),
    groups: groupsOf(findings, pack, language),
    countingGroups: groupsOf(counting, pack, language),
    counting,
    ruledOut,
  }
}
