import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { dayOf } from '../clock.js'
import { overviewOf } from '../learning/overview.js'
import type { Outcome } from '../outbox/outcome.js'
import { createOutboxWorker } from '../outbox/worker.js'
import type { Taken } from '../storage/store.js'
import { approvalCard } from '../teams/cards/approval-card.js'
import type { Card } from '../teams/cards/card.js'
import { issuerOf } from '../teams/cards/frame.js'
import { learnCard } from '../teams/cards/learn-card.js'
import type { Bot } from '../teams/sdk/adapter.js'
import type { Sent } from '../teams/sdk/proactive.js'
import type { Services } from '../teams/services.js'
import { APPROVAL, ApprovalNotice, noticeFor, recipientsOf } from './approvals.js'
import { isTimeToRemind } from './reminders.js'

/** Sends what waits in the outbox through the bot; counts what could not be delivered and why, never to whom. */
export function startOutbox(services: Services, bot: Pick<Bot, 'send'>, log: Pick<Logger, 'warn'>) {
  const worker = createOutboxWorker({
    outbox: services.store.outbox,
    send: (message, signal) => sendMessage(message, services, bot, signal),
    now: services.now,
    random: Math.random,
    worker: randomUUID(),
    onTrouble: what => log.warn({ outbox: what }, 'outbox trouble'),
  })
  worker.start()
  return worker
}

/** Each kind of message with how it is sent. */
const KINDS: Readonly<Record<string, typeof sendReminder>> = { reminder: sendReminder, [APPROVAL]: sendApproval }

export async function sendMessage(
  message: Taken,
  services: Services,
  bot: Pick<Bot, 'send'>,
  signal?: AbortSignal,
): Promise<Outcome> {
  const send = KINDS[message.kind]
  return send ? send(message, services, bot, signal) : { kind: 'never', reason: 'unknown-kind' }
}

/**
 * A reminder says what is due when it arrives, not when it was put: if it was done meanwhile, or whoever asked for it no
 * longer wants any, nothing is sent, and what could not be sent on its day is not sent on the next. Whoever removed the app
 * is not written to again until they write themselves.
 */
export async function sendReminder(
  { person }: Taken,
  services: Services,
  bot: Pick<Bot, 'send'>,
  signal?: AbortSignal,
): Promise<Outcome> {
  const { store, pack, now } = services
  const reminder = await store.reminders.of(person)
  if (!reminder) return { kind: 'never', reason: 'turned-off' }
  if (reminder.lastSent !== dayOf(now()) || !isTimeToRemind(now())) return { kind: 'never', reason: 'too-late' }
  const conversation = await store.conversations.of(person)
  if (!conversation) return { kind: 'never', reason: 'no-conversation' }
  const { id: municipality } = pack().manifest
  const view = await overviewOf({ kind: 'person', id: person, municipality, roles: ['beschaeftigt'] }, services)
  if (view.due === 0) return { kind: 'never', reason: 'nothing-due' }
  const notice = 'Sie wollten erinnert werden. Mit „erinnern aus“ hört das auf.'
  const card = learnCard({ view, notice, page: `${services.tab}#/heute`, issuer: issuerOf(pack()) })
  return deliver({ person, reference: conversation.reference, card, as: 'reminder' }, services, bot, signal)
}

/**
 * Tells that an approval ends, as long as it still does: not if it was extended meanwhile, nor to whoever no longer answers
 * for the tool. Unlike a reminder it may come late: it was put in working hours, and says something once.
 */
async function sendApproval(
  { person, content }: Taken,
  services: Services,
  bot: Pick<Bot, 'send'>,
  signal?: AbortSignal,
): Promise<Outcome> {
  const { store, pack, now } = services
  const { tools, contacts } = pack()
  const notice = readNotice(content)
  const tool = tools.find(({ id }) => id === notice?.tool)
  if (!notice || !tool) return { kind: 'never', reason: 'unknown-tool' }
  const today = dayOf(now())
  const current = noticeFor(tool, today)
  if (current?.until !== notice.until || current.threshold !== notice.threshold)
    return { kind: 'never', reason: 'settled' }
  if (!recipientsOf(tool, contacts).includes(person)) return { kind: 'never', reason: 'not-theirs' }
  const conversation = await store.conversations.of(person)
  if (!conversation) return { kind: 'never', reason: 'no-conversation' }
  const card = approvalCard({ tool: tool.name, until: notice.until, today, issuer: issuerOf(pack()) })
  return deliver({ person, reference: conversation.reference, card, as: APPROVAL }, services, bot, signal)
}

function readNotice(content: string): ApprovalNotice | undefined {
  try {
    return ApprovalNotice.safeParse(JSON.parse(content)).data
  } catch {
    return undefined
  }
}

/** `as`: what it is counted as. */
type Delivery = { readonly person: string; readonly reference: string; readonly card: Card; readonly as: string }

async function deliver(
  { person, reference, card, as }: Delivery,
  services: Services,
  bot: Pick<Bot, 'send'>,
  signal?: AbortSignal,
): Promise<Sent> {
  const sent = await bot.send(reference, card, signal)
  if (sent.kind === 'never') await services.store.conversations.erase(person)
  await count(as, sent, services)
  return sent
}

/** A count that is lost is better than a message that is sent twice. */
async function count(as: string, sent: Sent, { counters }: Services): Promise<void> {
  await counters.increment(`${as}.${sent.kind === 'never' ? sent.reason : sent.kind}`).catch(() => undefined)
}
