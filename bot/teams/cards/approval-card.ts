import type { Card } from './card.js'
import type { Issuer } from './frame.js'
import { noticeCard } from './notice-card.js'

export type ApprovalCardData = {
  /** Name of the tool. */
  readonly tool: string
  /** The last day it may be used, and the day of reading; both `YYYY-MM-DD`. */
  readonly until: string
  readonly today: string
  readonly issuer: Issuer
}

/** For whoever answers for a tool, and the KI-Team: its approval ends, or has ended, and what to do. */
export function approvalCard({ tool, until, today, issuer }: ApprovalCardData): Card {
  const days = (Date.parse(until) - Date.parse(today)) / DAY_MS
  const title =
    days < 0
      ? `Die Freigabe von ${tool} ist am ${inWords(until)} ausgelaufen`
      : `Die Freigabe von ${tool} läuft am ${inWords(until)} aus`
  return noticeCard(
    {
      title,
      lines: [
        days < 0
          ? OVER
          : `${leftOf(days)} Bis dahin bleibt alles, wie es ist. Sie können die Freigabe jetzt verlängern:`,
      ],
      points: [
        'Prüfen, ob noch stimmt, was in tools.yaml steht: Vertrag, Verzeichnis, Folgenabschätzung, Personalrat, Zwecke.',
        'Passt es: dort bei approved_until ein neues Datum eintragen, bei checked_on und checked_by, wer wann geprüft hat.',
        `Soll es nicht weitergehen: dort status auf ausgelaufen setzen und den Nutzenden rechtzeitig sagen, was sie stattdessen nehmen können.`,
        days < 0
          ? 'Solange dort kein neues Datum steht, lehnt der KI-Kompass jede Nutzung ab und nennt andere Werkzeuge.'
          : `Steht dort bis dahin kein neues Datum, darf es ab ${inWords(nextDay(until))} niemand mehr nutzen.`,
      ],
    },
    'de',
    issuer,
  )
}

const DAY_MS = 86_400_000

const OVER = 'Gerade darf es niemand nutzen. Mit einer neuen Freigabe geht es sofort weiter:'

const leftOf = (days: number): string =>
  days === 0 ? 'Heute ist der letzte Tag.' : days === 1 ? 'Das ist morgen.' : `Das ist in ${days} Tagen.`

const nextDay = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)

const LONG = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** 2027-06-30 → 30. Juni 2027. */
const inWords = (day: string): string => LONG.format(new Date(day))
