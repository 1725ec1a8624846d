import { BUTTONS } from '../../../bot/teams/activities/index.js'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import { DataClass, ToolClass } from '../../../policies/pack/terms.js'
import { KINDS } from '../../../policies/protect/index.js'
import { CONDITIONS, REFUSALS } from '../../../policies/tools/permit.js'
import { PURPOSES } from '../../../policies/tools/purposes.js'

/**
 * What is no text of anybody's, wherever it stands: single words that are published by the house, in lower case. A sentence
 * is never among them, also if it is the pack's own: whoever sends it asks something with it.
 */
export function wordsOf(pack: Pack): ReadonlySet<string> {
  const words = [
    // Ids of rules, tools, modules, questions; names of tools: counters and proofs are kept under them.
    ...wordsIn(pack),
    // What buttons are called and what classes, kinds and purposes there are: from our own code, not from a person.
    ...BUTTONS.map(({ verb }) => verb),
    ...[DataClass.options, ToolClass.options, KINDS, PURPOSES, CONDITIONS, REFUSALS].flat(),
  ]
  return new Set(words.map(word => word.toLowerCase()))
}

/** Whole strings without a blank, and names of fields. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\s/.test(value.trim()) ? [] : [value.trim()]
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [...wordsIn(name), ...wordsIn(inner)])
}
