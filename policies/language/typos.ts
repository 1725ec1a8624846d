const SHORTEST = 5
const LONGEST = 24
/** A slip spoils one end of a word at most: the first or the last two letters are as they should be. */
const END = 2

/**
 * Finds the known words one slip away from a folded word (one letter missing, doubled, wrong or swapped), like Norvig's
 * spelling corrector, but among those that begin or end alike instead of trying every letter everywhere. Words under five
 * letters are left alone: too many are one slip from another word.
 */
export function createSlipFinder(known: Iterable<string>): (word: string) => string[] {
  const byEnd = new Map<string, string[]>()
  for (const word of known)
    for (const key of endsOf(word, word.length)) {
      const alike = byEnd.get(key)
      if (alike) alike.push(word)
      else byEnd.set(key, [word])
    }
  return word => {
    if (word.length < SHORTEST || word.length > LONGEST) return []
    const lengths = [word.length - 1, word.length, word.length + 1]
    const alike = lengths.flatMap(length => endsOf(word, length).flatMap(key => byEnd.get(key) ?? []))
    return [...new Set(alike.filter(candidate => isOneSlip(word, candidate)))]
  }
}

/** How a known word of a length is found by a word that begins or ends like it. */
const endsOf = (word: string, length: number): [begins: string, ends: string] => [
  `${length}${word.slice(0, END)}-`,
  `${length}-${word.slice(-END)}`,
]

/** What is missing or wrong must be a letter: a digit is no slip. */
const LETTER = /^[a-z]/

function isOneSlip(word: string, wanted: string): boolean {
  let at = 0
  while (at < word.length && word[at] === wanted[at]) at++
  const [rest, other] = [word.slice(at), wanted.slice(at)]
  if (word.length > wanted.length) return rest.slice(1) === other
  if (word.length < wanted.length) return rest === other.slice(1) && LETTER.test(other)
  if (rest === '') return false
  if (rest.slice(1) === other.slice(1)) return LETTER.test(other)
  return rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2)
}
