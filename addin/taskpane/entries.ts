import type { Entry } from '../components/Head.js'
import { type Language, PANE } from '../texts/index.js'
import { hrefOf, type PaneRoute, REVIEW } from './route.js'

/**
 * Where one can go in the pane; learning opens beside it.
 * @param search the query of the pane's own address
 */
export function entriesOf(page: PaneRoute['page'], language: Language, search = location.search): readonly Entry[] {
  const { sections, beside } = PANE[language]
  const within = [
    { page: 'schreiben', href: hrefOf({ page: 'schreiben', id: undefined }, search) },
    { page: 'uebernehmen', href: REVIEW },
    { page: 'fragen', href: hrefOf({ page: 'fragen' }, search) },
  ] as const
  return [
    ...within.map(entry => ({ href: entry.href, words: sections[entry.page], here: entry.page === page })),
    { href: hrefOf({ page: 'heute' }, search), words: sections.lernen, here: false, unseen: beside },
  ]
}
