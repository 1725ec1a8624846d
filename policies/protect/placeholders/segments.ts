import type { Finding, Kind } from '../finding.js'
import { readMentions, type Stretch } from './mentions.js'
import { endsWithS, takesApostrophe } from './names.js'
import { valueKey } from './numbering.js'
import { identify } from './persons.js'
import type { Form } from './placeholder.js'

/** A stretch that is taken out of the text. `word` undefined: nothing of it comes back. */
export type Segment = Stretch & {
  readonly word: string | undefined
  /** Same value or person, same key. */
  readonly key: string
  readonly form: Form
}

export type WordOf = (kind: Kind) => string | undefined

/** What is to be replaced, in order, without endings that belong to the sentence; what stays what it is is left out. */
export function segmentsOf(text: string, findings: readonly Finding[], wordOf: WordOf): Segment[] {
  const sorted = inOrder(findings.filter(finding => isRemoved(finding) || finding.replaceable === 'identifier'))
  const mentions = readMentions(text, sorted.filter(isPerson))
  const meant = identify(mentions)
  let next = 0
  const segments = sorted.map((finding): Segment => {
    const { kind, start, end } = finding
    if (isRemoved(finding)) return { start, end, word: undefined, key: '', form: '' }
    // A pack that lacks the word must not leave the value standing.
    const word = wordOf(kind) ?? kind.replaceAll('_', '-')
    const at = isPerson(finding) ? next++ : -1
    const mention = mentions[at]
    const who = meant[at]
    if (!mention || !who)
      return { start, end, word, key: `${kind} ${valueKey(kind, text.slice(start, end))}`, form: '' }
    return { start, end: mention.end, word, key: `${kind} ${who.person}`, form: who.form }
  })
  return segments.map((segment, at) => withS(text, segment, segments[at + 1]?.start))
}

const isRemoved = (finding: Finding): boolean => finding.kind === 'SECRET' || finding.class === 'SECRET'
const isPerson = (finding: Finding): boolean => finding.kind === 'PERSON' && !isRemoved(finding)

/** By place; what should overlap against the contract is shortened, never left standing. */
function inOrder(findings: readonly Finding[]): Finding[] {
  let done = 0
  const sorted: Finding[] = []
  for (const finding of [...findings].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const start = Math.max(finding.start, done)
    if (start >= finding.end) continue
    sorted.push({ ...finding, start })
    done = finding.end
  }
  return sorted
}

/**
 * A lone s right behind a name on s belongs to the value: the restorer takes "[PERSON 1]s" for a genitive and would write
 * an apostrophe.
 */
function withS(text: string, segment: Segment, next = text.length + 1): Segment {
  const { start, end } = segment
  if (segment.word === undefined || end >= next || !takesApostrophe(text.slice(start, end))) return segment
  const alone = text.charAt(end) === 's' && (end + 1 === next || endsWithS(text, end) !== false)
  return alone ? { ...segment, end: end + 1 } : segment
}
