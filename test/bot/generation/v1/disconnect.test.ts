import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import OpenAI from 'openai'
import type { GuardedChunk } from '../../../../bot/generation/guard-contract.js'
import { ModelFailure } from '../../../../bot/generation/models/model.js'
import { running, scriptedGuard, TOKEN, v1Host } from './host.js'

const ASKED = { model: 'mucgpt/entwerfen', messages: [{ role: 'user' as const, content: 'Guten Tag' }] }

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries++) await wait(10)
  expect(holds()).toBe(true)
}

/** A model that goes on until it is ended; tells how much it has said and whether it still speaks. */
function endless(piece: string) {
  const state = { said: 0, ended: false }
  const answer = async function* (signal: AbortSignal): AsyncGenerator<GuardedChunk> {
    try {
      while (!signal.aborted) {
        state.said++
        yield { text: piece }
        await wait(1)
      }
      throw new ModelFailure('aborted')
    } finally {
      state.ended = true
    }
  }
  return { state, ...scriptedGuard(({ signal }) => running(answer(signal))) }
}

test('whoever aborts in the official client ends the model, too', async () => {
  const { state, guard, asked } = endless('Wort ')
  const { client, logged } = await v1Host({ guard })
  const stream = await client.chat.completions.create({ ...ASKED, stream: true })
  let seen = 0
  for await (const _ of stream) if (++seen === 3) break
  await until(() => state.ended)
  expect(asked[0]?.signal.aborted).toBe(true)
  expect(logged).toEqual([])
})

test('an answer in one piece ends with its reader, too', async () => {
  const { state, guard } = endless('Wort ')
  const { client, logged } = await v1Host({ guard })
  const leaving = new AbortController()
  const answer = client.chat.completions.create(ASKED, { signal: leaving.signal })
  await until(() => state.said > 3)
  leaving.abort()
  await expect(answer).rejects.toThrow(OpenAI.APIUserAbortError)
  await until(() => state.ended)
  expect(logged).toEqual([])
})

test('whoever leaves while the check runs reaches nothing', async () => {
  const { guard, asked } = scriptedGuard(
    ({ signal }) =>
      new Promise(done =>
        signal.addEventListener('abort', () => done({ kind: 'failed', failure: new ModelFailure('aborted') })),
      ),
  )
  const { client, logged } = await v1Host({ guard })
  const leaving = new AbortController()
  const answer = client.chat.completions.create({ ...ASKED, stream: true }, { signal: leaving.signal })
  await until(() => asked.length === 1)
  leaving.abort()
  await expect(answer).rejects.toThrow(OpenAI.APIUserAbortError)
  await until(() => asked[0]?.signal.aborted === true)
  expect(logged).toEqual([])
})

test('a reader who does not read holds the model back, and frees it by leaving', async () => {
  const { state, guard } = endless('x'.repeat(100_000))
  const { address } = await v1Host({ guard })
  const asking = request(`${address}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
  })
  asking.end(JSON.stringify({ ...ASKED, stream: true }))
  const response: IncomingMessage = (await once(asking, 'response'))[0]
  response.pause()
  let before = -1
  // What the sockets hold is full once nothing more is said; without an end to it this would go on for ever.
  for (let tries = 0; tries < 100 && before !== state.said; tries++) {
    before = state.said
    await wait(100)
  }
  expect(state.said).toBe(before)
  expect(state.said).toBeLessThan(500)
  expect(state.ended).toBe(false)
  response.destroy()
  await until(() => state.ended)
})

test('two hundred readers who left leave nothing behind', async () => {
  let open = 0
  const { guard } = scriptedGuard(({ signal }) =>
    running(
      (async function* () {
        open++
        try {
          for (;;) {
            yield { text: 'Wort ' }
            await wait(1)
            if (signal.aborted) throw new ModelFailure('aborted')
          }
        } finally {
          open--
        }
      })(),
    ),
  )
  const { client } = await v1Host({ guard })
  const leave = async (): Promise<void> => {
    for await (const _ of await client.chat.completions.create({ ...ASKED, stream: true })) break
  }
  for (let round = 0; round < 4; round++) await Promise.all(Array.from({ length: 50 }, leave))
  await until(() => open === 0)
})
