import type { LearningView } from '../../../policies/learning-contract.js'
import { overviewOf } from '../../learning/overview.js'
import { type Card, execute, renewed } from '../cards/card.js'
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
export const learnButton: Button = {
  door: 'button learn',
  verb: 'learn',
  run: async (_, scene) => ({ messages: [], replacement: await overviewCard(scene) }),
}

export const modulesButton: Button = {
  door: 'button modules',
  verb: 'modules',
  run: async (_, scene) => ({
    messages: [],
    replacement: modulesCard({ view: await viewOf(scene), issuer: issuerOf(scene.pack) }),
  }),
}

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
  // The local chat cannot renew cards for one reader and says so under each.
  const reader = services.local ? undefined : turn.account
  return renewed(card, reader, execute('Auffrischen', 'learn', {}))
}

/** Learning is nobody else's business: in a group it leads to the chat of one's own. */
export async function alone({ turn, pack }: Scene, run: () => Promise<Outcome>): Promise<Outcome> {
  if (turn.scope === 'personal') return run()
  const notice = {
    title: 'Lernen geht nur zu zweit',
    lines: ['Ihr Lernstand geht nur Sie etwas an. Schreiben Sie mir bitte „lernen“ im Chat mit mir allein.'],
  }
  return { messages: [], privately: noticeCard(notice, 'de', issuerOf(pack)) }
}
