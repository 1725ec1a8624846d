import type { Found, Memory } from '../detector.js'
import { type Doc, hasFlag, isCapital, wordAt, wordFrom } from '../text/document.js'
import { FUNCTION_WORD, NOT_NAME, PARTICLE, TITLE } from '../text/flags.js'

const SHORTEST = 3

/**
 * Persons named before, named again by surname alone ("… bat Hollmann um Aufschub"). Remembers the surnames of this
 * block for the next ones. An everyday word that is also a surname counts only without an article before it.
 * @param found sorted by start, apart from each other
 */
export function personsAgain(doc: Doc, found: readonly Found[], memory: Memory): Found[] {
  for (const finding of found) {
    if (finding.kind === 'PERSON' && finding.certainty !== 'hinweis') rememberSurname(doc, finding, memory)
  }
  if (memory.surnames.size === 0) return []
  const again: Found[] = []
  // Both words and findings stand in order, so one look at each is enough.
  let next = 0
  for (const word of doc.capitalWords) {
    if (!memory.initials.has(doc.text.charCodeAt(doc.start[word] ?? 0))) continue
    if (!memory.surnames.has(wordAt(doc, word))) continue
    const start = doc.start[word] ?? 0
    const end = doc.end[word] ?? 0
    if (hasFlag(doc, word, NOT_NAME) && hasFlag(doc, word - 1, FUNCTION_WORD)) continue
    while ((found[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    if ((found[next]?.start ?? Number.POSITIVE_INFINITY) < end) continue
    again.push({ kind: 'PERSON', start, end, certainty: 'wahrscheinlich', reason: 'name-again' })
  }
  return again
}

function rememberSurname(doc: Doc, { start, end }: Found, { surnames, initials }: Memory): void {
  const first = wordFrom(doc, start)
  const last = wordFrom(doc, end - 1)
  const turned = doc.text.slice(start, end).includes(',')
  const word = turned ? first : last
  const name = wordAt(doc, word)
  if (name.length < SHORTEST || !isCapital(doc, word) || hasFlag(doc, word, PARTICLE | TITLE)) return
  initials.add(name.charCodeAt(0))
  surnames.add(name)
  surnames.add(/[sxzß]$/.test(name) ? `${name}'` : `${name}s`)
}
