import type { TeamsClient } from './client.js'

/** Where the page is shown: by itself, or in Teams, with or without a proof of who is there. */
export type Connection =
  | { readonly kind: 'plain' }
  | {
      readonly kind: 'teams'
      readonly client: TeamsClient
      /** The first token; undefined: signing in did not work. */
      readonly token: string | undefined
    }

/** teams-js would wait a whole minute for a window that says nothing. */
const HELLO = 4_000
const TOKEN = 10_000

/** A window of its own is no Teams, and nobody need wait for it; in a frame the window around is asked. */
export async function connect(
  inFrame: boolean,
  open: () => Promise<TeamsClient> = openClient,
  patience = { hello: HELLO, token: TOKEN },
): Promise<Connection> {
  if (!inFrame) return { kind: 'plain' }
  const client = await within(patience.hello, open())
  if (!client) return { kind: 'plain' }
  return { kind: 'teams', client, token: await within(patience.token, client.token()) }
}

const openClient = async (): Promise<TeamsClient> => (await import('./client.js')).openTeams()

/** Undefined if it fails or takes too long. */
async function within<Value>(time: number, work: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>(done => {
    timer = setTimeout(() => done(undefined), time)
  })
  try {
    return await Promise.race([work, late])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

/** Signs requests with the token of Teams, asking for a new one when the service takes the last no longer. */
export function signFor(connection: Connection): (renewed: boolean) => Promise<string | undefined> {
  if (connection.kind === 'plain') return async () => undefined
  let token = connection.token
  return async renewed => {
    if (renewed) token = await within(TOKEN, connection.client.token())
    return token
  }
}
