import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../bot/paths.js'
import type { TableName } from '../../bot/storage/tables.js'
import { Manifest } from '../../policies/pack/pack-schema.js'
import { markdownTable } from './markdown-table.js'

type Kept = { readonly title: string; readonly content: string; readonly under: string; readonly until: string }

const { retention } = Manifest.parse({ id: 'x', name: 'x', version: 1, stand: '2026-01-01' })

/** The deadline as the code has it, so that the document cannot say another. */
function constant(file: string, name: string): string {
  const value = new RegExp(`^const ${name} = (\\d+)$`, 'm').exec(readFileSync(join(packageRoot(), file), 'utf8'))?.[1]
  if (value === undefined) throw new Error(`${name} is not in ${file}`)
  return value
}
const RETENTION = 'bot/people/retention.ts'

const months = (count: number): string => `${count} Monate`
const days = (count: number): string => `${count} Tage`

/** What each table holds, in words for people. A table without an entry does not compile. */
const INVENTORY: Readonly<Record<TableName, Kept>> = {
  question_state: {
    title: 'Lernstand je Frage',
    content:
      'nächster Wiederholungstag, zwei Kennzahlen des Verfahrens FSRS, Tag der letzten Wiederholung, Fassung der Regel',
    under: 'Pseudonym',
    until: `${months(retention.learning_months)} nach dem letzten Lernen (\`learning_months\`)`,
  },
  learner: {
    title: 'Lernende',
    content: 'gelesene Lektionen, Ende einer Pause, letzter Tag',
    under: 'Pseudonym',
    until: 'ebenso',
  },
  proof: {
    title: 'Nachweise',
    content: 'Person, Name, Modul, Fassung, Datum, bei fremden Schulungen der Anbieter',
    under: 'Kennung der Person',
    until: `${months(retention.proof_months)} (\`proof_months\`)`,
  },
  retrieval: {
    title: 'Abrufe der Nachweisliste',
    content: 'wer sie wann abrief',
    under: 'Kennung der abrufenden Person',
    until: `${months(retention.retrieval_months)} (\`retrieval_months\`)`,
  },
  reminder: {
    title: 'Erinnerungen',
    content: 'gewünschte Uhrzeit, Tag der letzten Erinnerung',
    under: 'Kennung der Person',
    until: 'bis zum Abbestellen',
  },
  conversation: {
    title: 'Chat-Verweise',
    content: 'wohin der Bot dieser Person schreiben kann, letzter Tag',
    under: 'Kennung der Person',
    until: `${months(retention.conversation_months)} nach der letzten Nachricht (\`conversation_months\`)`,
  },
  outbox: {
    title: 'Ausgang',
    content: 'Nachrichten des Bots, die warten, gesendet oder gescheitert sind, ohne Text',
    under: 'Kennung der Person',
    until: `${days(retention.message_days)} nach dem Senden (\`message_days\`)`,
  },
  memory: {
    title: 'Gesprächsgedächtnis',
    content: 'Kennungen der letzten drei Regeln eines Gesprächs und welche Antwort zu welcher Nachricht gehört',
    under: 'Kennung des Gesprächs',
    until: `${constant('bot/storage/repositories/memory.ts', 'KEPT_MINUTES')} Minuten`,
  },
  departure: {
    title: 'Weggegangene',
    content: 'Kennung und Tag, bis alles gelöscht ist',
    under: 'Kennung der Person',
    until: `${days(retention.left_days)} (\`left_days\`)`,
  },
  counter: {
    title: 'Zähler',
    content: 'wie oft Antworten kamen und halfen, wie oft eine Art von Fund als Fehlalarm gemeldet wurde',
    under: 'niemand',
    until: 'unbegrenzt',
  },
  program: {
    title: 'Schlüssel für Programme',
    content:
      'Name des Programms, Prüfwert (SHA-256) des Schlüssels, Werkzeuge, Zwecke, Verfahren, Grenzen, wer verantwortlich ist',
    under: 'wie beim Anlegen angegeben',
    until: `${constant(RETENTION, 'TOKEN_DAYS')} Tage nach Widerruf oder Ablauf`,
  },
  pace: {
    title: 'Takt',
    content:
      'Anfragen in dieser und der vorigen Minute, je Programm und je Person; nur die letzte Zählung, kein Verlauf',
    under: 'Programm, oder Pseudonym der Person',
    until: 'bei Personen höchstens zwei Stunden, bei Programmen mit dem Schlüssel',
  },
  budget: {
    title: 'Verbrauch',
    content: 'Tokens je Werkzeug und Tag',
    under: 'niemand',
    until: `${constant(RETENTION, 'BUDGET_DAYS')} Tage`,
  },
  usage_week: {
    title: 'Nutzung: Wochen',
    content: 'welche Wochen gezählt wurden; in der laufenden Woche ein zufälliges Salz',
    under: 'niemand',
    until: `${constant(RETENTION, 'USAGE_WEEKS')} Wochen, das Salz bis die Woche um ist`,
  },
  usage_person: {
    title: 'Nutzung, laufende Woche',
    content: 'je Werkzeug, Zweck und Ergebnis: gesalzene Hashes der Kennungen',
    under: 'Hash, in jeder Zelle ein anderer',
    until: 'bis die Woche um ist',
  },
  usage_cell: {
    title: 'Nutzung, gezählt',
    content:
      'je Werkzeug, Zweck und Ergebnis: wie oft; nach der Woche in Fünferschritten, oder „unter 5“ ohne jede Zahl',
    under: 'niemand',
    until: `${constant(RETENTION, 'USAGE_WEEKS')} Wochen`,
  },
}

/** The tables with what is in them and how long, as docs/datenschutz.md shows them. */
export const keptTable = (): string =>
  markdownTable([
    ['was', 'Tabelle', 'was darin steht', 'unter welchem Namen', 'wie lange'],
    ...Object.entries(INVENTORY).map(([table, { title, content, under, until }]) => [
      title,
      `\`${table}\``,
      content,
      under,
      until,
    ]),
  ])
