import type { Pack } from '../../policies/pack/pack-schema.js'
import { type Checked, engineOf } from '../../policies/protect/index.js'

/** `held`: the check failed or took too long, so the text may go nowhere. */
type CheckResult = { readonly kind: 'checked'; readonly found: Checked } | { readonly kind: 'held' }

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
      const steps = engineOf(pack).checkSteps(text)
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) return { kind: 'checked', found: step.value }
        if (text.length < ONE_BLOCK) continue
        await pause()
        if (now().getTime() > until) return { kind: 'held' }
      }
    } catch {
      return { kind: 'held' }
    }
  }
}

/** Shorter than any block of the engine: nothing comes after it, so nobody need wait. */
const ONE_BLOCK = 8_000
