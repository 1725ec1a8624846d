import type { Area } from './terms.js'

/** What each area is called, in the order in which people need them. */
export const AREA_NAMES: Readonly<Record<Area, string>> = {
  daten: 'Was darf hinein?',
  werkzeuge: 'Welche Werkzeuge?',
  anwendung: 'Wofür nutzen?',
  verantwortung: 'Worauf achten?',
  recht: 'Was sagt das Recht?',
  organisation: 'Wer hilft, wie läuft es?',
  wissen: 'Verstehen und gut fragen',
}

export const AREAS: readonly Area[] = [
  'daten',
  'werkzeuge',
  'anwendung',
  'verantwortung',
  'recht',
  'organisation',
  'wissen',
]
