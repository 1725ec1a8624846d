import { readReturned } from './authorization.js'
import { listenFor } from './channel.js'
import type { Flow } from './flow.js'
import { beginTrip, endTrip, type Memory } from './trip.js'
import { type Door, type Entry, out } from './why.js'

/** What of the browser this needs, so that it can be played. */
export type Browser = {
  readonly memory: () => Memory
  /** Path, query and hash of the page. */
  readonly here: () => string
  readonly leaveFor: (address: string) => void
  /** Calls `still` if the page is still there a while after leaving it, or is there again. */
  readonly stayed: (still: () => void) => void
  /** Empty, to be filled at once; undefined if the browser does not open it. */
  readonly openWindow: () => { readonly go: (address: string) => void } | undefined
}

/**
 * Signing in in a browser. At the start the page is left for it: nobody has typed anything. Later a window opens beside it, and
 * what has been typed stays. A person who comes back without an answer (Back, or a closed page) is asked, not sent away again.
 */
export function windowDoor(flow: Flow, browser: Browser): Door {
  let stop = (): void => {}
  return {
    shows: 'window',
    start: async () => {
      const trip = endTrip(browser.memory)
      const returned = trip?.returned === undefined ? undefined : readReturned(trip.returned)
      if (trip && returned) return flow.finish(trip, returned)
      return trip ? out('cancelled') : leave(flow, browser)
    },
    renew: flow.renew,
    open: async () => {
      // First of all: a moment later it would no longer count as wanted by the click.
      const opened = browser.openWindow()
      if (!opened) return out('blocked')
      stop()
      const attempt = await flow.begin()
      const answer = new Promise<string>(heard => {
        stop = listenFor(attempt.state, heard)
      })
      opened.go(flow.address(attempt))
      const returned = readReturned(await answer)
      return returned ? flow.finish(attempt, returned) : out('strange')
    },
  }
}

/** Goes away; answers only if that comes to nothing (Esc, a provider that does not answer, Back to the very same page). */
async function leave(flow: Flow, browser: Browser): Promise<Entry> {
  const { state, nonce, verifier, challenge } = await flow.begin()
  if (!beginTrip(browser.memory, { state, nonce, verifier, back: browser.here() })) return out('first')
  browser.leaveFor(flow.address({ state, nonce, verifier, challenge }))
  return new Promise(answer => browser.stayed(() => answer(out('cancelled'))))
}
