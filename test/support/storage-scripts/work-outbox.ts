// work-outbox TARGET WORKER: sends what the outbox holds; "sending" is a line, as for a chat service that got the message.
import { createOutboxWorker } from '../../../bot/outbox/worker.js'
import { openStorage } from '../../../bot/storage/open.js'
import { targetOf } from './target-of.js'

const [place, worker = 'w'] = process.argv.slice(2)
const result = await openStorage(targetOf(place))
if (!result.ok) throw new Error(result.problem)
const { outbox } = result.storage.forMunicipality('neustadt')
const { round } = createOutboxWorker({
  outbox,
  worker,
  now: () => new Date(),
  random: Math.random,
  onTrouble: what => console.error(what),
  limits: { leaseMs: 2000 },
  async send({ key }) {
    console.log(key)
    return { kind: 'sent' }
  },
})
for (;;) {
  const { taken } = await round()
  if (taken > 0) continue
  const { waiting, inFlight } = await outbox.counts()
  if (waiting + inFlight === 0) break
  await new Promise(done => setTimeout(done, 50))
}
await result.storage.close()
