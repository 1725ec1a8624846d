import { readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withoutExamples } from './without-examples.mjs'
import { withoutJsonSchema } from './without-json-schema.mjs'

// Part of the build: bundles the tab and the pane, but only if something they are made of has changed.
const addin = dirname(fileURLToPath(import.meta.url))
const root = dirname(addin)
const PAGES = [
  { name: 'tab', from: 'tab' },
  { name: 'pane', from: 'taskpane' },
  { name: 'anmeldung', from: 'sign-in/page' },
]
const SOURCES = [
  addin,
  ...[
    'contract.ts',
    'learning-contract.ts',
    'generation-contract.ts',
    'sign-in-contract.ts',
    'assistant',
    'generation',
    'language',
    'pack',
    'protect',
    'tools',
    'training',
  ].map(name => join(root, 'policies', name)),
  ...['package-lock.json', 'tsconfig.base.json'].map(name => join(root, name)),
]

const changed = await newest(SOURCES)
for (const { name, from } of PAGES) {
  const target = join(root, 'dist', 'addin', name)
  if (changed > (await changedAt(join(target, 'index.html')))) await bundle(from, target)
}

/** Built beside its place and then moved there, so that whoever serves the page never sees half of it. */
async function bundle(from, target) {
  const { build } = await import('vite')
  const fresh = `${target}-${process.pid}`
  await build({
    configFile: false,
    root: join(addin, from),
    base: './',
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic' } },
    plugins: lighter(),
    worker: { format: 'es', plugins: lighter },
    build: {
      target: 'es2022',
      outDir: fresh,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      // What imports what, for the budgets (.size-limit.mjs).
      manifest: true,
      chunkSizeWarningLimit: 1_000,
      rolldownOptions: {
        // Fluent marks its parts for React servers; here there is none.
        onLog: (level, log, report) => log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log),
      },
    },
  })
  await rm(target, { recursive: true, force: true })
  await rename(fresh, target)
}

function lighter() {
  return [withoutExamples(), withoutJsonSchema()]
}

async function newest(paths) {
  const times = await Promise.all(
    paths.map(async path => {
      const inside = await readdir(path, { recursive: true }).catch(() => [])
      return Promise.all([path, ...inside.map(name => join(path, name))].map(changedAt))
    }),
  )
  return Math.max(...times.flat())
}

function changedAt(path) {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
}
