import { readConfig } from './config.js'
import { startService } from './wiring.js'

/** `npm run serve`: the service alone, told everything by the environment. */
const settings = readConfig(process.env)
const started = settings.ok ? await startService(settings.config, undefined, 'refused') : settings
if (started.ok) {
  console.log(`KI-Kompass ${started.service.municipality}: ${started.service.address}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void started.service.close())
} else {
  for (const problem of started.problems) console.error(problem)
  process.exitCode = 1
}
