import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { overviewOf } from '../learning/overview.js'
import type { Outcome } from '../outbox/outcome.js'
import { createOutboxWorker } from '../outbox/worker.js'
import type { Taken } from '../storage/store.js'
import { issuerOf } from '../teams/cards/frame.js'
import { learnCard } from '../teams/cards/learn-card.js'
import type { Bot } from '../teams/sdk/adapter.js'
import type { Services } from '../teams/services.js'

/** Sends what waits in the outbox through the bot; counts what could not be delivered and why, never to whom. */
export function startOutbox(services: Services, bot: Pick<Bot, 'send'>, log: Pick<Logger, 'warn'>) {
  const worker = createOutboxWorker({
    outbox: services.store.outbox,
    send: message => sendReminder(message, services, bot),
    now: services.now,
    random: Math.random,
    worker: randomUUID(),
    onTrouble: what => log.warn({ outbox: what }, 'outbox trouble'),
  })
  worker.start()
  return worker
}

/**
 * A reminder says what is due when it arrives, not when it was put: if it was done meanwhile, nothing is sent. Whoever
 * removed the app is not written to again until they write themselves.
 */
export async function sendReminder(
  { person, kind }: Taken,
  services: Services,
  bot: Pick<Bot, 'send'>,
): Promise<Outcome> {
  const { store, counters, pack } = services
  if (kind !== 'reminder') return { kind: 'never', reason: 'unknown-kind' }
  const conversation = await store.conversations.of(person)
  if (!conversation) return { kind: 'never', reason: 'no-conversation' }
  const { id: municipality } = pack().manifest
  const view = await overviewOf({ kind: 'person', id: person, municipality, roles: ['beschaeftigt'] }, services)
  if (view.due === 0) return { kind: 'never', reason: 'nothing-due' }
  const notice = 'Sie wollten erinnert werden. Mit „erinnern aus“ hört das auf.'
  const card = learnCard({ view, notice, page: `${services.tab}#/heute`, issuer: issuerOf(pack()) })
  const sent = await bot.send(conversation.reference, card)
  await counters.increment(`reminder.${sent.kind === 'never' ? sent.reason : sent.kind}`)
  if (sent.kind === 'never') await store.conversations.erase(person)
  return sent
}
