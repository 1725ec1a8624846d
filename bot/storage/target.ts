import { join } from 'node:path'

/** Where everything is kept: a file on this machine, or a PostgreSQL database several replicas share. */
export type StorageTarget =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string }

/** The target the settings name: `DATABASE_URL`, otherwise `kompass.db` in the folder `KOMPASS_DATA`. */
export function storageTarget(environment: Readonly<Record<string, string | undefined>>): StorageTarget {
  const { DATABASE_URL: url, KOMPASS_DATA: folder } = environment
  return url ? { kind: 'postgres', url } : { kind: 'sqlite', file: join(folder || '.data', 'kompass.db') }
}
