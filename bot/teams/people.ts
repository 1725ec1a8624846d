import type { Help } from '../../policies/answer/index.js'
import type { Language } from '../../policies/language/language.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { ContactRole, DataClass } from '../../policies/pack/terms.js'
import type { Person } from '../../policies/tools/principal.js'
import { contactLine } from './cards/contact.js'

const LABELS: Record<ContactRole, string> = {
  digitallotse: 'Digitallotse',
  'ki-team': 'KI-Team',
  datenschutz: 'Datenschutz',
  informationssicherheit: 'Informationssicherheit',
  geheimschutz: 'Geheimschutz',
  personalrat: 'Personalrat',
  rechtsamt: 'Rechtsamt',
  vergabestelle: 'Vergabestelle',
  leitung: 'Leitung',
  pressestelle: 'Pressestelle',
  archiv: 'Archiv',
  personalamt: 'Personalamt',
}

/** What the stand-in is called. */
export const DEPUTY: Record<Language, string> = { de: 'Vertretung', en: 'deputy' }

/** The Digitallotse of the person's Fachbereich first, then whoever the rule sends people to. */
export function helpFor(person: Person, help: Help, pack: Pack, language: Language = 'de'): string[] {
  const lotse = lotseFor(person, pack, language)
  return help.role === 'digitallotse' ? lotse : [...lotse, ...lineFor(help, DEPUTY[language])]
}

export function lotseFor({ department }: Person, { contacts }: Pack, language: Language = 'de'): string[] {
  const own = contacts.departments.find(candidate => candidate.id === department)
  if (own) return [contactLine(`Digitallotsen ${own.name}`, own.digitallotse, DEPUTY[language])]
  const general = contacts.roles.digitallotse
  return general ? [contactLine('Digitallotsinnen und Digitallotsen', general, DEPUTY[language])] : []
}

/** One line a contact; where the pack names nobody the role alone would be a dead end, so there is none. */
export function lineFor({ role, contact }: Help, deputy: string): string[] {
  return contact ? [contactLine(LABELS[role], contact, deputy)] : []
}

/** Whom to call before anything is deleted: who guards classified papers, passwords, and otherwise data protection. */
export function reportTo(classes: ReadonlySet<DataClass>, breach: boolean, pack: Pack, language: Language): string[] {
  const roles: ContactRole[] = [
    ...(classes.has('VS') ? (['geheimschutz'] as const) : []),
    ...(classes.has('SECRET') ? (['informationssicherheit'] as const) : []),
    ...(breach ? (['datenschutz'] as const) : []),
  ]
  return roles.flatMap(role => lineFor({ role, contact: pack.contacts.roles[role] }, DEPUTY[language]))
}
