// turns-microsoft FOLDER: Microsoft's side for the bench, in a process of its own: keys of the chat service, the sign-in of bots, and the connector
// that takes answers, counts them and forgets them.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listenAlone } from '../support/listen.js'
import { BOT_A, openId } from '../support/openid.js'
import { loginFor } from '../support/openid-login.js'
import { authority } from '../support/proxy-certificates.js'
import type { Microsoft } from '../support/replica.js'

export type MicrosoftReport =
  | { readonly kind: 'listening'; readonly microsoft: Microsoft; readonly serviceUrl: string; readonly token: string }
  /** Messages that came in so far, and how many of them are an answer from a rule. */
  | { readonly kind: 'taken'; readonly messages: number; readonly rules: number }

/** Every answer from a rule asks whether it helped. */
const OF_RULE = Buffer.from('"feedback"')
const HOURS = 4

const house = authority()
const channel = await openId()
const login = await loginFor({ secrets: { [BOT_A.appId]: 'geheim-a' } }, house)
let [messages, rules] = [0, 0]
const connector = await listenAlone((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', chunk => void chunks.push(chunk))
  request.once('end', () => {
    messages++
    if (Buffer.concat(chunks).includes(OF_RULE)) rules++
    response.writeHead(200, { 'content-type': 'application/json' }).end(`{"id":"reply-${messages}"}`)
  })
})
const [folder = ''] = process.argv.slice(2)
const caFile = join(folder, 'ca.pem')
await writeFile(caFile, house.certificate)
const now = Math.floor(Date.now() / 1000)
report({
  kind: 'listening',
  microsoft: { metadata: channel.channel.metadata, login: login.address, caFile },
  serviceUrl: connector.address,
  token: channel.token({ nbf: now - 60, exp: now + HOURS * 3600, serviceurl: connector.address }),
})

process.on('message', () => report({ kind: 'taken', messages, rules }))
process.once('disconnect', () => process.exit())
// The servers alone would not keep it running.
setInterval(() => undefined, 60_000)

function report(message: MicrosoftReport): void {
  process.send?.(message)
}
