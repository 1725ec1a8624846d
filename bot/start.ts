import { readConfig } from './config.js'
import { startPlayground } from './playground.js'
import { startService } from './wiring.js'

/** `npm start`: the service and a real chat client beside it, for one machine. Returns the exit code. */
async function start(): Promise<number> {
  const settings = readConfig(process.env)
  if (!settings.ok) return fail(settings.problems)
  const { config } = settings
  const started = await startService(
    { ...config, logLevel: process.env.KOMPASS_LOG_LEVEL ? config.logLevel : 'warn' },
    `http://localhost:${config.playgroundPort}`,
  )
  if (!started.ok) return fail(started.problems)
  const { service } = started
  const chat = await startPlayground(`${service.address}/api/messages`, config.playgroundPort)
  if (!chat.ok) {
    await service.close()
    return fail([chat.problem])
  }
  console.log(
    `\n  KI-Kompass, Beispielkommune ${service.municipality}\n\n  Startseite:  ${service.address}\n  Chat:        ${chat.playground.address}\n  Lernen:      ${service.address}/tab/\n  Text prüfen: ${service.address}/tab/#/pruefen\n  In Word:     ${service.address}/pane/ (Vorschau ohne Word)\n\n  Fragen Sie zum Beispiel: Darf ich einen Lebenslauf in ChatGPT hochladen?\n  Beenden mit Strg+C.\n`,
  )
  await Promise.race([stopSignal(), chat.playground.ended])
  await Promise.all([chat.playground.close(), service.close()])
  return 0
}

function fail(problems: readonly string[]): number {
  for (const problem of problems) console.error(problem)
  return 1
}

const stopSignal = (): Promise<void> =>
  new Promise(done => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
  })

process.exit(await start())
