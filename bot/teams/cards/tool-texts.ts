import { germanDate } from '../../../policies/language/german-date.js'
import type { Language } from '../../../policies/language/language.js'
import type { DataClass } from '../../../policies/pack/terms.js'
import type { Evidence, ToolFacts } from '../../../policies/pack/tool-schema.js'
import type { Missing } from '../../../policies/tools/approval.js'
import type { RegisterStatus } from '../../../policies/tools/register.js'

/** What may go into a tool: as it is, with placeholders, or for the named Verfahren. */
export type Takes = {
  readonly plain: readonly DataClass[]
  readonly placeholders: boolean
  readonly procedures: readonly string[]
}

/** Which data, in one line a person understands without knowing the classes. */
export function takesWords({ plain, placeholders, procedures }: Takes, language: Language = 'de'): string {
  const t = TAKES[language]
  const base = plain.includes('D2') ? t.people : plain.includes('D1') ? t.internal : t.open
  if (plain.includes('D2')) return base
  const named = procedures.map(name => (language === 'en' ? `“${name}”` : `„${name}“`)).join(', ')
  const ways = [...(named === '' ? [] : [`${t.procedure} ${named}`]), ...(placeholders ? [t.placeholders] : [])]
  return ways.length > 0 ? `${base}; ${ways.join(t.or)}` : `${base}; ${t.nobody}`
}

const TAKES = {
  de: {
    open: 'nur öffentliches Material',
    internal: 'öffentliches und internes Material',
    people: 'öffentliches und internes Material, auch mit Angaben über Menschen',
    procedure: 'mit Namen nur für das Verfahren',
    placeholders: 'mit Platzhaltern statt Namen und Nummern',
    or: ', sonst ',
    nobody: 'nichts über Menschen',
  },
  en: {
    open: 'public material only',
    internal: 'public and internal material',
    people: 'public and internal material, also with details about people',
    procedure: 'with names only for the procedure',
    placeholders: 'with placeholders for names and numbers',
    or: ', otherwise ',
    nobody: 'nothing about people',
  },
} as const

/** The most sensitive data, as the register names it. */
export const HIGHEST: Readonly<Record<DataClass, string>> = {
  D0: 'öffentlich (D0)',
  D1: 'intern (D1)',
  D2: 'vertraulich, auch über Menschen (D2)',
  D3: 'besonders geschützt (D3)',
  VS: 'Verschlusssache',
  SECRET: 'Passwörter und Schlüssel',
}

export const STATUS: Readonly<Record<RegisterStatus, string>> = {
  freigegeben: 'im Einsatz',
  pilot: 'in Erprobung',
  unvollstaendig: 'Freigabe noch unvollständig, nicht im Einsatz',
  geplant: 'geplant',
  ausgelaufen: 'beendet',
  abgelehnt: 'abgelehnt',
}

export const RISK: Readonly<Record<Exclude<ToolFacts['risk'], 'unbekannt'>, string>> = {
  minimal: 'minimal',
  begrenzt: 'begrenzt',
  hoch: 'hoch',
  unannehmbar: 'unannehmbar, bleibt aus',
}

/** What nobody has settled yet. */
export const OPEN = 'noch offen'

export function evidenceWords(evidence: Evidence | undefined): string {
  if (evidence === undefined) return OPEN
  if (evidence === 'nicht-noetig') return 'nicht nötig'
  return evidence === 'nein' ? 'nein' : `ja (${germanDate(evidence)})`
}

/** What an approval still needs, as the KI-Team says it. */
export const MISSING: Readonly<Record<Missing, string>> = {
  class: 'Werkzeugklasse W1 bis W3',
  storage: 'Speicherort',
  purposes: 'Zwecke',
  highest: 'höchste Datenklasse',
  audience: 'Personenkreis',
  owner: 'wer zuständig ist',
  data_sets: 'Datenbestände',
  risk: 'Risikogruppe',
  no_training: 'Zusage „kein Training mit unseren Eingaben“',
  avv: 'AVV',
  vvt: 'VVT-Nummer',
  dsfa: 'DSFA',
  personalrat: 'Personalrat',
  checked_by: 'wer geprüft hat',
  approved_until: 'Ende der Freigabe',
}

/** Where the text comes from, said in one tap; whoever does not know is treated as if it concerned people. */
export const SOURCES = [
  { value: 'D0', title: 'Öffentlich: steht schon irgendwo' },
  { value: 'D1', title: 'Intern: nur für die Verwaltung' },
  { value: 'D2', title: 'Betrifft Menschen' },
  { value: 'D3', title: 'Besonders geschützt, zum Beispiel Gesundheit' },
  { value: 'unklar', title: 'Weiß ich nicht' },
] as const
export type Source = (typeof SOURCES)[number]['value']

export const classOf = (source: Source): DataClass => (source === 'unklar' ? 'D2' : source)
