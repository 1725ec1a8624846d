import type { Found } from './detector.js'
import { DETECTORS } from './detectors/index.js'
import type { Kind } from './finding.js'

/** Hints this near to each other (UTF-16 units) are taken to be about the same person. */
const REACH = 300
/** So many different kinds of hints together are no accident. */
const TOGETHER = 3

/** Kinds that say something about somebody's life; beside them even a holder of public office is a private person. */
const PRIVATE: ReadonlySet<Kind> = new Set<Kind>([
  ...DETECTORS.filter(({ stage }) => stage === 'meaning').map(({ kind }) => kind),
  'DATE_OF_BIRTH',
  'TAX_ID',
  'SOCIAL_SECURITY',
  'HEALTH_INSURANCE',
])

/**
 * Mosaic: weak hints rise together. A hint becomes a finding beside something private about somebody, or beside hints
 * of at least two other kinds. Hints about what a sentence means that stay alone are dropped: they would only disturb.
 * @param found sorted by start
 */
export function risen(found: readonly Found[]): Found[] {
  if (!found.some(isHint)) return [...found]
  return found.flatMap((finding, at) => {
    if (!isHint(finding)) return [finding]
    const near = neighbours(found, at)
    const beside = near.some(other => !isHint(other) && PRIVATE.has(other.kind))
    const kinds = new Set([finding, ...near].filter(isHint).map(({ kind }) => kind))
    if (beside || kinds.size >= TOGETHER)
      return [{ ...finding, certainty: 'wahrscheinlich', reason: 'several-hints' } satisfies Found]
    return PRIVATE.has(finding.kind) ? [] : [finding]
  })
}

const isHint = ({ certainty }: Found): boolean => certainty === 'hinweis'
const MOST_NEIGHBOURS = 12

function neighbours(found: readonly Found[], at: number): Found[] {
  const { start, end } = found[at] ?? { start: 0, end: 0 }
  const near: Found[] = []
  for (let other = at - 1; other >= 0 && at - other <= MOST_NEIGHBOURS; other--) {
    const one = found[other]
    if (one && start - one.end <= REACH) near.push(one)
  }
  for (let other = at + 1; other < found.length && other - at <= MOST_NEIGHBOURS; other++) {
    const one = found[other]
    if (one && one.start - end <= REACH) near.push(one)
  }
  return near
}
