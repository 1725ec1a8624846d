import { unzipSync, zipSync } from 'fflate'

/** Zip knows local times only: the same year, month and day everywhere, so that the same files give the same bytes. */
const ALWAYS = new Date(2020, 0, 1)

/** Packs files (by name) in the order of their names. */
export const zip = (files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))), { mtime: ALWAYS, level: 9 })

export const unzip = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => new Map(Object.entries(unzipSync(bytes)))
