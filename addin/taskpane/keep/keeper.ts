import type { Seal } from './seal.js'

/** Keeps the newest text, sealed. Undefined: there is nothing to keep any more, nor anything of before. */
export type Keeper = (text: string | undefined) => void

/**
 * @param put where it is kept. That happens as soon as it is sealed: when a page is told that it will be reloaded it is too late,
 * for sealing and, in Chromium, also for giving the window another name.
 */
export function createKeeper({ close }: Pick<Seal, 'close'>, put: Keeper): Keeper {
  let wanted: string | undefined
  let working = false
  const work = async (): Promise<void> => {
    for (let done: string | undefined; wanted !== undefined && wanted !== done; ) {
      done = wanted
      const sealed = await close(done)
      // Somebody may have cleared everything meanwhile.
      put(wanted === undefined ? undefined : sealed)
    }
  }
  return text => {
    wanted = text
    if (text === undefined) return put(undefined)
    if (working) return
    working = true
    work()
      .catch(() => put(undefined))
      .finally(() => {
        working = false
      })
  }
}
