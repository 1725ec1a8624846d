import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Changes, municipalFiles, smallFiles } from './small-pack.js'

export type PacksFolder = {
  /** The folder that holds the packs. */
  readonly folder: string
  readonly path: (name: string) => string
  readonly write: (name: string, text: string) => Promise<void>
  readonly remove: () => Promise<void>
}

/** The small pack as `basis` on disk and a municipality on it: what takes seconds with the real packs takes milliseconds. */
export async function packsFolder(municipality = 'musterstadt', changes: Changes = {}): Promise<PacksFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'kompass-packs-'))
  const path = (name: string): string => join(folder, name)
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(dirname(path(name)), { recursive: true })
    await writeFile(path(name), text)
  }
  const own = municipalFiles({
    'pack.yaml': `id: ${municipality}\nname: Neustadt\nextends: basis\nexample: true\nversion: 1\nstand: 2026-11-23\n`,
    ...changes,
  })
  const layers = [
    ['basis', smallFiles().files],
    [municipality, own.files],
  ] as const
  for (const [name, files] of layers) for (const [file, text] of files) await write(`${name}/${file}`, text)
  return { folder, path, write, remove: () => rm(folder, { recursive: true, force: true }) }
}
