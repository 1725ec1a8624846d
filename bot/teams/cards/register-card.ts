import { germanDate } from '../../../policies/language/german-date.js'
import type { Register, RegisterEntry } from '../../../policies/tools/register.js'
import { type Card, type Element, execute, folded, openUrl, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'
import { evidenceWords, HIGHEST, OPEN, RISK, STATUS } from './tool-texts.js'

export type RegisterCardData = {
  readonly register: Register
  /** Counts from 0. */
  readonly page: number
  /** Address of the page with all tools. */
  readonly address: string
  readonly issuer: Issuer
}

/** As many as fit into the 28 kB Teams takes, with every field filled in. */
const ENTRIES_A_PAGE = 8

/** `register`: the Transparenzregister, a row each that unfolds; refused tools on the last page. */
export function registerCard({ register, page, address, issuer }: RegisterCardData): Card {
  const { applications, rejected } = register
  const last = Math.max(0, Math.ceil(applications.length / ENTRIES_A_PAGE) - 1)
  const at = Math.max(0, Math.min(page, last))
  const shown = applications.slice(at * ENTRIES_A_PAGE, (at + 1) * ENTRIES_A_PAGE)
  const title = 'Transparenzregister'
  const line =
    applications.length > 0
      ? `Welche KI ${issuer.name} nutzt, erprobt, plant oder genutzt hat, mit welchen Daten und wo sie liegen.`
      : 'Hier steht noch kein KI-Werkzeug: Keines ist im Einsatz oder geplant. Ihr KI-Team nimmt Wünsche gern entgegen.'
  const place = last > 0 ? ` · Seite ${at + 1} von ${last + 1}` : ''
  return framed(
    'de',
    `${title}. ${line}`,
    [
      text(`${title}${place}`, { size: 'large', weight: 'bolder', style: 'heading' }),
      text(line),
      ...shown.flatMap(rowOf),
      ...(at === last && rejected.length > 0 ? [rejectedRow(rejected)] : []),
      ...rows(
        [
          ...(at > 0 ? [execute('Vorige Seite', 'register', { page: at - 1 })] : []),
          ...(at < last ? [execute('Nächste Seite', 'register', { page: at + 1 })] : []),
          execute('Was ist das Transparenzregister?', 'rule', { rule: 'transparenzregister', language: 'de' }),
          openUrl('Werkzeuge auf der Seite', address),
        ],
        'medium',
      ),
      text(NOT_THE_OTHERS, { size: 'small', isSubtle: true }),
    ],
    issuer,
  )
}

const NOT_THE_OTHERS =
  'Nicht gemeint sind das Verzeichnis von Verarbeitungstätigkeiten (VVT), die EU-Datenbank für Hochrisiko-KI und das Transparenzregister nach dem Geldwäschegesetz.'

function rowOf(entry: RegisterEntry): Element[] {
  const { id, name, status } = entry
  const { button, box } = folded(`eintrag_${id}`, `Angaben zu ${name}`, factsOf(entry))
  return [
    text(`**${name}** · ${STATUS[status]}`, { spacing: 'medium' }),
    { type: 'ActionSet', spacing: 'none', actions: [button] },
    box,
  ]
}

function factsOf(entry: RegisterEntry): Element[] {
  const { operator, purpose, dataSets, highest, storage, owner, review, risk, legalBases, vvt } = entry
  const facts: readonly (readonly [string, string])[] = [
    ['Anwendung', `${purpose ?? OPEN} (Betrieb: ${operator})`],
    ['Datenbestände', `${dataSets ?? OPEN}; höchstens ${highest === undefined ? OPEN : HIGHEST[highest]}`],
    ['Speicherort', storage ?? OPEN],
    [
      'Datenschutz',
      `AVV: ${evidenceWords(entry.avv)} · VVT-Nr.: ${vvt ?? OPEN} · DSFA: ${evidenceWords(entry.dsfa)} · Personalrat beteiligt: ${evidenceWords(entry.personalrat)}`,
    ],
    ['Risikogruppe', risk === undefined ? OPEN : RISK[risk]],
    ['Rechtsgrundlage', legalBases.map(({ procedure, basis }) => `${procedure}: ${basis}`).join(' · ') || NO_PROCEDURE],
    ['Zuständig', owner ?? OPEN],
    ['Nächste Prüfung', review === undefined ? OPEN : `bis ${germanDate(review)}`],
  ]
  return facts.map(([label, words]) => text(`**${label}:** ${words}`, { spacing: 'small' }))
}

const NO_PROCEDURE = 'kein Verfahren mit Angaben über Menschen freigegeben'

const rejectedRow = (rejected: readonly RegisterEntry[]): Element =>
  text(`**Geprüft und abgelehnt:** ${rejected.map(({ name }) => name).join(', ')}`, { spacing: 'medium' })
