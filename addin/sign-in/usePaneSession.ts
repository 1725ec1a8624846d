import { useMemo } from 'react'
import type { Surroundings } from '../office/load.js'
import { findInBrowser } from './place.js'
import type { Found } from './session.js'
import { type Signed, useSession } from './useSession.js'

/** Signing in beside Word, or beside a page in a browser; undefined until it is known which. */
export function usePaneSession(surroundings: Surroundings | undefined): Signed | undefined {
  const find = useMemo(() => surroundings && (() => findBeside(surroundings)), [surroundings])
  return useSession(find)
}

async function findBeside(surroundings: Surroundings): Promise<Found> {
  // Comes with Word only.
  if (surroundings.kind === 'word') return (await import('./office-place.js')).findInOffice()
  // An Office that shows the pane without its library is a frame of somebody else.
  return findInBrowser(surroundings.because !== 'no-word' || window.parent !== window)
}
