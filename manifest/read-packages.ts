import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackageFiles } from './parts.js'
import { WORD_FILES } from './word.js'

/** What lies in the folder of a municipality: the zip, what is in it, the XML manifests, and the icons the service serves. */
export const TEAMS_PACKAGE = 'ki-kompass-teams.zip'
export const TEAMS_FOLDER = 'teams'
export const ICONS_FOLDER = 'icons'

/** The packages in a folder, as they were written. */
export async function readPackages(target: string): Promise<PackageFiles> {
  const word = Object.values(WORD_FILES)
  const present = (await readdir(target)).filter(name => word.some(file => file === name))
  const xml = present.map(async name => [name, await readFile(join(target, name), 'utf8')] as const)
  return {
    teams: await filesIn(join(target, TEAMS_FOLDER)),
    word: new Map(await Promise.all(xml)),
    served: await filesIn(join(target, ICONS_FOLDER)),
  }
}

async function filesIn(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = (await readdir(folder)).sort()
  return new Map(await Promise.all(names.map(async name => [name, await readFile(join(folder, name))] as const)))
}
