import { germanDate } from '../language/german-date.js'
import type { Language } from '../language/language.js'
import type { Source } from './rule-schema.js'

const CERTAINTY = {
  de: {
    G: 'geprüft',
    E: 'einzelne Quelle',
    W: 'Fachwissen, am Normtext noch zu prüfen',
    offen: 'offen, noch zu prüfen',
  },
  en: {
    G: 'checked',
    E: 'single source',
    W: 'expert knowledge, to be checked against the law',
    offen: 'open, to be checked',
  },
} as const

/** The name of a source alone. */
export const sourceName = ({ article, seed }: Source): string =>
  article ?? `Six Pages – Handreichung KI in der Kommunalverwaltung, ${seed}`

/** A source with its Stand and how sure it is, ready to be read. */
export function sourceText(source: Source, language: Language): string {
  const note = source.note === undefined ? '' : ` ${source.note}`
  const stand = language === 'en' ? 'as of' : 'Stand'
  return `${sourceName(source)} (${stand} ${germanDate(source.stand)}; ${CERTAINTY[language][source.certainty]}).${note}`
}
