import { createContext, useRef, useSyncExternalStore } from 'react'
import { type Route, routeOf } from './route.js'

const watch = (changed: () => void): (() => void) => {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}

/** The page shown, and whether somebody has moved since the tab was opened. */
export function useRoute(): { readonly route: Route; readonly hash: string; readonly moved: boolean } {
  const hash = useSyncExternalStore(watch, () => location.hash)
  const first = useRef(hash)
  const moved = useRef(false)
  if (hash !== first.current) moved.current = true
  return { route: routeOf(hash), hash, moved: moved.current }
}

export const go = (href: string): void => {
  location.hash = href
}

/** Where somebody is, and whether they moved there: then the page takes the focus to its heading. */
export const Place = createContext({ hash: '', moved: false })
