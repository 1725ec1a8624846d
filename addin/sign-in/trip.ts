import { z } from 'zod'

/**
 * What outlives leaving the page for the provider and coming back, in this window and until then only: where the person was, and
 * by what the answer is recognised. Never a token. `returned` is the answer, put in by the page the provider sends people to.
 */
const Trip = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  back: z.string(),
  returned: z.string().optional(),
})
export type Trip = z.infer<typeof Trip>
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const TRIP = 'ki-kompass-anmeldung'

/** False if this browser keeps nothing: then the page must not be left. */
export function beginTrip(memory: () => Memory, trip: Trip): boolean {
  try {
    memory().setItem(TRIP, JSON.stringify(trip))
    return true
  } catch {
    return false
  }
}

/** The trip that has ended here, or was broken off; afterwards nothing of it is left. */
export function endTrip(memory: () => Memory): Trip | undefined {
  const trip = readTrip(memory)
  try {
    memory().removeItem(TRIP)
  } catch {
    // Where nothing can be kept, nothing is left.
  }
  return trip
}

/**
 * The way back for an answer, if this window set out for it: undefined if it did not, or if the way leads off our own pages.
 * The answer waits there for the page that sent the person out.
 */
export function wayBack(memory: () => Memory, state: string, query: string, origin: string): string | undefined {
  const trip = readTrip(memory)
  if (!trip || trip.state !== state) return undefined
  if (!URL.canParse(trip.back, origin) || new URL(trip.back, origin).origin !== origin) return undefined
  return beginTrip(memory, { ...trip, returned: query }) ? trip.back : undefined
}

function readTrip(memory: () => Memory): Trip | undefined {
  try {
    return Trip.safeParse(JSON.parse(memory().getItem(TRIP) ?? '')).data
  } catch {
    return undefined
  }
}
