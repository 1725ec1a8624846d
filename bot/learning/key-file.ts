import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { LearningKey } from './pseudonym.js'

export type KeyResult =
  | { readonly ok: true; readonly key: LearningKey }
  | { readonly ok: false; readonly problem: string }

const BYTES = 32

/**
 * The learning key: as given in the settings, or made once in a file only its owner may read. Whoever loses it loses the
 * way to everybody's learning state, so a damaged file is never replaced.
 */
export async function openLearningKey(given: string | undefined, file: string): Promise<KeyResult> {
  if (given !== undefined) return { ok: true, key: Buffer.from(given, 'utf8') }
  await mkdir(dirname(file), { recursive: true })
  const known = (await read(file)) ?? (await make(file))
  return known && known.length === BYTES
    ? { ok: true, key: known }
    : {
        ok: false,
        problem: `Die Schlüsseldatei ${file} ist beschädigt. Bitte stellen Sie sie aus der Sicherung wieder her: Ohne sie findet niemand seinen Lernstand wieder. Geändert wurde nichts.`,
      }
}

const read = (file: string): Promise<Buffer | undefined> =>
  readFile(file, 'utf8').then(
    text => Buffer.from(text.trim(), 'base64'),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    },
  )

/** Written beside its place and then linked there: of two starts at once one wins, and both read the same key. */
async function make(file: string): Promise<Buffer | undefined> {
  const beside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  await writeFile(beside, `${randomBytes(BYTES).toString('base64')}\n`, { mode: 0o600 })
  await link(beside, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(beside)
  return read(file)
}
