import { Readable, Writable } from 'node:stream'
import type { Command, CommandIo } from '../../bot/commands/command.js'
import { DAY } from './musterstadt.js'

export type Ran = { readonly code: number; readonly output: string; readonly errors: string }

/** Runs a command line with packs and input of one's own and tells what it printed where. */
export async function run(
  command: Command,
  args: readonly string[],
  { packs, input = '', output = collector() }: { packs: string; input?: string | Readable; output?: Collector },
): Promise<Ran> {
  const errors = collector()
  const io: CommandIo = {
    input: typeof input === 'string' ? Readable.from(input ? [input] : []) : input,
    output: output.stream,
    errors: errors.stream,
    today: DAY,
    packs,
  }
  const code = await command.run(args, io)
  await Promise.all([output.end(), errors.end()])
  return { code, output: output.text(), errors: errors.text() }
}

export type Collector = {
  readonly stream: Writable
  readonly text: () => string
  /** Waits until everything written has arrived. */
  readonly end: () => Promise<void>
}

/** `highWaterMark` below the length of a line makes every write wait for the reader, as a slow pipe does. */
export function collector(highWaterMark = 16_384): Collector {
  const parts: string[] = []
  const stream = new Writable({
    highWaterMark,
    write(chunk, _, done) {
      parts.push(String(chunk))
      setImmediate(done)
    },
  })
  return { stream, text: () => parts.join(''), end: () => new Promise(done => stream.end(done)) }
}
