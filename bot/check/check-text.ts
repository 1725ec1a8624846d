import type { Pack } from '../../policies/pack/pack-schema.js'
import { hasUncoveredPart } from '../../policies/protect/coverage.js'
import { engineOf, type Finding } from '../../policies/protect/index.js'
import { type Languages, readLanguages } from '../../policies/protect/lists/languages.js'
import { readWordFile } from '../../policies/protect/lists/word-file.js'

/** What was recognised in a text: kinds, places and classes, never the text. */
export type Recognised = {
  readonly findings: readonly Finding[]
  /** A longer part is in a language in which only numbers and addresses can be recognised. */
  readonly uncovered: boolean
}

/** `held`: the check failed or took too long, so the text may go nowhere. */
type CheckResult = { readonly kind: 'checked'; readonly found: Recognised } | { readonly kind: 'held' }

/** Checks a text with the engine of a pack. Never throws. */
export type CheckText = (text: string, pack: Pack) => Promise<CheckResult>

export type CheckTextDeps = {
  /** Lets everybody else have a turn; called between the blocks of a long text. */
  readonly pause: () => Promise<unknown>
  readonly now: () => Date
}

/** A text of 200,000 characters takes well under a second; whatever takes longer is held. */
const LONGEST_MS = 10_000

/** Block by block, so that one long text holds nobody up; a short one is a single block and costs a fraction of a millisecond. */
export function createTextCheck({ pause, now }: CheckTextDeps): CheckText {
  return async (text, pack) => {
    const until = now().getTime() + LONGEST_MS
    try {
      const findings: Finding[] = []
      let blocks = 0
      for (const found of engineOf(pack).scanSteps(text)) {
        for (const finding of found) findings.push(finding)
        if (++blocks === 1 && text.length < ONE_BLOCK) continue
        await pause()
        if (now().getTime() > until) return { kind: 'held' }
      }
      return { kind: 'checked', found: { findings, uncovered: hasUncoveredPart(text, findings, languagesOf(pack)) } }
    } catch {
      return { kind: 'held' }
    }
  }
}

/** Shorter than any block of the engine: nothing comes after it, so nobody need wait. */
const ONE_BLOCK = 8_000

const languages = new WeakMap<Pack['protect'], Languages>()

/** The word list by which the language of a part is told; read once for every pack. */
function languagesOf({ protect }: Pack): Languages {
  const known = languages.get(protect)
  if (known) return known
  const read = readLanguages(readWordFile('languages.txt', protect.lists['languages.txt'] ?? ''))
  languages.set(protect, read)
  return read
}
