import { createTextCheck } from '../../bot/check/check-text.js'
import { createGuard } from '../../bot/generation/guard.js'
import { houseFor } from '../../bot/generation/house.js'
import { createRunning } from '../../bot/generation/running.js'
import { createLocalIdentity } from '../../bot/identity/local.js'
import { createLearning } from '../../bot/learning/learning.js'
import type { Card } from '../../bot/teams/cards/card.js'
import { dispatch } from '../../bot/teams/dispatch.js'
import { keepTurn } from '../../bot/teams/keep-turn.js'
import type { Services } from '../../bot/teams/services.js'
import type { Event, Outcome, Turn } from '../../bot/teams/turn.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { freshStore } from './fresh-store.js'
import { NOW } from './musterstadt.js'
import { NO_METER, scriptedModels } from './scripted-models.js'

/** Where the page "Text prüfen" is in every test. */
export const TAB = 'https://kompass.musterstadt.example/tab/'
export const TEXT_PAGE = `${TAB}#/pruefen`

/** The learning key of every test. */
export const LEARNING_KEY = Buffer.alloc(32, 7)

/** What the bot works with, all of it real and fresh; `changes` swaps single parts. */
export function servicesFor(pack: Pack, changes: Partial<Services> = {}): Services {
  const local = createLocalIdentity(pack.manifest.id)
  const store = changes.store ?? freshStore(pack.manifest.id)
  const now = changes.now ?? (() => NOW)
  const checkText = changes.checkText ?? createTextCheck({ pause: async () => undefined, now: () => NOW })
  const house: Services['house'] = changes.house ?? (who => houseFor(who, { pack: () => pack, store, now }))
  return {
    pack: () => pack,
    now,
    memory: store.memory,
    counters: store.counters,
    store,
    learning: createLearning({ store, pack: () => pack, now, key: LEARNING_KEY, seed: () => 1 }),
    principalOf: async () => local.current().person,
    local,
    checkText,
    textPage: TEXT_PAGE,
    tab: TAB,
    house,
    guard: createGuard({
      running: createRunning(),
      pack: () => pack,
      now,
      houseFor: house,
      checkText,
      models: scriptedModels(),
      note: () => undefined,
      meter: NO_METER,
      seconds: () => 0,
    }),
    ...changes,
  }
}

const turnOf = (event: Event, scope: Turn['scope'] = 'personal', user = 'user-1'): Turn => ({
  event,
  scope,
  conversation: scope === 'group' ? `conversation-1|${user}` : 'conversation-1',
  user,
  account: `29:${user}`,
  message: 'message-1',
})

/** One person's chat with the bot, without any SDK between. */
export type Conversation = {
  readonly services: Services
  readonly say: (text: string) => Promise<Outcome>
  readonly press: (verb: string, data?: unknown) => Promise<Outcome>
  readonly happen: (event: Event) => Promise<Outcome>
}

export function converse(services: Services, scope: Turn['scope'] = 'personal', user = 'user-1'): Conversation {
  const happen = async (event: Event): Promise<Outcome> => {
    const turn = turnOf(event, scope, user)
    const outcome = await dispatch(turn, services)
    await keepTurn(turn, outcome, [], services)
    return outcome
  }
  return {
    services,
    say: text => happen({ kind: 'message', text, edited: false }),
    press: (verb, data) => happen({ kind: 'button', verb, data }),
    happen,
  }
}

/** All cards of an outcome that everybody in the conversation sees. */
export const cardsOf = ({ messages, replacement }: Outcome): Card[] => [
  ...messages.filter(message => !message.onlyRenews).map(message => message.card),
  ...(replacement ? [replacement] : []),
]

/** The one card of an outcome, sent or put in the place of another. */
export function onlyCard(outcome: Outcome): Card {
  const cards = cardsOf(outcome)
  const [card, ...others] = cards
  if (!card || others.length > 0) throw new Error(`expected one card, found ${cards.length}`)
  return card
}
