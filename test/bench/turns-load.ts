import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { ownSet } from '../support/own-sets.js'
import { writer } from '../support/turns.js'

/** Sends one turn and comes back when it has been answered: the answer is at the connector by then. */
type Ask = (turn: number) => Promise<void>

/** Chats that go on at the same time. */
const CHATS = 500
/** So many questions come before the first of their follow-ups. */
const BLOCK = 100

/** Questions of our own set that come in twos: a question, and what is asked next. */
const PAIRS = [...ownSet('qa-own-a'), ...ownSet('qa-own-b')].flatMap(({ turns }) =>
  turns?.length === 2 ? [[turns[0] ?? '', turns[1] ?? ''] as const] : [],
)

/** Turn number so and so: who writes, and what. A question comes a block before its follow-up, in the same chat. */
function turnAt(turn: number): { readonly chat: number; readonly text: string } {
  const [block, within] = [Math.floor(turn / (2 * BLOCK)), turn % (2 * BLOCK)]
  const pair = block * BLOCK + (within % BLOCK)
  const [question = '', next = ''] = PAIRS[pair % PAIRS.length] ?? []
  return { chat: pair % CHATS, text: within < BLOCK ? question : next }
}

/** Over connections that stay open, turn by turn to the next of the addresses: a follow-up goes to another than its question. */
export function asking(
  addresses: readonly string[],
  { token, serviceUrl, connections }: { token: string; serviceUrl: string; connections: number },
): Ask {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return async turn => {
    const { chat, text } = turnAt(turn)
    const body = JSON.stringify(writer(chat, serviceUrl).says(text, `message-${turn}`))
    const address = addresses[(turn + Math.floor(turn / BLOCK)) % addresses.length]
    const status = await post(`${address}/api/messages`, body, token, agent)
    if (status !== 200) throw new Error(`a turn was answered with ${status}`)
  }
}

function post(url: string, body: string, authorization: string, agent: Agent): Promise<number> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), authorization }
  return new Promise((done, failed) => {
    const sent = request(url, { method: 'POST', agent, headers }, response => {
      response.resume()
      response.once('end', () => done(response.statusCode ?? 0))
      response.once('error', failed)
    })
    sent.once('error', failed)
    sent.end(body)
  })
}

/** As fast as it goes with so many under way at once; milliseconds all of them took. */
export async function asFastAsPossible(ask: Ask, from: number, count: number, parallel: number): Promise<number> {
  let next = from
  const start = performance.now()
  const worker = async (): Promise<void> => {
    while (next < from + count) await ask(next++)
  }
  await Promise.all(Array.from({ length: parallel }, worker))
  return performance.now() - start
}

/** So many a second, whether or not earlier ones have been answered; milliseconds from the planned start of each to its answer. */
export async function atRate(ask: Ask, from: number, count: number, perSecond: number): Promise<number[]> {
  const start = performance.now()
  const times: Promise<number>[] = []
  for (let turn = 0; turn < count; turn++) {
    const planned = start + (turn * 1000) / perSecond
    const early = planned - performance.now()
    if (early > 0) await sleep(early)
    times.push(ask(from + turn).then(() => performance.now() - planned))
  }
  return Promise.all(times)
}
