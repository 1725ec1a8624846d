import { BUTTONS } from '../../../bot/teams/activities/index.js'
import { ChatRequest, StartRequest } from '../../../policies/learning-contract.js'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import { DataClass, Id, ToolClass } from '../../../policies/pack/terms.js'
import { KINDS } from '../../../policies/protect/index.js'
import { CONDITIONS, REFUSALS } from '../../../policies/tools/permit.js'
import { PURPOSES } from '../../../policies/tools/purposes.js'

/**
 * What is no text of anybody's, wherever it stands: single words that are published by the house, in lower case. A sentence
 * is never among them, also if it is the pack's own: whoever sends it asks something with it.
 */
export function wordsOf(pack: Pack): ReadonlySet<string> {
  const words = [
    // Teams' own, for what happened and where; the log names its events alike.
    ...['message', 'personal', 'remove'],
    // Ids of rules, tools, modules, questions; names of tools: counters and proofs are kept under them.
    ...wordsIn(pack),
    // What buttons and requests are called, and what classes, kinds and purposes there are: from our own code, not from a person.
    ...BUTTONS.map(({ verb }) => verb),
    ...[...ChatRequest.options, ...StartRequest.options].map(({ shape }) => shape.kind.value),
    ...[DataClass.options, ToolClass.options, KINDS, PURPOSES, CONDITIONS, REFUSALS].flat(),
  ]
  return new Set(words.map(word => word.toLowerCase()))
}

/** Whole strings, and names of fields, that are written as an id. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return Id.safeParse(value).success ? [value] : []
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [...wordsIn(name), ...wordsIn(inner)])
}
