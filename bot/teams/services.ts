import type { Pack } from '../../policies/pack/pack-schema.js'
import type { House } from '../../policies/tools/permit.js'
import type { Principal } from '../../policies/tools/principal.js'
import type { CheckText } from '../check/check-text.js'
import type { Guard } from '../generation/guard-contract.js'
import type { LocalIdentity } from '../identity/local.js'
import type { Learning } from '../learning/learning.js'
import type { ConversationMemory, Counters, Store } from '../storage/store.js'

/** Everything an activity may use; effects come in here and nowhere else. */
export type Services = {
  readonly pack: () => Pack
  readonly now: () => Date
  readonly memory: ConversationMemory
  readonly counters: Counters
  /** Who is behind this chat user; undefined if nobody known. */
  readonly principalOf: (user: string) => Promise<Principal | undefined>
  /** Only in mode local: the demo people one can be. */
  readonly local: LocalIdentity | undefined
  readonly checkText: CheckText
  /** Address of the page "Text prüfen", where a text stays in the browser. */
  readonly textPage: string
  /** Address of the whole page; its parts follow behind a `#`. */
  readonly tab: string
  readonly learning: Learning
  readonly store: Store
  /** What `permit` must know to decide for somebody. */
  readonly house: (principal: Principal) => Promise<House>
  /** The one way to a model. */
  readonly guard: Guard
}
