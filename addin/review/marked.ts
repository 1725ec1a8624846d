import { labelClass, type SensitivityLabels } from '../../policies/pack/labels.js'
import type { DataClass } from '../../policies/pack/terms.js'
import { isFirm } from '../../policies/protect/classify.js'
import type { Finding } from '../../policies/protect/index.js'
import { strictest } from '../../policies/tools/matrix.js'
import type { SensitivityLabel } from '../office/document.js'

/** One text in which the document says something about itself, and what a check found there. */
export type MarkedText = { readonly text: string; readonly findings: readonly Finding[] }

/** What a document's own markings come to. `words`: the marking as it stands there, to be shown. */
export type Marked = {
  readonly class: DataClass | undefined
  readonly words: readonly string[]
}

/**
 * Stamps in header, footer, comments or deleted text, and sensitivity labels: the strictest counts for every text in the
 * document. `house`: what its own labels mean.
 */
export function markedBy(
  texts: readonly MarkedText[],
  labels: readonly SensitivityLabel[],
  house: SensitivityLabels,
): Marked {
  const stamps = texts.flatMap(({ text, findings }) =>
    findings.filter(isStamp).map(({ class: level, start, end }) => ({ class: level, words: text.slice(start, end) })),
  )
  const named = labels
    .filter(({ enabled }) => enabled)
    .flatMap(label => {
      const level = labelClass(label, house)
      return level === undefined ? [] : [{ class: level, words: label.name ?? label.id }]
    })
  const all = [...stamps, ...named]
  return { class: strictest(all.map(one => one.class)), words: [...new Set(all.map(one => one.words))] }
}

/** Two sets of markings as one. */
export const joined = (one: Marked, other: Marked): Marked => ({
  class: strictest([one.class, other.class].flatMap(level => level ?? [])),
  words: [...new Set([...one.words, ...other.words])],
})

const isStamp = (finding: Finding): boolean => finding.kind === 'CLASSIFICATION_MARKING' && isFirm(finding)

/**
 * The markings as a finding in a text of the document, behind its last character: so they count wherever findings count, and
 * no word of the text is touched by them. A label for internal or unknown material says no more than a name in the text or its
 * placeholder does, so it counts only where neither stands.
 */
export function findingFor({ class: level }: Marked, text: string, aboutPeople: boolean): Finding[] {
  if (level === undefined || (aboutPeople && !STAYS.has(level))) return []
  return [
    {
      kind: 'CLASSIFICATION_MARKING',
      start: text.length,
      end: text.length,
      class: level,
      certainty: 'sicher',
      reason: 'stamp',
      replaceable: 'never',
    },
  ]
}

const STAYS: ReadonlySet<DataClass> = new Set(['D3', 'VS', 'SECRET'])
