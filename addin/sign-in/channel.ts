/**
 * How a window for signing in tells its answer to the page that opened it. Not through `window.opener`: providers and this service
 * cut that between pages of different houses (Cross-Origin-Opener-Policy). A broadcast reaches pages of our own origin
 * alone, and of them only the one that knows the state.
 */
const nameOf = (state: string): string => `ki-kompass-anmeldung ${state}`

const TAKEN = 'taken'
/** Two pages of the same browser; more time means nobody listens. */
const PATIENCE = 2_000

/** Calls `heard` with the address's query, once; the result ends the listening. */
export function listenFor(state: string, heard: (query: string) => void): () => void {
  const channel = new BroadcastChannel(nameOf(state))
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'string' || data === TAKEN) return
    channel.postMessage(TAKEN)
    channel.close()
    heard(data)
  }
  return () => channel.close()
}

/** True if a page was waiting for it. */
export function tell(state: string, query: string, patience = PATIENCE): Promise<boolean> {
  const channel = new BroadcastChannel(nameOf(state))
  return new Promise(done => {
    const end = (taken: boolean): void => {
      clearTimeout(timer)
      channel.close()
      done(taken)
    }
    const timer = setTimeout(() => end(false), patience)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => data === TAKEN && end(true)
    channel.postMessage(query)
  })
}
