import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Hosts of services for other tests: they are known by who calls them. */
const HOSTS = ['bot-host.ts', 'openid-bot.ts', 'replica.ts']

/** Whether a file can start a service past the witness, by whatever way. */
export function startsService(text: string): boolean {
  const replicas = /\bstartReplica\b/.test(text) && !/\bwitnessProcesses\(/.test(text)
  return replicas || HOSTED.test(text) || STARTED.test(text)
}
const HOSTED = /\b(?:hostBot|hostRegistered)\(/
const STARTED = /^(?!import type\b).*['"/](?:bot\/)?(?:wiring|server|main|start)\.[jt]s['"]/m

/** Files of a folder, and of the support they reach, that start a service past the witness. */
export async function waysPast(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.ts') && name !== 'no-trace.test.ts')
  const reached = new Map<string, string>()
  const visit = async (file: string): Promise<void> => {
    const ours = file.includes('/test/') && !dirname(file).endsWith('/witness') && !HOSTS.includes(basename(file))
    if (!ours || reached.has(file)) return
    const text = await readFile(file, 'utf8')
    reached.set(file, text)
    for (const [, name = ''] of text.matchAll(/from '(\.[^']+)\.js'/g)) await visit(join(dirname(file), `${name}.ts`))
  }
  for (const name of names) await visit(join(folder, name))
  return [...reached].flatMap(([file, text]) => (startsService(text) ? [basename(file)] : []))
}
