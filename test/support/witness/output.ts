import fs from 'node:fs'
import { format } from 'node:util'

/** Something the service wrote, and what kind of place that is. */
export type Written = { readonly place: string; readonly text: string | Buffer }

export type Output = { readonly written: () => readonly Written[]; readonly end: () => void }

const LEVELS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const
const FILES: ReadonlyMap<unknown, string> = new Map([
  [1, 'stdout'],
  [2, 'stderr'],
])

/**
 * Everything this process writes to its two outputs from now on, by whatever way. Lines of the log are kept and go no
 * further: a service at its most talkative would drown what the tests have to say.
 */
export function overhearOutput(): Output {
  const written: Written[] = []
  const note = (place: string, text: unknown): void => {
    if (typeof text === 'string' || Buffer.isBuffer(text)) written.push({ place, text })
    else if (text instanceof Uint8Array) written.push({ place, text: Buffer.from(text) })
  }
  const undo = [...onConsole(note), ...onStreams(note), ...onFiles(note)]
  return {
    written: () => [...written],
    end: () => {
      for (const one of undo) one()
    },
  }
}

type Note = (place: string, text: unknown) => void

const onConsole = (note: Note) =>
  LEVELS.map(level =>
    replaced(console, level, say => (...given: unknown[]) => {
      note('console', format(...given))
      say(...given)
    }),
  )

/** pino takes this way, too, as soon as it sees that somebody listens in on it. */
const onStreams = (note: Note) =>
  [process.stdout, process.stderr].map(stream =>
    replaced(
      stream,
      'write',
      write =>
        new Proxy(write, {
          apply(target, self, given: unknown[]) {
            const isLog = isLogLine(given[0])
            note(isLog ? 'log' : stream === process.stdout ? 'stdout' : 'stderr', given[0])
            return isLog || Reflect.apply(target, self, given)
          },
        }),
    ),
  )

const onFiles = (note: Note) =>
  (['write', 'writeSync'] as const).map(name =>
    replaced(
      fs,
      name,
      write =>
        new Proxy(write, {
          apply(target, self, given: unknown[]) {
            const place = FILES.get(given[0])
            if (place !== undefined) note(place, given[1])
            return Reflect.apply(target, self, given)
          },
        }),
    ),
  )

const isLogLine = (text: unknown): boolean => typeof text === 'string' && text.startsWith('{"level":')

function replaced<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  make: (before: Owner[Name]) => Owner[Name],
): () => void {
  const before = owner[name]
  owner[name] = make(before)
  return () => {
    owner[name] = before
  }
}
