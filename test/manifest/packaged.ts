import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import { packageRoot } from '../../bot/paths.js'

const ROOT = packageRoot()
export const EXAMPLE = join(ROOT, 'manifest/musterstadt.yaml')

export type Run = { readonly code: number | null; readonly output: string; readonly errors: string }

/** `npm run package` as a process of its own: Microsoft's tool does not load where these tests run. */
export async function runPackage(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const child = spawn(
    process.execPath,
    ['--import', join(ROOT, 'test/support/typescript.mjs'), join(ROOT, 'manifest/package.ts'), ...args],
    { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let [output, errors] = ['', '']
  child.stdout.on('data', chunk => {
    output += String(chunk)
  })
  child.stderr.on('data', chunk => {
    errors += String(chunk)
  })
  const [code] = await once(child, 'close')
  return { code: typeof code === 'number' ? code : null, output, errors }
}

/** A folder for the tests of one file, and in it the packages of the example. */
export function hostPackages() {
  let folder = ''
  let run: Run = { code: null, output: '', errors: '' }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ki-kompass-packages-'))
    run = await runPackage([EXAMPLE, folder])
  })
  afterAll(async () => rm(folder, { recursive: true, force: true }))
  return {
    run: () => run,
    folder: () => folder,
    /** The packages of the example. */
    packages: () => join(folder, 'musterstadt'),
    /** The example with other words in it, as a file. */
    configWith: async (change: (example: string) => string): Promise<string> => {
      const file = join(folder, `config-${Math.random()}.yaml`)
      await writeFile(file, change(await readFile(EXAMPLE, 'utf8')))
      return file
    },
  }
}
