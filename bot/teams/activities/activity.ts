import type { Offers } from '../../../policies/answer/index.js'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import type { Day } from '../../../policies/pack/terms.js'
import type { Checked as Recognised } from '../../../policies/protect/index.js'
import type { Person } from '../../../policies/tools/principal.js'
import type { Door } from '../../identity/access.js'
import type { Services } from '../services.js'
import type { Event, Outcome, Turn } from '../turn.js'

/** What an activity sees: the turn, who it is, the pack and the day. */
export type Scene = {
  readonly turn: Turn
  readonly person: Person
  readonly pack: Pack
  readonly today: Day
  /** What the person has of the approved tools. */
  readonly offers: Offers
  readonly services: Services
}

/** What was recognised in the text of a turn, and whether it tells of something that already went to a tool. */
export type Checked = { readonly found: Recognised; readonly left: 'yes' | 'perhaps' | 'no' }

/** A scene whose text has been checked; only here may an activity see a text. */
export type TextScene = Scene & { readonly checked: Checked }

/**
 * A chat command: what people type for it, and what happens. `match` gets the text in lower case without punctuation, and
 * as it was written. `aboutText`: a text of any length may follow, and the outcome says itself what was recognised.
 */
export type ChatCommand = {
  readonly door: Door
  readonly match: (words: string, pack: Pack, text: string) => boolean
  readonly run: (text: string, scene: TextScene) => Promise<Outcome>
  readonly aboutText?: true
}

/** What happens in a message extension or dialog. The text stays outside: `checked` tells what was in it, if there was one. */
export type Extension = {
  readonly door: Door
  readonly kind: 'search' | 'dialog' | 'done'
  readonly show: (event: Event, checked: Checked | undefined, scene: Scene) => Promise<Outcome>
}

/** A card button: its verb, and what happens with the data it carries (not to be trusted, parse it). */
export type Button = {
  readonly door: Door
  readonly verb: string
  readonly run: (data: unknown, scene: Scene) => Promise<Outcome>
}
