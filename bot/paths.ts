import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder with package.json: the code runs from `dist/` in production and from source in tests. */
export function packageRoot(from: string = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(from, 'package.json'))) return from
  const above = dirname(from)
  if (above === from) throw new Error('package.json not found above the running code')
  return packageRoot(above)
}

export const packsFolder = (root: string = packageRoot()): string => join(root, 'policies', 'packs')
