import type { TeamsClient } from './client.js'

/** Where the page is shown: by itself, in Teams, or in a frame of somebody who is not Teams. */
export type Connection =
  | { readonly kind: 'plain'; readonly inFrame: boolean }
  | { readonly kind: 'teams'; readonly client: TeamsClient }

/** teams-js would wait a whole minute for a window that says nothing. */
const HELLO = 4_000

/** A window of its own is no Teams, and nobody need wait for it; in a frame the window around is asked. */
export async function connect(
  inFrame: boolean,
  open: () => Promise<TeamsClient> = openClient,
  patience = HELLO,
): Promise<Connection> {
  const client = inFrame ? await within(patience, open()).catch(() => undefined) : undefined
  return client ? { kind: 'teams', client } : { kind: 'plain', inFrame }
}

const openClient = async (): Promise<TeamsClient> => (await import('./client.js')).openTeams()

/** Rejects if it takes too long. */
export async function within<Value>(time: number, work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('late')), time)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
