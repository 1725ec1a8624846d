import { blocksOf } from './blocks.js'
import { hasUncoveredPart } from './coverage.js'
import type { Detector, Memory, Scene } from './detector.js'
import { DETECTORS } from './detectors/index.js'
import type { Finding } from './finding.js'
import { findHidden } from './hidden.js'
import type { Lists } from './lists/lists.js'
import { risen } from './mosaic.js'
import { resolveOverlaps } from './overlaps.js'
import { personsAgain } from './persons/again.js'
import { personsBeside } from './persons/beside-values.js'
import { detect, detectorOf, rankOf, read, type Workshop } from './stages.js'
import { createLexicon, type LexiconEntry } from './text/lexicon.js'
import { originalRange } from './text/mapped-text.js'

/** Finds classified data in German text. Holds lists only, never a text. */
export type Engine = {
  /** All findings of a text, in order; offsets are UTF-16 units of the text given. Linear in its length, never throws. */
  readonly scan: (text: string) => Finding[]
  /** The same block by block: yields the findings of each block, so that a caller may stop in between. */
  readonly scanSteps: (text: string) => Generator<Finding[], void, undefined>
  /** Findings, and whether a longer personal part is in a language where only numbers and addresses can be checked. */
  readonly check: (text: string) => Checked
  /** The same block by block: yields the findings of each block and returns everything at the end. */
  readonly checkSteps: (text: string) => Generator<readonly Finding[], Checked, undefined>
}

export type Checked = { readonly findings: readonly Finding[]; readonly uncovered: boolean }

/** Puts lists and detectors together; takes some ten milliseconds, so make one and keep it. */
export function createEngine(lists: Lists): Engine {
  const lexicon = createLexicon([...lists.entries, ...DETECTORS.flatMap(contextEntries)], lists.names)
  function* scanSteps(text: string): Generator<Finding[], void, undefined> {
    const memory: Memory = { surnames: new Set(), initials: new Set(), personSeen: false }
    const workshop: Workshop = { lists, lexicon, memory }
    for (const { start, end } of blocksOf(text)) {
      yield scanBlock(text.slice(start, end), start, workshop)
    }
  }
  function* checkSteps(text: string): Generator<readonly Finding[], Checked, undefined> {
    const findings: Finding[] = []
    for (const found of scanSteps(text)) {
      for (const finding of found) findings.push(finding)
      yield found
    }
    return { findings, uncovered: hasUncoveredPart(text, findings, lists.languages) }
  }
  const check = (text: string): Checked => {
    const steps = checkSteps(text)
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
  }
  return { scan: text => [...scanSteps(text)].flat(), scanSteps, check, checkSteps }
}

const contextEntries = ({ kind, context }: Detector): LexiconEntry[] => context.map(word => ({ word, context: kind }))

/** One block: normalise, detect values, resolve, detect meaning by what was found, resolve, back to the original. */
function scanBlock(original: string, offset: number, workshop: Workshop): Finding[] {
  const { lists, memory } = workshop
  const { normal, doc } = read(original, workshop)
  const scene: Scene = { doc, lists, memory, found: [] }
  const values = resolveOverlaps([...detect('value', scene), ...findHidden(doc, workshop)], rankOf)
  const beside = [...values, ...personsBeside(doc, values)]
  const named = [...beside, ...personsAgain(doc, beside, memory)]
  const found = risen(resolveOverlaps([...named, ...detect('meaning', { ...scene, found: named })], rankOf))
  memory.personSeen ||= named.some(({ kind }) => kind === 'PERSON')
  return found.map(candidate => {
    const { class: usual, replaceable } = detectorOf(candidate.kind)
    const { start, end } = originalRange(normal, candidate.start, candidate.end)
    return { ...candidate, class: candidate.class ?? usual, replaceable, start: offset + start, end: offset + end }
  })
}
