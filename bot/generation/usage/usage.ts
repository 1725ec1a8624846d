import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { Id } from '../../../policies/pack/terms.js'
import type { Principal } from '../../../policies/tools/principal.js'
import { cellOf } from '../../../policies/training/index.js'
import { dayOf } from '../../clock.js'
import type { Store, UsageCell, UsageCount } from '../../storage/store.js'
import { StorageUnavailable } from '../../storage/unavailable.js'
import { weekOf } from './week.js'

export type UsageDeps = {
  readonly store: Pick<Store, 'usage'>
  readonly now: () => Date
  /** A new random salt of at least 128 bits. */
  readonly salt: () => string
}

export type Usage = {
  /** Counts one use or refusal. A count that is lost while the storage is away is better than an answer that is. */
  readonly note: (cell: UsageCell, principal: Principal) => Promise<void>
  /** Closes the weeks that are over; safe to run at any time, twice and by several replicas. Number of weeks closed. */
  readonly release: () => Promise<number>
}

const Short = Id.max(60)
const Cell = z.strictObject({ tool: Short, purpose: Short, outcome: Short })

/** Counts who used what without keeping who: see docs/datenschutz.md. */
export function createUsage({ store, now, salt }: UsageDeps): Usage {
  const saltOf = remembered(week => store.usage.salt(week, salt()))
  return {
    async note(given, principal) {
      const cell = Cell.parse(given)
      const week = weekOf(dayOf(now()))
      try {
        const key = await saltOf(week)
        if (key !== undefined) await store.usage.note(week, cell, hashOf(principal, cell, key))
      } catch (error) {
        if (!(error instanceof StorageUnavailable)) throw error
      }
    },
    async release() {
      let closed = 0
      for (const week of await store.usage.open(weekOf(dayOf(now()))))
        if (await store.usage.close(week, shown)) closed += 1
      return closed
    },
  }
}

/**
 * A number as it may be shown, or 0 where fewer than five people stand behind it: then not even the uses are kept. In steps of
 * five, and without any sums, so that no difference gives a small group away.
 */
export function shown({ people, uses }: UsageCount): UsageCount {
  const [group, times] = [cellOf(people), cellOf(uses)]
  return group.kind === 'least' && times.kind === 'least'
    ? { people: group.count, uses: times.count }
    : { people: 0, uses: 0 }
}

/** Different in each cell, so that nobody can be followed from one to the next without the salt. A program counts as one. */
const hashOf = ({ kind, id }: Principal, { tool, purpose, outcome }: UsageCell, salt: string): string =>
  createHmac('sha256', salt)
    .update(JSON.stringify([kind, id, tool, purpose, outcome]))
    .digest('base64url')

/** The salt of a week never changes while the week is open, so it is asked for once. */
function remembered(read: (week: string) => Promise<string | undefined>): typeof read {
  let last: { readonly week: string; readonly salt: string } | undefined
  return async week => {
    if (last?.week === week) return last.salt
    const salt = await read(week)
    if (salt !== undefined) last = { week, salt }
    return salt
  }
}
