const SHORTEST_PART = 3
/** Longer words are not taken apart: trying every cut of a very long one would take too long. */
const LONGEST_WORD = 60
const JOINTS = ['', 's', 'n', 'es', 'en', 'er', 'e']

/**
 * Splits a folded compound into known words, longest first part first: "bewerbervorauswahl" → ["bewerber","vorauswahl"].
 * A remainder nobody knows stays as it is if it is long enough to be a word. No split: empty list.
 */
export function splitCompound(word: string, isKnown: (candidate: string) => boolean): string[] {
  if (word.length < 2 * SHORTEST_PART + 2 || word.length > LONGEST_WORD) return []
  const { whole, partly } = knownHead(word, isKnown)
  // A word that is itself known is taken apart only without remainder: "Internetseite" has nothing to do with "intern".
  return whole ?? (isKnown(word) ? [] : (partly ?? knownTail(word, isKnown) ?? []))
}

function knownHead(word: string, isKnown: (candidate: string) => boolean): { whole?: string[]; partly?: string[] } {
  let partly: string[] | undefined
  for (let cut = word.length - SHORTEST_PART; cut >= SHORTEST_PART + 1; cut--) {
    const head = word.slice(0, cut)
    if (!isKnown(head)) continue
    for (const joint of JOINTS) {
      if (!word.startsWith(joint, cut)) continue
      const tail = word.slice(cut + joint.length)
      if (tail.length < SHORTEST_PART) continue
      if (isKnown(tail)) return { whole: [head, tail] }
      if (tail.length > SHORTEST_PART && head.length > SHORTEST_PART + 1) partly ??= [head, tail]
    }
  }
  return partly ? { partly } : {}
}

function knownTail(word: string, isKnown: (candidate: string) => boolean): string[] | undefined {
  for (let cut = SHORTEST_PART + 1; cut <= word.length - SHORTEST_PART - 2; cut++) {
    const tail = word.slice(cut)
    if (isKnown(tail)) return [word.slice(0, cut), tail]
  }
  return undefined
}
