import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { packageRoot } from '../../bot/paths.js'
import { freePort } from '../support/free-port.js'
import type { ServiceReport } from './gateway-service.js'
import type { UpstreamReport } from './gateway-upstream.js'
import { type Bench, type Figure, percentile } from './measure.js'

const ROUNDS = 60
const PARALLEL = 200
const WARMING = 300
const ABORTED = 1_000
/** Thirty pieces a second in each of the parallel streams, as shared models say them. */
const PACE_MS = 33
/** A request of some 2,000 characters with names and numbers in it. */
const LETTER = `Sehr geehrte Frau Ottilie Krahwinkel, Ihre IBAN lautet DE02 1203 0000 0000 2020 51. ${'Bitte senden Sie uns die fehlenden Unterlagen in den nächsten Tagen zu. '.repeat(27)}`

type Place = { readonly url: string; readonly token: string }
type Times = { readonly first: number; readonly pieces: readonly number[] }

/** What the guard adds to each piece of an answer, against the same model asked directly; three processes, one machine. */
export const gatewayBench: Bench = {
  name: 'gateway',
  async run() {
    const upstream = start('gateway-upstream', [])
    const { port } = await heard<Extract<UpstreamReport, { kind: 'listening' }>>(upstream)
    const model = `http://127.0.0.1:${port}/v1`
    const service = start('gateway-service', [model, String(await freePort())])
    try {
      const { address, token } = await heard<Extract<ServiceReport, { kind: 'listening' }>>(service)
      const [direct, guarded] = [
        { url: model, token: 'none' },
        { url: `${address}/v1`, token },
      ]
      return [
        ...(await added(direct, guarded)),
        ...(await parallel(guarded, service, upstream)),
        ...(await aborted(guarded, service, upstream)),
      ]
    } finally {
      service.kill()
      upstream.kill()
    }
  },
}

/** One stream at a time, in turn, so that a busy machine slows both. */
async function added(direct: Place, guarded: Place): Promise<Figure[]> {
  const plain: Times[] = []
  const through: Times[] = []
  // A service that has run for some minutes: what it does often has been compiled.
  for (let round = 0; round < WARMING; round++) {
    await stream(direct, 'leave after the first piece')
    await stream(guarded, 'leave after the first piece')
  }
  for (let round = 0; round < ROUNDS; round++) {
    plain.push(await stream(direct))
    through.push(await stream(guarded))
  }
  const firsts = (times: readonly Times[]): number[] => times.map(({ first }) => first)
  const pieces = (times: readonly Times[]): number[] => times.flatMap(one => one.pieces)
  const more = (share: number, of: (times: readonly Times[]) => number[]): number =>
    percentile(of(through), share) - percentile(of(plain), share)
  return [
    { name: 'added to the first token, p50', value: more(0.5, firsts), unit: 'ms', most: 5 },
    { name: 'added to the first token, p99', value: more(0.99, firsts), unit: 'ms', most: 25 },
    { name: 'added to each piece, p50', value: more(0.5, pieces), unit: 'ms', most: 5 },
    { name: 'added to each piece, p99', value: more(0.99, pieces), unit: 'ms', most: 25 },
  ]
}

async function parallel(guarded: Place, service: ChildProcess, upstream: ChildProcess): Promise<Figure[]> {
  upstream.send(PACE_MS)
  const figures: Figure[] = []
  for (let round = 1; round <= 3; round++) {
    const times = await Promise.all(Array.from({ length: PARALLEL }, () => stream(guarded)))
    const { heap, rss } = await state(service)
    const pieces = times.flatMap(one => one.pieces)
    figures.push(
      {
        name: `${PARALLEL} streams at once, round ${round}: each piece, p99`,
        value: percentile(pieces, 0.99),
        unit: 'ms',
      },
      { name: `${PARALLEL} streams at once, round ${round}: heap after it`, value: heap, unit: 'MB' },
      { name: `${PARALLEL} streams at once, round ${round}: memory of the process`, value: rss, unit: 'MB' },
    )
  }
  return figures
}

async function aborted(guarded: Place, service: ChildProcess, upstream: ChildProcess): Promise<Figure[]> {
  const before = await state(service)
  for (let done = 0; done < ABORTED; done += 20)
    await Promise.all(Array.from({ length: 20 }, () => stream(guarded, 'leave after the first piece')))
  await new Promise(done => setTimeout(done, 6_000))
  const after = await state(service)
  upstream.send('open')
  const { connections } = await heard<Extract<UpstreamReport, { kind: 'open' }>>(upstream)
  return [
    { name: `after ${ABORTED} aborted streams: connections to the model`, value: connections, unit: '', most: 0 },
    {
      name: `after ${ABORTED} aborted streams: handles more than before`,
      value: after.resources - before.resources,
      unit: '',
      most: 0,
    },
    { name: `after ${ABORTED} aborted streams: heap more than before`, value: after.heap - before.heap, unit: 'MB' },
  ]
}

const now = (): number => performance.timeOrigin + performance.now()

/** Milliseconds from the request to the first piece, and from the model's sending to our hearing of each. */
async function stream({ url, token }: Place, leave?: 'leave after the first piece'): Promise<Times> {
  const began = now()
  const response = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ model: 'mucgpt', stream: true, messages: [{ role: 'user', content: LETTER }] }),
  })
  if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`)
  const pieces: number[] = []
  let first = Number.NaN
  const decoder = new TextDecoder()
  for await (const chunk of response.body) {
    const at = now()
    const text = decoder.decode(chunk, { stream: true })
    for (const [, stamp] of text.matchAll(/(\d{13}\.\d{3})\|/g)) {
      if (pieces.length === 0) first = at - began
      pieces.push(at - Number(stamp))
    }
    // Breaking out of the loop ends the connection.
    if (leave && pieces.length > 0) break
  }
  return { first, pieces }
}

const start = (script: string, args: readonly string[]): ChildProcess =>
  fork(join(packageRoot(), 'dist', 'test', 'bench', `${script}.js`), [...args], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })

async function heard<Message>(child: ChildProcess): Promise<Message> {
  const [message] = await once(child, 'message')
  return message
}

async function state(service: ChildProcess): Promise<Extract<ServiceReport, { kind: 'state' }>> {
  service.send('state')
  return heard(service)
}
