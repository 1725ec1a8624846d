import type { Pack } from '../../policies/pack/pack-schema.js'
import type { DataClass } from '../../policies/pack/terms.js'
import { type Finding, type PlaceholderMap, replaceFindings, stayingClass } from '../../policies/protect/index.js'
import { strictest } from '../../policies/tools/matrix.js'
import type { CheckText } from '../check/check-text.js'
import { firm } from '../check/words.js'
import { join } from './texts.js'

/** What is in the texts of a request. */
export type Recognised = {
  readonly findings: readonly Finding[]
  readonly class: DataClass | undefined
  /** A name or number that a placeholder could stand for is there. */
  readonly replaceable: boolean
  /** The texts such a name or number stands in, by their index. */
  readonly named: ReadonlySet<number>
  /** Something that makes the text what it is stands there, and no placeholder changes that. */
  readonly stamped: boolean
  readonly social: boolean
}

/** A longer personal text in a language that is only half understood counts as being about people. */
const UNCOVERED: DataClass = 'D2'

/** Undefined: the check failed, so nothing may happen with the texts. */
export async function recognise(
  texts: readonly string[],
  pack: Pack,
  checkText: CheckText,
): Promise<Recognised | undefined> {
  const joined = join(texts)
  if (!joined) return undefined
  const checked = await checkText(joined.text, pack)
  if (checked.kind === 'held') return undefined
  const { findings, uncovered } = checked.found
  const counted = firm(findings)
  const named = counted.filter(({ replaceable }) => replaceable === 'identifier')
  return {
    findings: joined.within(findings),
    named: new Set(joined.within(named).map(({ start }) => joined.textAt(start))),
    class: strictest([...counted.map(finding => finding.class), ...(uncovered ? [UNCOVERED] : [])]),
    stamped: stayingClass(findings) !== undefined || uncovered,
    replaceable: named.length > 0,
    social: counted.some(({ kind }) => kind === 'SOCIAL_BENEFIT'),
  }
}

export type Pseudonymised = {
  readonly texts: readonly string[]
  /** Placeholder → value; stays in this process until the answer is through, and is never stored. */
  readonly map: PlaceholderMap
  readonly recognised: Recognised
}

/** What replacing leaves may be seen only in the new surroundings, so it is looked at again; more rounds help nobody. */
const MOST_ROUNDS = 3

/**
 * Puts placeholders in the place of every name and number, and looks again until none is left but in `fixed` texts, which
 * stay as they are. `recognised` is what remains. Undefined: it could not be done, so nothing may happen with the texts.
 */
export async function pseudonymise(
  original: readonly string[],
  fixed: ReadonlySet<number>,
  before: Recognised,
  pack: Pack,
  checkText: CheckText,
): Promise<Pseudonymised | undefined> {
  const map = new Map<string, string>()
  let texts = original
  let recognised = before
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const replaced = replaceIn(texts, fixed, recognised.findings, pack)
    if (!replaced) return undefined
    for (const [placeholder, value] of replaced.map) map.set(placeholder, value)
    texts = replaced.texts
    const again = await recognise(texts, pack, checkText)
    if (!again) return undefined
    recognised = again
    if ([...again.named].every(at => fixed.has(at))) return { texts, map, recognised: withBefore(before, again) }
  }
  return undefined
}

function replaceIn(
  texts: readonly string[],
  fixed: ReadonlySet<number>,
  findings: readonly Finding[],
  { protect }: Pack,
): { readonly texts: readonly string[]; readonly map: PlaceholderMap } | undefined {
  const joined = join(texts)
  if (!joined) return undefined
  const words = new Map(protect.kinds.map(({ id, placeholder }) => [id, placeholder]))
  const { text, map } = replaceFindings(joined.text, findings, kind => words.get(kind))
  const parts = joined.split(text)
  return parts && { texts: parts.map((part, at) => (fixed.has(at) ? (texts[at] ?? part) : part)), map }
}

/** What was there and no placeholder stands for keeps its class, also where it is no longer seen in its new surroundings. */
function withBefore(before: Recognised, after: Recognised): Recognised {
  const staying = stayingClass(before.findings)
  const classes = [staying, after.class].filter(one => one !== undefined)
  return {
    ...after,
    class: strictest(classes),
    stamped: before.stamped || after.stamped,
    social: before.social || after.social,
  }
}
