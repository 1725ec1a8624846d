import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fromBytes, type Learned, toBytes } from '../../policies/answer/index.js'
import { packageRoot } from '../paths.js'

/** Where the build keeps what it learned from a pack; part of the build output, made anew with it. */
export const learnedFile = (pack: string): string => join(packageRoot(), 'dist', 'learned', `${pack}.bin`)

/** Undefined if nothing was learned yet or the file is damaged: then it is learned at load, which only takes longer. */
export async function readLearned(pack: string): Promise<Learned | undefined> {
  const bytes = await readFile(learnedFile(pack)).catch(() => undefined)
  return bytes && fromBytes(bytes)
}

export async function writeLearned(pack: string, learned: Learned): Promise<void> {
  await mkdir(dirname(learnedFile(pack)), { recursive: true })
  await writeFile(learnedFile(pack), toBytes(learned))
}
