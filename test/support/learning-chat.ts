import { createLearning } from '../../bot/learning/learning.js'
import type { Card } from '../../bot/teams/cards/card.js'
import type { Services } from '../../bot/teams/services.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Day } from '../../policies/pack/terms.js'
import type { Person } from '../../policies/tools/principal.js'
import { currentOf, type Inputs, type QuestionView, Session, viewOf } from '../../policies/training/index.js'
import { executesOf, textOf } from './card-text.js'
import { freshStore } from './fresh-store.js'
import { rightInputs, wrongInputs } from './learner.js'
import { DAY } from './musterstadt.js'
import { type Conversation, converse, LEARNING_KEY, onlyCard, servicesFor } from './scenes.js'

/** The world around a chat; a test may turn the day or put another pack in place. */
type World = { pack: Pack; today: Day }

/** Learning in the chat, card by card, as a person does it. */
export type LearningChat = {
  readonly world: World
  readonly services: Services
  readonly talk: Conversation
  /** Who learns, and the name under which the learning state is kept. */
  readonly me: () => Person
  readonly pseudonym: () => string
  /** Presses the first button with this verb, with whatever was filled in on the card. */
  readonly press: (card: Card, verb: string, filled?: Inputs) => Promise<Card>
  /** Reads a lesson to its end, screen by screen; the first question. */
  readonly begin: (module: string) => Promise<Card>
  readonly answer: (card: Card, how: 'right' | 'wrong') => Promise<Card>
  /** Begins a module and answers its questions, the first `wrong` ones wrongly; the last card. */
  readonly round: (module: string, wrong?: number) => Promise<Card>
}

export function learningChat(pack: Pack): LearningChat {
  const world: World = { pack, today: DAY }
  const now = (): Date => new Date(`${world.today}T09:00:00Z`)
  const store = freshStore(pack.manifest.id)
  const current = (): Pack => world.pack
  const learning = createLearning({ store, pack: current, now, key: LEARNING_KEY, seed: () => 1 })
  const services = servicesFor(pack, { now, store, learning, pack: current })
  const talk = converse(services)
  const me = (): Person => {
    if (!services.local) throw new Error('nobody is here')
    return services.local.current().person
  }
  const press = async (card: Card, verb: string, filled: Inputs = {}): Promise<Card> =>
    onlyCard(await talk.press(verb, { ...dataOf(card, verb), ...filled }))
  const answer = (card: Card, how: 'right' | 'wrong'): Promise<Card> =>
    press(card, 'answer', (how === 'right' ? rightInputs : wrongInputs)(questionOn(card, world.pack), world.pack))
  const begin = async (module: string): Promise<Card> => {
    let card = onlyCard(await talk.press('lesson', { module, screen: 0 }))
    while (executesOf(card).every(({ verb }) => verb !== 'round')) card = await press(card, 'lesson')
    return press(card, 'round')
  }
  return {
    world,
    services,
    talk,
    me,
    pseudonym: () => learning.pseudonymOf(me().id),
    press,
    begin,
    answer,
    async round(module, wrong = 0) {
      let card = await begin(module)
      for (let at = 0; ; at += 1) {
        card = await answer(card, at < wrong ? 'wrong' : 'right')
        if (executesOf(card).every(({ verb }) => verb !== 'next')) return card
        card = await press(card, 'next')
      }
    },
  }
}

export function dataOf(card: Card, verb: string): Readonly<Record<string, unknown>> {
  const button = executesOf(card).find(candidate => candidate.verb === verb)
  if (!button) throw new Error(`no button ${verb} in: ${textOf(card)}`)
  return { ...button.data }
}

/** The question a card shows, in the order in which it shows it. */
export function questionOn(card: Card, pack: Pack): QuestionView {
  const [body = ''] = String(dataOf(card, 'answer').session).split('.')
  const session = Session.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
  const current = currentOf(session, pack)
  if (current.kind !== 'question') throw new Error(current.kind)
  return viewOf(current.question, current.module, current.seed)
}
