import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { expect, test } from '@jest/globals'
import { close } from '../../bot/listening.js'
import { portOf } from '../support/bot-host.js'

/** A server that leaves its answers open, and what it was asked. */
async function host(): Promise<{ server: Server; address: string; answers: ServerResponse[] }> {
  const answers: ServerResponse[] = []
  const server = createServer((_, response) => {
    answers.push(response)
    response.write('begin ')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, address: `http://127.0.0.1:${portOf(server)}`, answers }
}

test('an answer under way comes to its end, and nobody new is let in', async () => {
  const { server, address, answers } = await host()
  const asked = await fetch(address)
  let hurried = false
  const closing = close(
    [server],
    () => {
      hurried = true
    },
    5_000,
  )
  await expect(fetch(address)).rejects.toThrow()
  answers[0]?.end('end')
  expect(await asked.text()).toBe('begin end')
  await closing
  expect(hurried).toBe(false)
})

test('an answer that takes too long is told, and may say so', async () => {
  const { server, address, answers } = await host()
  const asked = await fetch(address)
  await close([server], () => answers[0]?.end('cut off'), 20)
  expect(await asked.text()).toBe('begin cut off')
})

test('whoever says nothing then is cut', async () => {
  const { server, address } = await host()
  const asked = await fetch(address)
  const began = Date.now()
  await close([server], () => undefined, 20)
  expect(Date.now() - began).toBeLessThan(5_000)
  await expect(asked.text()).rejects.toThrow()
})
