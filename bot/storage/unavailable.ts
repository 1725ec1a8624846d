/**
 * The storage cannot be reached or cannot write right now; nothing of the call was kept. Callers say "gerade nicht
 * erreichbar". It carries a code, never the words of the database: these may quote what was to be stored.
 */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable'
  readonly code: string

  constructor(code: string) {
    super(`storage unavailable (${code})`)
    this.code = code
  }
}

/** The `code` of an error, as drivers and Node set it. */
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
