import { createGenerate, type Generate } from '../api/generate.js'
import { createReach, type Send, sendOver } from '../api/send.js'
import type { Session } from './session.js'

/** Our own service, asked in the name of whoever is signed in. */
export type Service = { readonly send: Send; readonly generate: Generate }

export function serviceFor(session: Session): Service {
  const reach = createReach(session.sign, response => session.unaccepted(response.headers.get('date')))
  return { send: sendOver(reach), generate: createGenerate(reach) }
}
