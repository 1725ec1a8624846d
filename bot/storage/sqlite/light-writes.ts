import { setImmediate as soon } from 'node:timers/promises'
import type { QueryResult } from 'kysely'
import type { Turns } from './turns.js'

/** A statement that writes, with its values. */
export type Write = { readonly sql: string; readonly parameters: readonly unknown[] }

/**
 * What may be lost with the power, never half: how often a program called in this minute, the tokens of the day, what a
 * chat was about in the last half hour, and the last counts of a statistic. Whoever waits for an answer or a first word
 * does not wait for the disk as well. It survives a process that dies, and reaches the disk with the next write that waits.
 */
export const LIGHT_TABLES = ['pace', 'budget', 'memory', 'counter'] as const

const LIGHT = new RegExp(`^(?:insert into|update) "(?:${LIGHT_TABLES.join('|')})"`)

export const isLight = (sql: string): boolean => LIGHT.test(sql)

/** Light writes of one moment share a transaction: to begin and end one takes longer than what is written in it. */
export type LightWrites = {
  readonly write: (write: Write) => Promise<QueryResult<unknown>>
  /** Resolves once nothing waits to be written. */
  readonly settled: () => Promise<void>
}

type Waiting = Write & {
  readonly done: (result: QueryResult<unknown>) => void
  readonly failed: (error: unknown) => void
}

/** @param together writes all or none; called by whoever has the turn */
export function createLightWrites(
  turns: Turns,
  together: (writes: readonly Write[]) => Promise<readonly QueryResult<unknown>[]>,
): LightWrites {
  let waiting: Waiting[] = []
  let last = Promise.resolve()
  /** If the group fails, one of them may be at fault alone: each is tried by itself, and hears of its own failure. */
  const writeGroup = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const results = await together(group)
      for (const [at, result] of results.entries()) group[at]?.done(result)
    } catch (error) {
      if (group.length === 1) for (const { failed } of group) failed(error)
      else for (const one of group) await writeGroup([one])
    }
  }
  const flush = async (): Promise<void> => {
    await soon()
    await turns.take()
    const group = waiting
    waiting = []
    await writeGroup(group)
    turns.end()
  }
  return {
    write: ({ sql, parameters }) =>
      new Promise((done, failed) => {
        waiting.push({ sql, parameters, done, failed })
        if (waiting.length === 1) last = flush()
      }),
    settled: async () => {
      while (waiting.length > 0) await last
      await last
    },
  }
}
