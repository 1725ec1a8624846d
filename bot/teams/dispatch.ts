import { plainWords } from '../../policies/language/fold.js'
import type { Person } from '../../policies/tools/principal.js'
import { dayOf } from '../clock.js'
import { offersOf } from '../generation/house.js'
import { mayUse } from '../identity/access.js'
import type { Scene } from './activities/activity.js'
import { ask } from './activities/ask.js'
import { attachment } from './activities/attachment.js'
import { BUTTONS, CHAT_COMMANDS, EXTENSIONS } from './activities/index.js'
import { welcome } from './activities/welcome.js'
import type { Card } from './cards/card.js'
import { issuerOf } from './cards/frame.js'
import { type Notice, noticeCard } from './cards/notice-card.js'
import { pageCard } from './cards/page-card.js'
import { checkIncoming, heldCard, withCheck } from './check.js'
import type { Services } from './services.js'
import { type Event, NOTHING, type Outcome, send, type Turn } from './turn.js'

/** One turn from chat to outcome: who is it, what is it, may they, do it. */
export async function dispatch(turn: Turn, services: Services): Promise<Outcome> {
  const { event } = turn
  if (event.kind === 'joined') return welcome({ pack: services.pack(), services })
  if (event.kind === 'removed') return forget(turn, services)
  if (event.kind === 'other' || event.kind === 'unknown-invoke') return NOTHING
  const principal = await services.principalOf(turn.user)
  if (principal?.kind !== 'person') return refusal(UNKNOWN_PERSON, event, services)
  return dispatchFor(principal, turn, services)
}

/** The same for somebody who is already known, however they came. */
export async function dispatchFor(person: Person, turn: Turn, services: Services): Promise<Outcome> {
  const { event } = turn
  const offers = offersOf(person, await services.house(person))
  const scene: Scene = { turn, person, pack: services.pack(), today: dayOf(services.now()), offers, services }
  switch (event.kind) {
    case 'attachment':
      return attachment(event.what, scene)
    case 'button':
      return button(event.verb, event.data, scene)
    case 'message':
      return message(event.text, scene)
    case 'joined':
    case 'removed':
    case 'other':
    case 'unknown-invoke':
      return NOTHING
    default:
      return extension(event, scene)
  }
}

/** A refusal where the person is looking: in the dialog, beside the search box, or as a message. */
export function refusal(notice: Notice, event: Event, services: Services): Outcome {
  return inPlaceOf(event, noticeCard(notice, 'de', issuerOf(services.pack())), services)
}

function inPlaceOf({ kind }: Event, card: Card, { pack, textPage }: Services): Outcome {
  if (kind === 'dialog' || kind === 'done') return { messages: [], reply: { kind: 'dialog', card } }
  if (kind !== 'search') return send(card)
  const shared = pageCard(textPage, 'de', issuerOf(pack()))
  return { messages: [], reply: { kind: 'search', title: 'Text prüfen', text: card.fallbackText, card: shared } }
}

const UNKNOWN_PERSON = {
  title: 'Ich kenne Sie noch nicht',
  lines: ['Bitte wenden Sie sich an Ihr KI-Team, damit Sie den KI-Kompass nutzen können.'],
}
const NOT_ALLOWED = {
  title: 'Das ist für Sie nicht freigeschaltet',
  lines: ['Fragen Sie Ihr KI-Team, wenn Sie das für Ihre Arbeit brauchen.'],
}
const OLD_BUTTON = {
  title: 'Diese Schaltfläche ist nicht mehr aktuell',
  lines: ['Bitte stellen Sie Ihre Frage einfach noch einmal.'],
}

/** The bot was removed: from the chat of one's own, where nobody can be reached any more, or from a group, where others stay. */
async function forget(turn: Turn, services: Services): Promise<Outcome> {
  const [conversation = turn.conversation] = turn.conversation.split('|')
  await services.memory.forget(conversation)
  if (turn.scope === 'group') return NOTHING
  const principal = await services.principalOf(turn.user)
  if (principal?.kind === 'person') await services.store.conversations.erase(principal.id)
  return NOTHING
}

async function message(text: string, scene: Scene): Promise<Outcome> {
  const checked = await checkIncoming(text, scene)
  if (!checked) return send(heldCard(scene))
  const checkedScene = { ...scene, checked }
  const words = wordsOf(text)
  const command = CHAT_COMMANDS.find(
    ({ match, aboutText }) => (aboutText || text.length <= LONGEST_COMMAND) && match(words, scene.pack, text),
  )
  if (!mayUse(command?.door ?? 'chat ask', scene.person)) return refusal(NOT_ALLOWED, scene.turn.event, scene.services)
  const outcome = await (command ? command.run(text, checkedScene) : ask(text, scene))
  return command?.aboutText ? outcome : withCheck(outcome, checkedScene)
}

async function extension(event: Event, scene: Scene): Promise<Outcome> {
  const known = EXTENSIONS.find(({ kind }) => kind === event.kind)
  if (!known) return NOTHING
  if (!mayUse(known.door, scene.person)) return refusal(NOT_ALLOWED, event, scene.services)
  const text = 'text' in event ? event.text : ''
  if (text.trim() === '') return known.show(event, undefined, scene)
  const checked = await checkIncoming(text, scene)
  return checked ? known.show(event, checked, scene) : inPlaceOf(event, heldCard(scene, 'plain'), scene.services)
}

/** A command may be typed as a question or sentence: "Panne?" is "panne". A lone question mark asks for help. */
function wordsOf(text: string): string {
  const plain = plainWords(text.slice(0, LONGEST_COMMAND))
  return plain || text.trim().slice(0, 1)
}

const LONGEST_COMMAND = 120

async function button(verb: string, data: unknown, scene: Scene): Promise<Outcome> {
  const known = BUTTONS.find(candidate => candidate.verb === verb)
  const issuer = issuerOf(scene.pack)
  if (known && !mayUse(known.door, scene.person)) return send(noticeCard(NOT_ALLOWED, 'de', issuer))
  const outcome = known ? await known.run(data, scene) : NOTHING
  return outcome.messages.length > 0 || outcome.replacement ? outcome : send(noticeCard(OLD_BUTTON, 'de', issuer))
}
