import type { PackView } from '../../policies/contract.js'
import type { DataClass, ToolClass } from '../../policies/pack/terms.js'
import { assess } from '../../policies/protect/assess.js'
import type { Assessment, Finding } from '../../policies/protect/index.js'
import { mayEnter } from '../../policies/tools/matrix.js'

/** Where a text is to go; tools that are not approved have no name here. */
export type ToolChoice = {
  readonly id: string
  readonly class: ToolClass
  readonly name?: string
  /** The most sensitive data this very tool may have; undefined: all its class allows. */
  readonly highest?: DataClass | undefined
}

export const NOT_APPROVED: ToolChoice = { id: 'not-approved', class: 'W0' }
export const OPEN: ToolChoice = { id: 'open', class: 'W1' }

/** Approved tools first, by name; then those nobody approved. */
export function toolChoices({ tools }: Pick<PackView, 'tools'>): ToolChoice[] {
  const approved = tools
    .filter(tool => tool.approved)
    .map(({ id, name, class: trust, highest }) => ({ id, name, class: trust, highest }))
  return [...approved.sort((a, b) => a.name.localeCompare(b.name, 'de')), NOT_APPROVED, OPEN]
}

/** What people read first. `nowhere`: this may go into no tool at all, so the tool need not be known. */
export type Outcome =
  | { readonly state: 'ask'; readonly origin: boolean; readonly tool: boolean }
  | { readonly state: 'nowhere' }
  | ({ readonly state: 'nothing' | 'look' | 'replace' } & Judged)
  | ({ readonly state: 'stop'; readonly because: Because; readonly elsewhere: readonly Elsewhere[] } & Judged)

type Judged = { readonly tool: ToolChoice; readonly assessment: Assessment }
/** What decides a refusal: the tool, what was found, or what the person said about the text. */
type Because = 'tool' | 'found' | 'declared'
/** Another tool in which it works. */
type Elsewhere = { readonly tool: ToolChoice; readonly replacing: boolean }

export type Case = {
  readonly findings: readonly Finding[]
  readonly dismissed: number
  readonly uncovered: boolean
  readonly declared: DataClass | undefined
  readonly tool: ToolChoice | undefined
  readonly pack: PackView
}

export function outcomeOf({ findings, dismissed, uncovered, declared, tool, pack }: Case): Outcome {
  const choices = toolChoices(pack)
  const judge = (one: ToolChoice, said: DataClass | undefined): Assessment =>
    assess({
      findings,
      uncovered,
      tool: one.class,
      highest: one.highest,
      declared: said,
      pseudonymisedInto: pack.pseudonymisedInto,
    })
  const counts = judge(NOT_APPROVED, declared).counts
  const classes: readonly ToolClass[] = ['W1', 'W2', 'W3']
  if (counts !== undefined && classes.every(one => mayEnter(one, counts) === 'nein')) return { state: 'nowhere' }
  if (!tool || declared === undefined) return { state: 'ask', origin: declared === undefined, tool: !tool }
  const assessment = judge(tool, declared)
  if (assessment.now !== 'refused') {
    const plain = assessment.verdict === 'allow' && dismissed === 0
    return { state: plain ? 'nothing' : 'look', tool, assessment }
  }
  if (assessment.afterReplacing !== 'refused') return { state: 'replace', tool, assessment }
  const elsewhere = choices.flatMap(one => {
    const other = judge(one, declared)
    if (other.now !== 'refused') return [{ tool: one, replacing: false }]
    return other.afterReplacing === 'refused' ? [] : [{ tool: one, replacing: true }]
  })
  const named = elsewhere.filter(one => one.tool.name !== undefined)
  return { state: 'stop', tool, assessment, because: because(), elsewhere: named }

  function because(): Because {
    if (tool?.class === 'W0') return 'tool'
    return tool && isRefused(judge(tool, undefined)) ? 'found' : 'declared'
  }
}

const isRefused = ({ now, afterReplacing }: Assessment): boolean => now === 'refused' && afterReplacing === 'refused'
