import type { Draft } from '../../office/document.js'
import type { VermerkFacts } from '../../review/vermerk.js'

/** A passage that has just been taken over, and what its Vermerk says. */
export type TakenOver = {
  readonly draft: Draft
  readonly label: 'as-wished' | 'bracket-instead'
  readonly facts: Omit<VermerkFacts, 'checkedBy'>
}
