const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const SHORTEST = 5
const LONGEST = 24

/**
 * The known words one slip away from a folded word (one letter missing, doubled, wrong or swapped), as Norvig's
 * spelling corrector finds them. Words under five letters are left alone: too many are one slip from another word.
 */
export function oneSlipAway(word: string, isKnown: (candidate: string) => boolean): string[] {
  if (word.length < SHORTEST || word.length > LONGEST) return []
  const found = new Set<string>()
  const offer = (candidate: string): void => {
    if (candidate !== word && isKnown(candidate)) found.add(candidate)
  }
  for (let at = 0; at <= word.length; at++) {
    const head = word.slice(0, at)
    const tail = word.slice(at)
    if (tail) offer(head + tail.slice(1))
    if (tail.length > 1) offer(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2))
    for (const letter of LETTERS) {
      if (tail) offer(head + letter + tail.slice(1))
      offer(head + letter + tail)
    }
  }
  return [...found]
}
