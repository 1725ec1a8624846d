/**
 * German stem by the CISTEM algorithm (Weißweiler and Fraser, GSCL 2017), on a word already folded by `fold`.
 * Segments only suffixes and the participle "ge-"; chosen because it kept inflected pairs together best in that study.
 */
export function stem(word: string): string {
  const start = word.length >= 6 && word.startsWith('ge') ? word.slice(2) : word
  // Letter groups that must not be torn apart stand as one sign while suffixes are cut; most words have none.
  const joined = JOINED.test(start)
    ? start.replaceAll('sch', '$').replaceAll('ei', '%').replaceAll('ie', '&').replace(/(.)\1/gu, '$1*')
    : start
  let rest = joined
  while (rest.length > 3) {
    const shorter = withoutSuffix(rest)
    if (shorter === rest) break
    rest = shorter
  }
  if (joined === start) return rest
  return rest.replace(/(.)\*/gu, '$1$1').replaceAll('&', 'ie').replaceAll('%', 'ei').replaceAll('$', 'sch')
}

const JOINED = /sch|ei|ie|(.)\1/u

function withoutSuffix(word: string): string {
  if (word.length > 5 && /(?:e[mr]|nd)$/.test(word)) return word.slice(0, -2)
  return /[tesn]$/.test(word) ? word.slice(0, -1) : word
}
