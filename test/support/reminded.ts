import { createOutboxWorker } from '../../bot/outbox/worker.js'
import { sendMessage } from '../../bot/people/outgoing.js'
import { remindThoseDue } from '../../bot/people/reminders.js'
import type { Services } from '../../bot/teams/services.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { message } from './activities.js'
import { type BotHost, hostBot } from './bot-host.js'
import { type FakeConnector, fakeConnector } from './fake-connector.js'
import { learnModule } from './learner.js'
import { servicesFor } from './scenes.js'

/** Monday to learn, Wednesday, ten in the morning, to be reminded. */
const LEARNED = '2026-11-23T10:00:00Z'
const DUE = '2026-11-25T09:00:00Z'

/** Somebody who learned, wrote to the bot and asked to be reminded; the reminder waits in the outbox. */
export type Reminded = {
  readonly services: Services
  readonly host: BotHost
  readonly connector: FakeConnector
  readonly person: string
  readonly name: string
  /** What o'clock it is from now on. */
  readonly become: (moment: string) => void
  readonly minutesLater: (minutes: number) => void
  /** Takes what waits and sends it, as the service does every few seconds. */
  readonly round: (changes?: Partial<Services>) => Promise<{ readonly slowedMs: number }>
  readonly write: () => Promise<unknown>
  readonly counts: Services['store']['outbox']['counts']
  /** The counters of reminders. */
  readonly counted: () => Promise<Readonly<Record<string, number>>>
  readonly where: () => Promise<{ readonly reference: string } | undefined>
  readonly close: () => Promise<void>
}

export async function reminded(pack: Pack): Promise<Reminded> {
  let at = new Date(LEARNED)
  const services = servicesFor(pack, { now: () => at })
  const connector = await fakeConnector()
  const host = await hostBot(services)
  const write = () => host.post(message('hilfe', { serviceUrl: connector.address }))
  const aylin = services.local?.current().person
  if (!aylin) throw new Error('nobody')
  const { store } = services
  await learnModule(services.learning, aylin, 'g1', pack)
  await write()
  await store.reminders.set(aylin.id, 9)
  at = new Date(DUE)
  await remindThoseDue(services)
  connector.clear()
  return {
    services,
    host,
    connector,
    person: aylin.id,
    name: aylin.name ?? '',
    become(moment) {
      at = new Date(moment)
    },
    minutesLater(minutes) {
      at = new Date(at.getTime() + minutes * 60_000)
    },
    round: changes =>
      createOutboxWorker({
        outbox: store.outbox,
        send: (message, signal) => sendMessage(message, { ...services, ...changes }, host, signal),
        now: services.now,
        random: () => 0,
        worker: 'w',
        onTrouble: () => undefined,
      }).round(),
    write,
    counts: store.outbox.counts,
    counted: async () =>
      Object.fromEntries([...(await services.counters.read())].filter(([name]) => name.startsWith('reminder.'))),
    where: () => store.conversations.of(aylin.id),
    async close() {
      await host.close()
      await connector.close()
    },
  }
}
