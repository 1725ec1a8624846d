// The service for the bench, in a process of its own: Musterstadt with the bench's model, and one token.
import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../bot/config.js'
import { digestOf, TOKEN_BYTES, tokenFrom } from '../../bot/generation/tokens/token.js'
import { packsFolder } from '../../bot/paths.js'
import { openStorage } from '../../bot/storage/open.js'
import { storageTarget } from '../../bot/storage/target.js'
import { startService } from '../../bot/wiring.js'

export type ServiceReport =
  | { readonly kind: 'listening'; readonly address: string; readonly token: string }
  | { readonly kind: 'state'; readonly heap: number; readonly rss: number; readonly resources: number }

const [upstream = '', port = ''] = process.argv.slice(2)

const folder = await mkdtemp(join(tmpdir(), 'kompass-gateway-'))
await cp(packsFolder(), join(folder, 'packs'), { recursive: true })
const tools = join(folder, 'packs', 'musterstadt', 'tools.yaml')
await writeFile(
  tools,
  (await readFile(tools, 'utf8')).replace(
    'at_once: 4, daily_tokens: 2000000',
    'at_once: 400, daily_tokens: 900000000000',
  ),
)
const data = join(folder, 'data')
const settings = {
  KOMPASS_PACK: join(folder, 'packs', 'musterstadt'),
  KOMPASS_DATA: data,
  KOMPASS_PORT: port,
  KOMPASS_LOG_LEVEL: 'error',
  KOMPASS_MODEL_KEY_MUCGPT: 'bench',
  KOMPASS_MODEL_URL_MUCGPT: upstream,
}
const config = readConfig(settings)
if (!config.ok) throw new Error(config.problems.join())
const started = await startService(config.config, undefined)
if (!started.ok) throw new Error(started.problems.join())
const token = tokenFrom(randomBytes(TOKEN_BYTES))
await withToken(digestOf(token))
report({ kind: 'listening', address: started.service.address, token })

process.on('message', () => {
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  report({
    kind: 'state',
    heap: heapUsed / 2 ** 20,
    rss: rss / 2 ** 20,
    resources: process.getActiveResourcesInfo().length,
  })
})

async function withToken(digest: string): Promise<void> {
  const opened = await openStorage(storageTarget({ KOMPASS_DATA: data }))
  if (!opened.ok) throw new Error(opened.problem)
  await opened.storage.forMunicipality('musterstadt').tokens.add({
    name: 'bench',
    digest,
    tools: ['mucgpt'],
    purposes: ['entwerfen'],
    procedure: undefined,
    declared: 'D1',
    answersFor: 'Bench',
    onFound: 'replace',
    perMinute: 1_000_000,
    since: '2026-01-01',
    until: undefined,
    revoked: undefined,
  })
  await opened.storage.close()
}

function report(message: ServiceReport): void {
  process.send?.(message)
}
