import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Budgets of the built pages, gzipped. What is loaded with what is read from the bundler's own manifest, because names hold
// hashes; a part that is missing from it is an error, not nothing.
const pages = join('dist', 'addin')

/** The scripts of these parts (by source, as the manifest names them) and everything they import before they run. */
function loadedWith(page, ...parts) {
  const folder = join(pages, page)
  const file = join(folder, '.vite', 'manifest.json')
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run build first`)
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  const seen = new Set()
  const load = key => {
    if (seen.has(key)) return
    if (!manifest[key]) throw new Error(`${page} has no part ${key}: was it renamed?`)
    seen.add(key)
    for (const next of manifest[key].imports ?? []) load(next)
  }
  for (const part of parts) load(part)
  return [...new Set([...seen].map(key => join(folder, manifest[key].file)))]
}

const PAINTED = 'index.html'
const RENDERER = '../cards/render.ts'

export default [
  { name: 'Pane, before anything is painted', path: loadedWith('pane', PAINTED), limit: '150 kB' },
  {
    name: 'Pane at work: page, desk and the way to Word',
    path: loadedWith('pane', PAINTED, 'Pane.tsx', '../office/load.ts'),
    limit: '200 kB',
  },
  { name: 'Pane, the engine in its worker', path: join(pages, 'pane', 'assets', 'worker-*.js'), limit: '100 kB' },
  { name: 'Pane, the renderer of cards', path: loadedWith('pane', RENDERER), limit: '60 kB' },
  { name: 'Tab, "Heute"', path: loadedWith('tab', PAINTED), limit: '200 kB' },
  { name: 'Tab, the engine in its worker', path: join(pages, 'tab', 'assets', 'worker-*.js'), limit: '100 kB' },
].map(check => ({ ...check, gzip: true }))
