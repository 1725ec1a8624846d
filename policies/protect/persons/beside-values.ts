import type { Found } from '../detector.js'
import type { Kind } from '../finding.js'
import { type Doc, wordFrom } from '../text/document.js'
import { SALUTATION } from '../text/flags.js'
import { flagsOf, isAllCapitals, isInitial, joint, mayBeName, mayBeSurname } from './name-words.js'

/** Values that belong to one person and often stand right behind the name. */
const PERSONAL: ReadonlySet<Kind> = new Set<Kind>([
  'ADDRESS',
  'DATE_OF_BIRTH',
  'EMAIL',
  'IBAN',
  'PHONE',
  'SOCIAL_SECURITY',
  'TAX_ID',
])
const BETWEEN = /^(?:,|;| -|:)? ?\(?(?:(?:geb\.?|Tel\.?|Telefon|Mobil|Handy|IBAN|E-Mail|wohnhaft(?: in)?)[:.]? ?)?$/
const LONGEST_GAP = 20

/**
 * "Jorgos Stamatis, 0151 …": two capitalised words no list knows, right before a phone number, an address or a date of
 * birth, are a name.
 */
export function personsBeside(doc: Doc, found: readonly Found[]): Found[] {
  return found.flatMap(value => {
    if (!PERSONAL.has(value.kind) || value.reason === 'office-contact') return []
    const name = nameBefore(doc, value.start)
    if (!name || found.some(other => other.start < name.end && name.start < other.end)) return []
    return [{ ...name, kind: 'PERSON', certainty: 'wahrscheinlich', reason: 'name-in-context' } satisfies Found]
  })
}

function nameBefore(doc: Doc, offset: number): { start: number; end: number } | undefined {
  let last = wordFrom(doc, offset) - 1
  // Labels like "Tel." or "geb." stand between name and value.
  for (let steps = 0; steps < 2 && last > 1 && !isPair(doc, last); steps++) last--
  if (last < 1 || !isPair(doc, last)) return undefined
  const end = doc.end[last] ?? 0
  if (offset - end > LONGEST_GAP || !BETWEEN.test(doc.text.slice(end, offset))) return undefined
  return { start: doc.start[last - 1] ?? 0, end }
}

const isPair = (doc: Doc, last: number): boolean =>
  (mayBeName(doc, last - 1) || isInitial(doc, last - 1)) &&
  mayBeSurname(doc, last) &&
  (joint(doc, last - 1) === ' ' || isInitial(doc, last - 1)) &&
  (flagsOf(doc, last - 1) & SALUTATION) === 0 &&
  !isAllCapitals(doc, last) &&
  doc.info(last - 1).context.length === 0 &&
  doc.info(last).context.length === 0
