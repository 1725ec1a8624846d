import { type Activity, ActivityTypes, CloudAdapter, type TurnContext } from 'botbuilder'
import type { AuthenticateRequestResult } from 'botframework-connector'
import type { Request, Response } from 'express'
import type { Logger } from 'pino'
import type { DataClass } from '../../../policies/pack/terms.js'
import { dayOf } from '../../clock.js'
import type { MarkViolation } from '../../identity/graph/policy-violation.js'
import type { BotRegistration } from '../../identity/municipality-settings.js'
import { conversationIn } from '../../people/conversations.js'
import type { KeptTurn } from '../../storage/store.js'
import type { Card } from '../cards/card.js'
import { dispatch, refusal } from '../dispatch.js'
import { keepTurn } from '../keep-turn.js'
import type { Services } from '../services.js'
import { NOTHING, type Outcome, type Turn } from '../turn.js'
import { channelMessageOf } from './channel-message.js'
import { type BotSeams, localEntrance, registeredEntrance } from './entrance.js'
import { toTurn } from './inbound.js'
import { keepEntities } from './keep-entities.js'
import { deliver, NOTHING_SENT, notImplemented, type SentBefore } from './outbound.js'
import { sendPrivately } from './private-message.js'
import { referenceOf, type Sent, sendTo } from './proactive.js'
import type { SendReply } from './replies.js'

export type { BotSeams } from './entrance.js'

/** Handles POST /api/messages. */
export type BotEndpoint = (request: Request, response: Response) => Promise<void>

const TYPING_AFTER_MS = 1200

/** The bot towards the chat service: what comes in, and what it sends of its own accord. */
export type Bot = {
  readonly endpoint: BotEndpoint
  /** Sends a card to where a person was last seen (a stored reference); after the signal nothing leaves any more. */
  readonly send: (reference: string, card: Card, signal?: AbortSignal) => Promise<Sent>
}

/**
 * The one place where botbuilder is used: admit, read, hand to `dispatch`, deliver.
 * @param registration undefined: anybody on this machine is let in, and nobody else
 * @param markViolation undefined: messages in channels stay as they are
 */
export function createBot(
  services: Services,
  registration: BotRegistration | undefined,
  log: Logger,
  seams: BotSeams = {},
  markViolation: MarkViolation | undefined = undefined,
): Bot {
  keepEntities()
  const { authentication, admit, reply } =
    registration === undefined ? localEntrance() : registeredEntrance(registration, services.now, log, seams)
  const adapter = new OpenAdapter(authentication)
  const endpoint: BotEndpoint = async (request, response) => {
    const admission = await admit(request.headers.authorization, request.body)
    if (admission.kind === 'refused') {
      response.status(admission.status).end()
      return
    }
    const turn = toTurn(admission.activity)
    const where = markViolation && channelMessageOf(admission.activity)
    const hide = where && ((found: ReadonlySet<DataClass>) => markViolation(where, found))
    const result = await adapter.handle(admission.as, request.body, context =>
      run({ context, turn, reply, services, log, hide }),
    )
    response.status(result?.status ?? 200)
    if (result?.body === undefined) response.end()
    else response.send(result.body)
  }
  const appId = registration?.appId ?? ''
  return { endpoint, send: (reference, card, signal) => sendTo(adapter, appId, reference, card, signal) }
}

class OpenAdapter extends CloudAdapter {
  /** `processActivity` is protected; it is the only way to decide by ourselves who is let in. */
  handle(who: AuthenticateRequestResult, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(who, activity, logic)
  }
}

/** Hides the message of this turn from the others in its channel. */
type Hide = (found: ReadonlySet<DataClass>) => Promise<unknown>

/** All there is to a turn. */
type Whole = {
  readonly context: TurnContext
  readonly turn: Turn
  readonly reply: SendReply
  readonly services: Services
  readonly log: Logger
  readonly hide: Hide | undefined
}

async function run(whole: Whole): Promise<void> {
  const { context, turn, reply, services, log, hide } = whole
  const typing = setTimeout(
    () => void context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined),
    TYPING_AFTER_MS,
  )
  try {
    const { found } = await turnOver(whole)
    if (found && hide) await hide(found)
    log.info({ event: turn.event.kind, scope: turn.scope }, 'turn')
  } catch (error) {
    log.error({ event: turn.event.kind, error: nameOf(error) }, 'turn failed')
    await deliver(context, refusal(FAILED, turn.event, services), NOTHING_SENT, reply).catch(() => undefined)
  } finally {
    clearTimeout(typing)
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')

const FAILED = {
  title: 'Das hat gerade nicht geklappt',
  lines: [
    'Es liegt nicht an Ihnen. Bitte versuchen Sie es noch einmal oder fragen Sie Ihre Digitallotsin oder Ihren Digitallotsen.',
  ],
}

async function turnOver({ context, turn, reply, services, log }: Whole): Promise<Outcome> {
  const { event } = turn
  if (event.kind === 'unknown-invoke') {
    await context.sendActivity(notImplemented)
    return NOTHING
  }
  await rememberWhere(context, turn, services).catch(error => log.warn({ error: nameOf(error) }, 'not remembered'))
  const outcome = await dispatch(turn, services)
  const edited = event.kind === 'message' && event.edited
  const before = edited ? await sentBefore(turn, services) : NOTHING_SENT
  const sent = await deliver(context, outcome, before, reply)
  await keepTurn(turn, outcome, repliesTo(turn, sent), services)
  if (outcome.privately) {
    const reached = await sendPrivately(context, outcome.privately).catch(() => false)
    await services.counters.increment(reached ? 'check.told' : 'check.not-told')
  }
  return outcome
}

/**
 * Where somebody is reached: kept once a day, before the answer, which may be that all was deleted. Only what is written to
 * the bot itself says where that is: a message extension also works between two people, in a chat that looks as personal
 * and where a reminder would be read by somebody else. The same may hold for a shared card, so a button keeps alive what is
 * known and says nothing new.
 */
async function rememberWhere(context: TurnContext, { scope, user, event }: Turn, services: Services): Promise<void> {
  if (scope !== 'personal' || !WRITTEN_TO_THE_BOT.includes(event.kind)) return
  const { conversations } = services.store
  const person = await services.principalOf(user)
  if (person?.kind !== 'person') return
  const today = dayOf(services.now())
  const known = await conversations.of(person.id)
  const reference = referenceOf(context)
  if (known?.seen === today && known.reference === reference) return
  if (event.kind === 'button' && conversationIn(known?.reference ?? '') !== context.activity.conversation.id) return
  await conversations.save(person.id, reference, today)
}

const WRITTEN_TO_THE_BOT: readonly Turn['event']['kind'][] = ['joined', 'message', 'attachment', 'button']

/** A message has an answer and, if something was recognised in it, what the check says; each is renewed on its own. */
const tieKeys = (message: string) => ({ answer: message, check: `${message}/check` })

function repliesTo({ event, message }: Turn, sent: SentBefore): KeptTurn['replies'] {
  if (event.kind !== 'message' || message === '') return []
  const keys = tieKeys(message)
  const ties = [
    [keys.answer, sent.answer],
    [keys.check, sent.check],
  ] as const
  return ties.flatMap(([key, id]) => (id === undefined ? [] : [[key, id] as const]))
}

async function sentBefore({ conversation, message }: Turn, { memory, now }: Services): Promise<SentBefore> {
  const keys = tieKeys(message)
  return {
    answer: await memory.replyTo(conversation, keys.answer, now()),
    check: await memory.replyTo(conversation, keys.check, now()),
  }
}
