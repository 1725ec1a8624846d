import type { Finding } from '../finding.js'
import { createNumbering } from './numbering.js'
import { type PlaceholderMap, REMOVED, writePlaceholder } from './placeholder.js'
import { type Segment, segmentsOf, type WordOf } from './segments.js'

export type Replaced = {
  readonly text: string
  /** Every entry gives back exactly what stood there. Stays with the caller, is never sent or stored. */
  readonly map: PlaceholderMap
  /** How many secrets were removed for good; no placeholder stands for them. */
  readonly removed: number
}

/**
 * Puts placeholders in the place of everything that may be replaced, hints included. Kinds that stay what they are
 * (health, markings …) are left standing; secrets go. `wordOf` gives the placeholder word of a kind ("PERSON").
 */
export function replaceFindings(text: string, findings: readonly Finding[], wordOf: WordOf): Replaced {
  const segments = segmentsOf(text, findings, wordOf)
  const words = segments.flatMap(({ word }) => (word === undefined ? [] : [word]))
  const number = createNumbering(
    assemble(text, segments, () => GAP),
    words,
  )
  const written = createSpelling()
  const replaced = assemble(text, segments, ({ word, key, form, start, end }) =>
    word === undefined ? REMOVED : written.write(text.slice(start, end), { word, number: number(word, key), form }),
  )
  return { text: replaced, map: written.map, removed: segments.length - words.length }
}

/** Stands for a placeholder while its number is not known: like it, it holds no word and ends every bracket. */
const GAP = '[]'

function assemble(text: string, segments: readonly Segment[], put: (segment: Segment) => string): string {
  const parts: string[] = []
  let done = 0
  for (const segment of segments) {
    parts.push(text.slice(done, segment.start), put(segment))
    done = segment.end
  }
  return [...parts, text.slice(done)].join('')
}

type Saying = Omit<Parameters<typeof writePlaceholder>[0], 'spelling'>

/** The same value written differently ("KRÜGER", an IBAN without spaces) gets a placeholder of its own. */
function createSpelling(): { map: PlaceholderMap; write: (value: string, saying: Saying) => string } {
  const map = new Map<string, string>()
  const spellings = new Map<string, Map<string, string>>()
  return { map, write }

  function write(value: string, saying: Saying): string {
    const first = writePlaceholder({ ...saying, spelling: 1 })
    const known = spellings.get(first) ?? new Map<string, string>()
    spellings.set(first, known)
    const placeholder = known.get(value) ?? writePlaceholder({ ...saying, spelling: known.size + 1 })
    known.set(value, placeholder)
    map.set(placeholder, value)
    return placeholder
  }
}
