import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port of this machine nobody listens on just now, for what must be told its port before it starts. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  await new Promise(done => probe.close(done))
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
