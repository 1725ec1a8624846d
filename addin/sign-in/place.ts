import { askHow, kommuneIn } from './ask.js'
import type { Found } from './session.js'
import { out } from './why.js'

/** The page every provider sends people back to, beside the others: one address to be registered. */
const SIGN_IN_PAGE = '../anmeldung/'

export const returnAddress = (here: string): string => new URL(SIGN_IN_PAGE, here).href.split(/[?#]/, 1)[0] ?? ''

/** How people sign in to the municipality this page's address names. */
export const howHere = () => askHow({ kommune: kommuneIn(location.search) })

/**
 * The way of signing in for a page in a browser. In a frame of somebody else no provider shows itself, and the frame's windows
 * do not reach it: there a browser window is named as the way on.
 */
export async function findInBrowser(inFrame: boolean): Promise<Found> {
  const answer = await howHere()
  if (answer.kind === 'out') return answer
  if (answer.how.kind === 'local') return { kind: 'free' }
  if (inFrame) return out('elsewhere')
  // Comes only where somebody has to sign in.
  const { browserDoor } = await import('./browser-door.js')
  return { kind: 'door', door: browserDoor(answer.how, returnAddress(location.href)) }
}
