// replica-host CHANNEL LOGIN: the service as `npm run serve` has it, told everything by its environment, in a process of its
// own that a test may kill. CHANNEL and LOGIN are the addresses of stand-ins for Microsoft's services.
import { readConfig } from '../../bot/config.js'
import { startService } from '../../bot/wiring.js'

/** `heap` and `rss` in MB, after garbage collection where the process may call for it; `cpu` in ms since its start. */
export type ReplicaReport =
  | { readonly kind: 'listening'; readonly address: string }
  | { readonly kind: 'state'; readonly heap: number; readonly rss: number; readonly cpu: number }
  | { readonly kind: 'failed'; readonly problems: readonly string[] }

const [metadata = '', login = ''] = process.argv.slice(2)
const report = (message: ReplicaReport): void => void process.send?.(message)

const read = readConfig(process.env)
const channel = { channel: { metadata, issuer: 'https://api.botframework.com' }, login }
const started = read.ok ? await startService(read.config, undefined, 'welcome', { channel }) : read
if (started.ok) report({ kind: 'listening', address: started.service.address })
else report({ kind: 'failed', problems: started.problems })

process.on('message', () => {
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  report({ kind: 'state', heap: heapUsed / 2 ** 20, rss: rss / 2 ** 20, cpu: (user + system) / 1000 })
})
// Whoever started it is gone.
process.once('disconnect', () => process.exit())
