import { randomBytes } from 'node:crypto'
import { readdir, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { codeOf as systemCode } from '../../storage/unavailable.js'
import type { FolderFacts } from '../facts.js'

/** Data of people, and keys. */
const GUARDED = /^(?:kompass\.db(?:-wal|-shm)?|learning\.key|badge-key\.json)$/

/** Looks into the data folder and leaves it as it was. */
export async function lookIntoFolder(data: string): Promise<FolderFacts> {
  const path = resolve(data)
  try {
    return await look(path)
  } catch (error) {
    const code = codeOf(error)
    return code === 'ENOENT' ? { kind: 'missing', path } : { kind: 'closed', path, code }
  }
}

async function look(path: string): Promise<FolderFacts> {
  const found = await stat(path)
  const { bavail, bsize } = await statfs(path)
  const names = found.isDirectory() ? await readdir(path).catch(() => []) : []
  const files = await Promise.all(
    names
      .filter(name => GUARDED.test(name))
      .map(async name => ({ name, mode: modeOf((await stat(join(path, name))).mode) })),
  )
  const writeProblem = await tryWriting(path)
  return {
    kind: 'there',
    path,
    writeProblem,
    freeBytes: bavail * bsize,
    own: isOwn(found.uid),
    mode: modeOf(found.mode),
    files,
  }
}

async function tryWriting(folder: string): Promise<string | undefined> {
  const probe = join(folder, `.doctor-${randomBytes(6).toString('hex')}`)
  try {
    await writeFile(probe, '', { flag: 'wx', mode: 0o600 })
    return undefined
  } catch (error) {
    return codeOf(error)
  } finally {
    await rm(probe, { force: true }).catch(() => undefined)
  }
}

const codeOf = (error: unknown): string => systemCode(error) ?? 'unbekannt'

const isOwn = (owner: number): boolean => process.getuid === undefined || process.getuid() === owner

/** Windows knows no such bits: there Node makes them up. */
const modeOf = (mode: number): number | undefined => (process.platform === 'win32' ? undefined : mode & 0o777)
