import type { Entry } from '../components/Head.js'
import { FRAME, type Language } from '../texts/index.js'
import { hrefOf, SECTIONS, type Section } from './route.js'

/** Every section of the tab. */
export const entriesOf = (section: Section | undefined, language: Language): readonly Entry[] =>
  SECTIONS.map(name => ({
    href: hrefOfSection(name),
    words: FRAME[language].sections[name],
    here: name === section,
  }))

const hrefOfSection = (section: Section): string =>
  hrefOf(section === 'regeln' || section === 'schreiben' ? { page: section, id: undefined } : { page: section })
