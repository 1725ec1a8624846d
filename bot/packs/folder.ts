import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { baseOf } from '../../policies/pack/build.js'
import { type CheckResult, checkPack } from '../../policies/pack/check.js'
import type { PackFiles } from '../../policies/pack/read.js'
import type { Day } from '../../policies/pack/terms.js'
import { readLearned } from './learned-file.js'

const CONTENT = /\.(?:ya?ml|md|txt)$/

/** Reads all content files of a pack folder; a missing folder is an empty pack, which the check reports in German. */
export async function readPackFolder(folder: string): Promise<PackFiles> {
  const names = (await isFolder(folder)) ? await readdir(folder, { recursive: true }) : []
  const content = names.filter(name => CONTENT.test(name))
  const files = await Promise.all(
    content.map(async name => [name.replaceAll('\\', '/'), await readFile(join(folder, name), 'utf8')] as const),
  )
  return { folder: relative(process.cwd(), folder) || '.', files: new Map(files.sort(([a], [b]) => (a < b ? -1 : 1))) }
}

/** Reads a pack and the base pack beside it, merges and checks both; uses what the build learned from it. */
export async function loadPack(folder: string, today: Day): Promise<CheckResult> {
  const { own, base } = await readWithBase(folder)
  return checkPack(own, base, today, await readLearned(basename(resolve(folder))))
}

/** The files of a pack and of the base pack it extends. */
export async function readWithBase(folder: string): Promise<{ own: PackFiles; base: PackFiles | undefined }> {
  const own = await readPackFolder(folder)
  const base = baseOf(own)
  if (base === undefined || base === basename(resolve(folder))) return { own, base: undefined }
  return { own, base: await readPackFolder(join(dirname(resolve(folder)), base)) }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  )
}
