import type { Readable, Writable } from 'node:stream'
import type { Day } from '../../policies/pack/terms.js'

/** What a command may touch; tests hand in their own. */
export type CommandIo = {
  readonly input: Readable
  readonly output: Writable
  readonly errors: Writable
  readonly today: Day
  readonly packs: string
}

/** One command line: `npm run <name> -- <args>`. `run` returns the exit code (0 fine, 1 found problems, 2 wrong use). */
export type Command = {
  readonly name: string
  readonly usage: string
  readonly run: (args: readonly string[], io: CommandIo) => Promise<number>
}

export const say = (to: Writable, line: string): boolean => to.write(`${line}\n`)
