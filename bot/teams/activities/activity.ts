import type { Pack } from '../../../policies/pack/pack-schema.js'
import type { Day } from '../../../policies/pack/terms.js'
import type { Door } from '../../identity/access.js'
import type { Person } from '../../identity/principal.js'
import type { Services } from '../services.js'
import type { Outcome, Turn } from '../turn.js'

/** What an activity sees: the turn, who it is, the pack and the day. */
export type Scene = {
  readonly turn: Turn
  readonly person: Person
  readonly pack: Pack
  readonly today: Day
  readonly services: Services
}

/** A chat command: what people type for it, and what happens. `match` gets the text in lower case without punctuation. */
export type ChatCommand = {
  readonly door: Door
  readonly match: (words: string, pack: Pack) => boolean
  readonly run: (text: string, scene: Scene) => Promise<Outcome>
}

/** A card button: its verb, and what happens with the data it carries (not to be trusted, parse it). */
export type Button = {
  readonly door: Door
  readonly verb: string
  readonly run: (data: unknown, scene: Scene) => Promise<Outcome>
}
