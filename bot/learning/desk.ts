import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Day } from '../../policies/pack/terms.js'
import type { Person } from '../../policies/tools/principal.js'
import type { Store } from '../storage/store.js'
import type { Known } from './learner.js'

/** One learner at work today: what the functions of this room need to know. */
export type Desk = {
  readonly person: Person
  readonly pseudonym: string
  readonly known: Known
  readonly pack: Pack
  readonly today: Day
  readonly signing: Uint8Array
  readonly store: Pick<Store, 'learning' | 'proofs'>
}
