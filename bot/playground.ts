import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type Playground = {
  readonly address: string
  readonly close: () => Promise<void>
  readonly ended: Promise<void>
}
export type PlaygroundResult =
  | { readonly ok: true; readonly playground: Playground }
  | { readonly ok: false; readonly problem: string }

const READY_WITHIN_MS = 30_000
const ENDS_WITHIN_MS = 3000

/**
 * Starts Microsoft's Agents Playground against our endpoint. Its own log holds chat text, so it goes to a temporary
 * folder that is deleted when the playground ends.
 */
export async function startPlayground(endpoint: string, port: number): Promise<PlaygroundResult> {
  if (!(await isFree(port)))
    return {
      ok: false,
      problem: `Port ${port} für den Chat ist schon belegt. Bitte einen anderen wählen, zum Beispiel: PLAYGROUND_PORT=${port + 1} npm start`,
    }
  const folder = await mkdtemp(join(tmpdir(), 'ki-kompass-'))
  const child = spawn(process.execPath, [program(), 'start', '--port', String(port), '--disable-telemetry'], {
    cwd: folder,
    env: {
      ...process.env,
      BOT_ENDPOINT: endpoint,
      DEFAULT_CHANNEL_ID: 'msteams',
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
    },
    stdio: 'ignore',
  })
  const ended = new Promise<void>(done => child.once('exit', () => done())).then(() =>
    rm(folder, { recursive: true, force: true }),
  )
  const address = `http://localhost:${port}`
  const close = (): Promise<void> => end(child, ended)
  if (await answers(address, child)) return { ok: true, playground: { address, close, ended } }
  await close()
  return {
    ok: false,
    problem:
      'Der Chat (Agents Playground) ist nicht gestartet. Bitte „npm install“ wiederholen und noch einmal versuchen.',
  }
}

const program = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')), 'cli.js')

async function isFree(port: number): Promise<boolean> {
  return new Promise(done => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen(port, () => probe.close(() => done(true)))
  })
}

async function answers(address: string, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline && child.exitCode === null) {
    if (
      await fetch(address).then(
        response => response.ok,
        () => false,
      )
    )
      return true
    await new Promise(done => setTimeout(done, 150))
  }
  return false
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null) child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS)
  await ended
  clearTimeout(force)
}
