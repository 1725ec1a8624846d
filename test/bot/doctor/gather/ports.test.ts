import { createServer } from 'node:net'
import { expect, test } from '@jest/globals'
import { askDirectly } from '../../../../bot/doctor/gather/ask.js'
import { lookAtPort } from '../../../../bot/doctor/gather/ports.js'
import { listenAlone } from '../../../support/listen.js'

const ask = askDirectly(undefined)
const at = async (address: string, host = '127.0.0.1') => {
  const port = Number(new URL(address).port)
  return (await lookAtPort({ setting: 'KOMPASS_PORT', host, port }, ask)).state
}

test('our own service is known by what it says', async () => {
  const { address, close } = await listenAlone((_, response) => response.end('{"status":"ok"}'))
  expect(await at(address)).toBe('ours')
  expect(await at(address, '0.0.0.0')).toBe('ours')
  await close()
})

test('another program, and afterwards nobody', async () => {
  const { address, close } = await listenAlone((_, response) => response.end('hello'))
  expect(await at(address)).toBe('taken')
  await close()
  expect(await at(address)).toBe('free')
  expect(await at(address)).toBe('free')
})

test('a program that speaks something else', async () => {
  const server = createServer(socket => socket.end('SSH-2.0\r\n'))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  expect(await at(`http://127.0.0.1:${port}`)).toBe('taken')
  server.close()
})

test('an address of another machine', async () => {
  const { state } = await lookAtPort({ setting: 'KOMPASS_PORT', host: '192.0.2.1', port: 3978 }, async () => ({
    kind: 'failed',
    code: 'ECONNREFUSED',
  }))
  expect(state).toEqual({ code: 'EADDRNOTAVAIL' })
})
