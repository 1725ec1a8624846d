import { askInDialog, canShowDialog } from '../office/sign-in-dialog.js'
import { type Nested, type NestedToken, openNested } from '../office/sign-in-nested.js'
import { kommuneIn } from './ask.js'
import { readReturned } from './authorization.js'
import { createFlow, type Flow } from './flow.js'
import { beginQuery } from './page/begin.js'
import { howHere, returnAddress } from './place.js'
import type { Found } from './session.js'
import { type Door, type Entry, type Out, out } from './why.js'

/** In Word: whoever is signed in to Office is let in by it, where Office can; else a dialog of Office shows the provider. */
export async function findInOffice(): Promise<Found> {
  const answer = await howHere()
  if (answer.kind === 'out') return answer
  const { how } = answer
  if (how.kind === 'local') return { kind: 'free' }
  const page = returnAddress(location.href)
  const dialog = dialogDoor(createFlow(how, page), page)
  const nested = how.kind === 'entra' ? await openNested(how) : undefined
  if (nested) return { kind: 'door', door: nestedDoor(nested, dialog) }
  return canShowDialog() ? { kind: 'door', door: dialog } : out('elsewhere')
}

/** Signs in through a dialog of Office, which comes back to our own page and hands the answer to this pane. */
export function dialogDoor(flow: Flow, page: string, ask: typeof askInDialog = askInDialog): Door {
  return {
    shows: 'window',
    start: async () => out('first'),
    renew: flow.renew,
    open: async () => {
      const attempt = await flow.begin()
      const begin = beginQuery({ ...attempt, kommune: kommuneIn(location.search) })
      const end = await ask(page + begin, new URL(page).origin)
      if (end.kind !== 'answer') return out(end.kind === 'closed' ? 'cancelled' : 'blocked')
      const returned = readReturned(end.query)
      return returned ? flow.finish(attempt, returned) : out('strange')
    },
  }
}

/** `other` where Office turns out to have no such way after all. */
export function nestedDoor(nested: Nested, other: Door): Door {
  let unavailable = false
  const enter =
    (ask: () => Promise<NestedToken>, instead: () => Promise<Entry>, needed: Out) => async (): Promise<Entry> => {
      if (unavailable) return instead()
      const given = await ask()
      if (given.kind === 'token') return { ...given, kind: 'in' }
      switch (given.because) {
        case 'person-needed':
          return needed
        case 'cancelled':
        case 'offline':
          return out(given.because)
        case 'refused':
          return { kind: 'out', why: { kind: 'refused', code: given.code } }
        case 'unavailable':
          unavailable = true
          return instead()
      }
    }
  return {
    shows: 'window',
    start: enter(() => nested.silent(false), other.start, out('first')),
    renew: enter(() => nested.silent(true), other.renew, out('expired')),
    open: enter(nested.withPerson, other.open, out('consent')),
  }
}
