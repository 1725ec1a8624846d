import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import type { Readable } from 'node:stream'
import { packageRoot } from '../../bot/paths.js'

type Options = {
  /** No file may grow beyond so many blocks of 512 bytes: what a full disk is like. */
  readonly fileBlocks?: number
}

export type Script = {
  readonly lines: Interface
  readonly kill: () => void
  /** When it has ended and all it said has been read. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>
}

const SUPPORT = join(packageRoot(), 'test/support')

/** Runs a file of `storage-scripts` as a process of its own, which can be killed without killing the test. */
export function startScript(name: string, args: readonly string[], options: Options = {}): Script {
  const file = join(SUPPORT, 'storage-scripts', `${name}.ts`)
  const command = [process.execPath, '--import', join(SUPPORT, 'typescript.mjs'), file, ...args]
  const limit = options.fileBlocks === undefined ? '' : `ulimit -f ${options.fileBlocks}; `
  const child: ChildProcessByStdio<null, Readable, Readable> = spawn(
    'sh',
    ['-c', `${limit}exec "$@"`, 'sh', ...command],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      output += String(chunk)
    })
  return {
    lines: createInterface({ input: child.stdout }),
    kill: () => void child.kill('SIGKILL'),
    ended: once(child, 'close').then(([code]) => ({ code: typeof code === 'number' ? code : null, output })),
  }
}

export const runScript = (name: string, args: readonly string[], options: Options = {}) =>
  startScript(name, args, options).ended
