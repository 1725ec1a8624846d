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
  const byEnd = new Map<number, string[]>()
  for (const word of known)
    for (const end of ENDS) {
      const key = keyOf(word, word.length, end)
      const alike = byEnd.get(key)
      if (alike) alike.push(word)
      else byEnd.set(key, [word])
    }
  return word => {
    if (word.length < SHORTEST || word.length > LONGEST) return []
    const found: string[] = []
    for (let length = word.length - 1; length <= word.length + 1; length++)
      for (const end of ENDS)
        for (const candidate of byEnd.get(keyOf(word, length, end)) ?? [])
          if (isOneSlip(word, candidate) && !found.includes(candidate)) found.push(candidate)
    return found
  }
}

const ENDS = ['begins', 'ends'] as const
const BITS = 7

/** How a known word of a length is found by a word that begins or ends like it; others may have the same key, and are seen through. */
function keyOf(word: string, length: number, end: (typeof ENDS)[number]): number {
  const at = end === 'begins' ? 0 : Math.max(0, word.length - END)
  let key = 2 * Math.min(length, LONGEST + 2) + (end === 'begins' ? 0 : 1)
  for (let letter = at; letter < at + END; letter++) key = (key << BITS) | (word.charCodeAt(letter) & ((1 << BITS) - 1))
  return key
}

const A = 97
const Z = 122

/** What is missing or wrong must be a letter: a digit is no slip. */
function isLetter(word: string, at: number): boolean {
  const code = word.charCodeAt(at)
  return code >= A && code <= Z
}

function isOneSlip(word: string, wanted: string): boolean {
  const shorter = Math.min(word.length, wanted.length)
  let begin = 0
  while (begin < shorter && word.charCodeAt(begin) === wanted.charCodeAt(begin)) begin++
  let end = 0
  while (end < shorter - begin && word.charCodeAt(word.length - 1 - end) === wanted.charCodeAt(wanted.length - 1 - end))
    end++
  const alike = begin + end
  switch (wanted.length - word.length) {
    case -1:
      return alike === shorter
    case 1:
      return alike === shorter && isLetter(wanted, begin)
    case 0:
      return alike === shorter - 1 ? isLetter(wanted, begin) : alike === shorter - 2 && isSwapped(word, wanted, begin)
    default:
      return false
  }
}

const isSwapped = (word: string, wanted: string, at: number): boolean =>
  word[at] === wanted[at + 1] && word[at + 1] === wanted[at]
