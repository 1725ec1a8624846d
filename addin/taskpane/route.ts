import { type Route, hrefOf as tabHref, routeOf as tabRoute } from '../tab/route.js'

/** Where one can be in the pane. Tasks are named as in the tab, so that both speak of the same. */
export type PaneRoute =
  | { readonly page: 'schreiben'; readonly id: string | undefined }
  | { readonly page: 'uebernehmen' | 'fragen' }

export const REVIEW = '#/uebernehmen'

/** The page an address names; anything unknown is the list of tasks. */
export function routeOf(hash: string): PaneRoute {
  if (hash === REVIEW) return { page: 'uebernehmen' }
  const route = tabRoute(hash)
  if (route.page === 'fragen') return { page: 'fragen' }
  return { page: 'schreiben', id: route.page === 'schreiben' ? route.id : undefined }
}

/** Where the page for learning and looking up lies, seen from the pane. */
const TAB = '../tab/'

/**
 * The pane writes and asks; for everything else the tab opens beside it, of the same municipality.
 * @param search the query of the pane's own address
 */
export function hrefOf(route: Route, search = location.search): string {
  if (route.page === 'schreiben' || route.page === 'fragen') return tabHref(route)
  const kommune = new URLSearchParams(search).get('kommune')
  return TAB + (kommune === null ? '' : `?kommune=${encodeURIComponent(kommune)}`) + tabHref(route)
}
