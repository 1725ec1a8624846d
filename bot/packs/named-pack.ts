import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { packsFolder } from '../paths.js'

/** A name stands for a folder beside the base pack; everything else is a path. */
export function packFolder(pack: string): string {
  const named = join(packsFolder(), pack)
  return /^[a-z0-9-]+$/.test(pack) && existsSync(named) ? named : resolve(pack)
}
