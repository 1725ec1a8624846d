import type { PackView } from '../../policies/contract.js'
import { isFirm } from '../../policies/protect/classify.js'
// By their own names: the index would bring the engine into every page that only puts names back.
import type { Finding, PlaceholderMap, Restored } from '../../policies/protect/index.js'
import { replaceFindings } from '../../policies/protect/placeholders/replace.js'
import { createRestorer } from '../../policies/protect/placeholders/restore.js'
import type { Judgement } from './judge.js'

/** A text with placeholders, as it was when somebody asked for it. Lives in the page only. */
export type Replaced = {
  readonly source: string
  readonly findings: readonly Finding[]
  readonly uncovered: boolean
  readonly text: string
  readonly map: PlaceholderMap
  /** What a person ruled out, by kind and words: it is still there and may stay. */
  readonly ruledOut: ReadonlySet<string>
}

export function replace({ checked, counting, ruledOut }: Judgement, pack: Pick<PackView, 'protect'>): Replaced {
  const { text, uncovered } = checked
  const words = new Map(pack.protect.kinds.map(({ id, placeholder }) => [id, placeholder]))
  const replaced = replaceFindings(text, counting, kind => words.get(kind))
  const keys = new Set([...ruledOut].map(finding => keyOf(finding, text)))
  return { source: text, findings: counting, uncovered, text: replaced.text, map: replaced.map, ruledOut: keys }
}

/** What a second check of the replaced text still finds and nobody ruled out. Hints and what cannot be replaced aside. */
export const leftOver = (replaced: Replaced, found: readonly Finding[]): Finding[] =>
  found.filter(
    finding =>
      isFirm(finding) &&
      finding.replaceable === 'identifier' &&
      !replaced.ruledOut.has(keyOf(finding, replaced.text)) &&
      !isPlaceholder(replaced, finding),
  )

const keyOf = ({ kind, start, end }: Finding, text: string): string => `${kind} ${text.slice(start, end)}`

function isPlaceholder({ text, map }: Replaced, { start, end }: Finding): boolean {
  const found = text.slice(start, end)
  return [...map.keys()].some(placeholder => placeholder.includes(found))
}

/** The answer with the real details back in their places. */
export function restore(answer: string, map: PlaceholderMap): Restored {
  const restorer = createRestorer(map)
  const start = restorer.push(answer)
  const { text, missing, invented } = restorer.end()
  return { text: start + text, missing, invented }
}
