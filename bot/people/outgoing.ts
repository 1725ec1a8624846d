import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { dayOf } from '../clock.js'
import { overviewOf } from '../learning/overview.js'
import type { Outcome } from '../outbox/outcome.js'
import { createOutboxWorker } from '../outbox/worker.js'
import type { Taken } from '../storage/store.js'
import { issuerOf } from '../teams/cards/frame.js'
import { learnCard } from '../teams/cards/learn-card.js'
import type { Bot } from '../teams/sdk/adapter.js'
import type { Sent } from '../teams/sdk/proactive.js'
import type { Services } from '../teams/services.js'
import { isTimeToRemind } from './reminders.js'

/** Sends what waits in the outbox through the bot; counts what could not be delivered and why, never to whom. */
export function startOutbox(services: Services, bot: Pick<Bot, 'send'>, log: Pick<Logger, 'warn'>) {
  const worker = createOutboxWorker({
    outbox: services.store.outbox,
    send: (message, signal) => sendReminder(message, services, bot, signal),
    now: services.now,
    random: Math.random,
    worker: randomUUID(),
    onTrouble: what => log.warn({ outbox: what }, 'outbox trouble'),
  })
  worker.start()
  return worker
}

/**
 * A reminder says what is due when it arrives, not when it was put: if it was done meanwhile, or whoever asked for it no
 * longer wants any, nothing is sent, and what could not be sent on its day is not sent on the next. Whoever removed the app
 * is not written to again until they write themselves.
 */
export async function sendReminder(
  { person, kind }: Taken,
  services: Services,
  bot: Pick<Bot, 'send'>,
  signal?: AbortSignal,
): Promise<Outcome> {
  const { store, pack, now } = services
  if (kind !== 'reminder') return { kind: 'never', reason: 'unknown-kind' }
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
  const sent = await bot.send(conversation.reference, card, signal)
  if (sent.kind === 'never') await store.conversations.erase(person)
  await count(sent, services)
  return sent
}

/** A count that is lost is better than a reminder that is sent twice. */
async function count(sent: Sent, { counters }: Services): Promise<void> {
  await counters.increment(`reminder.${sent.kind === 'never' ? sent.reason : sent.kind}`).catch(() => undefined)
}
