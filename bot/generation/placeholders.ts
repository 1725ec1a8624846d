import type { Pack } from '../../policies/pack/pack-schema.js'

/** Whether a placeholder stands in a text already: put in by the page, or by another program. */
export function hasPlaceholder(texts: readonly string[], { protect }: Pack): boolean {
  const words = new Set(protect.kinds.flatMap(({ placeholder }) => placeholder ?? []))
  return texts.some(text => {
    for (const [, word] of text.matchAll(OPENING)) if (word !== undefined && words.has(word)) return true
    return false
  })
}

/** "[PERSON 1", "[UST-ID 12 …": a word in capitals and a number right behind an opening bracket. */
const OPENING = /\[([A-ZÄÖÜ][A-ZÄÖÜ-]{1,59}) \d/g
