import type { Candidate } from '../detector.js'
import type { Doc } from '../text/document.js'

/** Name of a sensitivity label in document properties or mail headers, as "a=b", "a: b" or XML. */
const NAME =
  /MSIP_Label_[0-9a-f]{8}-[0-9a-f-]{27}_Name["']?[^>=:\n]{0,60}(?:[=:]\s?|>\s{0,4}(?:<vt:\w{2,10}>)?)["']?([^\n;,"'<]{2,60})/iy
const OTHER = /MSIP_Label_[0-9a-f]{8}-[0-9a-f-]{27}_(?:Enabled|SiteId|SetDate|Method|ContentBits|ActionId)/iy
/** The name of the label where the id before it is left out: "…_Name=Vertraulich_Intern". */
const SHORTENED = /(?:\.{3}|…)_?Name[=:]\s?["']?([^\n;,"'<]{2,60})/
const SHORTENED_REACH = 300
/** Labels of newer files have an id only. */
const ELEMENT = /clbl:label\s[^>]{0,400}>?/iy
/** Of "MSIP_…" and "clbl:…". */
const MAY_BEGIN = new Set([...'MmCc'])
const PUBLIC = /^(?!nicht)\W*(?:öffentlich|public|general|allgemein|unclassified|keine|none|offen)/i

/** Microsoft Purview labels (facts § 5.3). A label without a name is of unknown meaning: at least D2. */
export function officeLabelAt({ text }: Doc, start: number): Candidate | undefined {
  if (!MAY_BEGIN.has(text.charAt(start))) return undefined
  NAME.lastIndex = start
  const named = NAME.exec(text)
  if (named) {
    const name = named[1]?.trim() ?? ''
    if (PUBLIC.test(name)) return undefined
    const end = start + named[0].trimEnd().length
    return { start, end, certainty: 'sicher', reason: 'stamp', class: classOf(name) }
  }
  const shortened = shortenedAt(text, start)
  if (shortened) return shortened
  for (const pattern of [OTHER, ELEMENT]) {
    pattern.lastIndex = start
    const other = pattern.exec(text)
    if (other && (pattern === ELEMENT || !isNamed(text, start)))
      return { start, end: start + other[0].length, certainty: 'wahrscheinlich', reason: 'stamp', class: 'D2' }
  }
  return undefined
}

function shortenedAt(text: string, from: number): Candidate | undefined {
  OTHER.lastIndex = from
  const name = OTHER.test(text) ? SHORTENED.exec(text.slice(from, from + SHORTENED_REACH)) : null
  const label = name?.[1]?.trimEnd() ?? ''
  if (!name || PUBLIC.test(label)) return undefined
  const start = from + name.index + name[0].lastIndexOf(label)
  return { start, end: start + label.length, certainty: 'sicher', reason: 'stamp', class: classOf(label) }
}

const isNamed = (text: string, start: number): boolean =>
  /_Name["':= ]/i.test(text.slice(Math.max(0, start - 1_500), start + 1_500))

function classOf(name: string): NonNullable<Candidate['class']> {
  if (/\bvs\b|nfd|geheim|dienstgebrauch|verschlusssache/i.test(name)) return 'VS'
  if (/streng|highly|restricted|personal|besonder/i.test(name)) return 'D3'
  return /^\W*(?:nur )?intern/i.test(name) ? 'D1' : 'D2'
}
