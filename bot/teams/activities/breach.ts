import { plainWords } from '../../../policies/language/fold.js'
import { breachCard } from '../cards/breach-card.js'
import { issuerOf } from '../cards/frame.js'
import { DEPUTY, lineFor } from '../people.js'
import { type Outcome, send } from '../turn.js'
import type { Button, ChatCommand, Scene } from './activity.js'

/** `panne`: the calm card at once, whatever happened. Sentences like "Ich habe gerade … eingefügt" reach it through ask. */
export const breach: ChatCommand = {
  door: 'chat breach',
  match: (words, { lexicon }) => lexicon.breach.commands.some(command => plainWords(command) === words),
  run: async (_, scene) => show(scene),
}

export const breachButton: Button = { door: 'button breach', verb: 'breach', run: async (_, scene) => show(scene) }

async function show({ turn, pack, services }: Scene): Promise<Outcome> {
  await services.counters.increment('answer.breach')
  const roles = ['datenschutz', 'ki-team', 'informationssicherheit'] as const
  const calls = roles.flatMap(role => lineFor({ role, contact: pack.contacts.roles[role] }, DEPUTY.de))
  return send(breachCard(calls, turn.scope, 'de', issuerOf(pack)))
}
