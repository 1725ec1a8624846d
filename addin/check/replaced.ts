import type { PackView } from '../../policies/contract.js'
import { isFirm } from '../../policies/protect/classify.js'
import type { Finding } from '../../policies/protect/index.js'
import { createRestorer, type PlaceholderMap, replaceFindings } from './placeholders-shim.js'

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

export type Source = {
  readonly text: string
  readonly findings: readonly Finding[]
  readonly ruledOut: readonly Finding[]
  readonly uncovered: boolean
}

export function replace({ text, findings, ruledOut, uncovered }: Source, pack: Pick<PackView, 'protect'>): Replaced {
  const words = new Map(pack.protect.kinds.map(({ id, placeholder }) => [id, placeholder]))
  const identifiers = findings.filter(({ replaceable }) => replaceable === 'identifier')
  const replaced = replaceFindings(text, identifiers, kind => words.get(kind))
  const keys = new Set(ruledOut.map(finding => keyOf(finding, text)))
  return { source: text, findings, uncovered, text: replaced.text, map: replaced.map, ruledOut: keys }
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

export type Restored = {
  readonly text: string
  readonly missing: readonly string[]
  readonly invented: readonly string[]
}

/** The answer with the real details back in their places. */
export function restore(answer: string, map: PlaceholderMap): Restored {
  const restorer = createRestorer(map)
  const start = restorer.push(answer)
  const { text, missing, invented } = restorer.end()
  return { text: start + text, missing, invented }
}
