import { plainWords } from '../../policies/language/fold.js'
import { dayOf } from '../clock.js'
import { mayUse } from '../identity/access.js'
import type { Scene } from './activities/activity.js'
import { ask } from './activities/ask.js'
import { attachment } from './activities/attachment.js'
import { BUTTONS, CHAT_COMMANDS } from './activities/index.js'
import { welcome } from './activities/welcome.js'
import { issuerOf } from './cards/frame.js'
import { noticeCard } from './cards/notice-card.js'
import type { Services } from './services.js'
import { NOTHING, type Outcome, send, type Turn } from './turn.js'

/** One turn from chat to outcome: who is it, what is it, may they, do it. */
export async function dispatch(turn: Turn, services: Services): Promise<Outcome> {
  const { event } = turn
  const pack = services.pack()
  if (event.kind === 'joined') return welcome({ pack })
  if (event.kind === 'removed') return forget(turn, services)
  if (event.kind === 'other' || event.kind === 'unknown-invoke') return NOTHING
  const principal = await services.principalOf(turn.user)
  if (principal?.kind !== 'person') return send(noticeCard(UNKNOWN_PERSON, 'de', issuerOf(pack)))
  const scene: Scene = { turn, person: principal, pack, today: dayOf(services.now()), services }
  if (event.kind === 'attachment') return attachment(event.what, scene)
  if (event.kind === 'button') return button(event.verb, event.data, scene)
  return message(event.text, scene)
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

async function forget(turn: Turn, services: Services): Promise<Outcome> {
  const [conversation = turn.conversation] = turn.conversation.split('|')
  await services.memory.forget(conversation)
  return NOTHING
}

async function message(text: string, scene: Scene): Promise<Outcome> {
  const words = wordsOf(text)
  const command =
    text.length > LONGEST_COMMAND ? undefined : CHAT_COMMANDS.find(({ match }) => match(words, scene.pack))
  if (!mayUse(command?.door ?? 'chat ask', scene.person))
    return send(noticeCard(NOT_ALLOWED, 'de', issuerOf(scene.pack)))
  return command ? command.run(text, scene) : ask(text, scene)
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
