/** Every page of the tab. Addresses stand behind `#`: Office.js and Teams leave those alone. */
export type Route =
  | { readonly page: 'heute' | 'wiederholen' | 'module' | 'fragen' | 'pruefen' | 'werkzeuge' | 'daten' | 'unbekannt' }
  | { readonly page: 'modul' | 'runde'; readonly id: string }
  /** A rule of all, and a task of all: what to write, or how. */
  | { readonly page: 'regeln' | 'schreiben'; readonly id: string | undefined }

const SIMPLE = ['heute', 'wiederholen', 'module', 'fragen', 'pruefen', 'werkzeuge', 'daten'] as const

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The page an address names; nothing named is "Heute". Also takes what a deep link of Teams names ("modul/g3"). */
export function routeOf(hash: string): Route {
  const [page = '', id, more, ...rest] = hash.replace(/^#?\/?/, '').split('/')
  if (page === '') return { page: 'heute' }
  if (rest.length > 0 || (id !== undefined && !ID.test(id))) return { page: 'unbekannt' }
  if ((page === 'regeln' || page === 'schreiben') && more === undefined) return { page, id }
  if (page === 'modul' && id !== undefined) {
    if (more === undefined) return { page, id }
    return more === 'runde' ? { page: 'runde', id } : { page: 'unbekannt' }
  }
  const simple = id === undefined ? SIMPLE.find(name => name === page) : undefined
  return { page: simple ?? 'unbekannt' }
}

/** The address of a page. */
export function hrefOf(route: Route): string {
  switch (route.page) {
    case 'modul':
      return `#/modul/${route.id}`
    case 'runde':
      return `#/modul/${route.id}/runde`
    case 'regeln':
    case 'schreiben':
      return route.id === undefined ? `#/${route.page}` : `#/${route.page}/${route.id}`
    default:
      return `#/${route.page}`
  }
}

/** The entry of the navigation a page belongs to. */
export function sectionOf({ page }: Route): Section | undefined {
  switch (page) {
    case 'wiederholen':
      return 'heute'
    case 'modul':
    case 'runde':
      return 'module'
    case 'unbekannt':
      return undefined
    default:
      return page
  }
}

export const SECTIONS = ['heute', 'module', 'regeln', 'fragen', 'schreiben', 'pruefen', 'werkzeuge', 'daten'] as const
export type Section = (typeof SECTIONS)[number]
