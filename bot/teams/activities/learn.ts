import type { LearningView } from '../../../policies/learning-contract.js'
import { overviewOf } from '../../learning/overview.js'
import { type Card, execute, openUrl, renewed } from '../cards/card.js'
import { issuerOf } from '../cards/frame.js'
import { learnCard, modulesCard } from '../cards/learn-card.js'
import { noticeCard } from '../cards/notice-card.js'
import { type Outcome, send } from '../turn.js'
import type { Button, ChatCommand, Scene } from './activity.js'

/** `lernen`: what is due, or the next module. */
export const learn: ChatCommand = {
  door: 'chat learn',
  match: words =>
    /^(?:lernen|ich (?:mochte|will) lernen|weiter ?lernen|uben|quiz|learn|lektion|grundkurs|aufbaukurs)$/.test(words),
  run: async (_, scene) => alone(scene, async () => send(await overviewCard(scene))),
}

/** Back to what is due; also run by the client when an old overview is looked at again. */
export const learnButton: Button = forOneself({
  door: 'button learn',
  verb: 'learn',
  run: async (_, scene) => ({ messages: [], replacement: await overviewCard(scene) }),
})

export const modulesButton: Button = forOneself({
  door: 'button modules',
  verb: 'modules',
  run: async (_, scene) => ({
    messages: [],
    replacement: modulesCard({ view: await viewOf(scene), issuer: issuerOf(scene.pack) }),
  }),
})

export const viewOf = ({ person, services }: Scene): Promise<LearningView> => overviewOf(person, services)

/** The overview, with a word on why one is here, if there is one. */
export async function overviewCard(scene: Scene, notice?: string): Promise<Card> {
  const { pack, services, turn } = scene
  const card = learnCard({
    view: await viewOf(scene),
    ...(notice === undefined ? {} : { notice }),
    page: `${services.tab}#/heute`,
    issuer: issuerOf(pack),
  })
  // Renewed, a card would lose its notice at once. The local chat cannot renew cards for one reader and says so under each.
  const reader = services.local || notice !== undefined ? undefined : turn.account
  return renewed(card, reader, execute('Auffrischen', 'learn', {}))
}

/** Learning is nobody else's business: in a group it leads to the chat of one's own. */
export async function alone({ turn, pack, services }: Scene, run: () => Promise<Outcome>): Promise<Outcome> {
  if (turn.scope === 'personal') return run()
  const notice = {
    title: 'Lernen geht nur zu zweit',
    lines: ['Ihr Lernstand geht nur Sie etwas an. Schreiben Sie mir bitte „lernen“ im Chat mit mir allein.'],
    actions: [openUrl('Auf der Seite lernen', `${services.tab}#/heute`)],
  }
  const card = noticeCard(notice, 'de', issuerOf(pack))
  // What takes the place of a card is seen by whoever pressed its button.
  return turn.event.kind === 'button' ? { messages: [], replacement: card } : { messages: [], privately: card }
}

/** A button of learning: in a group it shows and changes nothing. */
export function forOneself(button: Button): Button {
  return { ...button, run: (data, scene) => alone(scene, () => button.run(data, scene)) }
}
