import { createReadStream } from 'node:fs'
import { linesIn } from '../storage/backup/lines.js'
import type { Fault } from '../storage/backup/read.js'
import { checkBackup, restoreBackup } from '../storage/backup/restore.js'
import { type Database, openDatabase } from '../storage/database.js'
import { codeOf } from '../storage/unavailable.js'
import { type Command, type CommandIo, say } from './command.js'
import { keptWhere } from './kept-where.js'

const USAGE = 'npm run restore -- DATEI'

/** A backup into an empty database, of SQLite or PostgreSQL, whichever it came from. */
export const restore: Command = {
  name: 'restore',
  usage: USAGE,
  async run([file, ...more], io) {
    if (file === undefined || more.length > 0) {
      say(io.errors, `So geht es: ${USAGE}`)
      return 2
    }
    try {
      // First to the end without touching a database: a faulty file must not even leave an empty one behind.
      const fault = await checkBackup(linesOf(file))
      if (fault) return told(faultIn(file, fault), io)
      const where = keptWhere(process.env)
      if (!where.ok) return told(where.problems.join('\n'), io)
      const opened = await openDatabase(where.target, 'migrate', new Date())
      if (!opened.ok) return told(opened.problem, io)
      return await restored(file, opened.database, io)
    } catch (error) {
      return told(problemWith(file, error), io)
    }
  },
}

async function restored(file: string, database: Database, io: CommandIo): Promise<number> {
  try {
    const result = await restoreBackup(database, linesOf(file))
    if (result.kind === 'faulty') return told(faultIn(file, result.fault), io)
    if (result.kind === 'not-empty') return told(NOT_EMPTY, io)
    say(io.output, `${result.rows} Zeilen aus ${file} eingespielt.`)
    return 0
  } finally {
    await database.close()
  }
}

/** Opened when the first line is asked for, closed after the last. */
const linesOf = (file: string): AsyncGenerator<string> => linesIn(createReadStream(file))

function told(problem: string, { errors }: CommandIo): number {
  say(errors, problem)
  return 1
}

const UNCHANGED = 'Es wurde nichts eingespielt.'
const NOT_EMPTY = `Die Datenbank enthält schon Daten. ${UNCHANGED} Bitte geben Sie eine leere an: bei SQLite einen neuen Ordner (KOMPASS_DATA), bei PostgreSQL eine neue Datenbank (DATABASE_URL).`

const FAULTS: Readonly<Record<Fault['kind'], string>> = {
  'no-backup': 'Das ist keine Sicherung des KI-Kompass.',
  'newer-version':
    'Die Sicherung hat eine neuere Form, als diese Fassung lesen kann. Bitte verwenden Sie die neuere Fassung.',
  'newer-schema':
    'Die Sicherung stammt von einer neueren Fassung des KI-Kompass. Bitte verwenden Sie mindestens diese.',
  'older-schema':
    'Die Sicherung stammt von einer älteren Fassung des KI-Kompass. Bitte spielen Sie sie mit jener Fassung ein und aktualisieren Sie danach.',
  broken: 'Die Zeile ist beschädigt. Bitte nehmen Sie eine andere Sicherung oder eine unversehrte Kopie dieser.',
  'after-end': 'Nach dem Ende folgt noch etwas. Bitte nehmen Sie eine unversehrte Kopie.',
  changed: 'Anzahl oder Prüfsumme stimmen nicht: Die Datei wurde verändert. Bitte nehmen Sie eine unversehrte Kopie.',
  twice: 'Ab dieser Zeile steht etwas doppelt in der Sicherung. Bitte nehmen Sie eine unversehrte Kopie.',
  'cut-off': 'Danach fehlt das Ende: Die Datei ist unvollständig. Bitte nehmen Sie eine vollständige Kopie.',
}

const faultIn = (file: string, { kind, line }: Fault): string => `${file}, Zeile ${line}: ${FAULTS[kind]} ${UNCHANGED}`

function problemWith(file: string, error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return `${file} gibt es nicht. Bitte prüfen Sie den Namen.`
    case 'EACCES':
    case 'EPERM':
      return `${file} lässt sich nicht lesen. Bitte prüfen Sie die Rechte.`
    case 'EISDIR':
      return `${file} ist ein Ordner. Bitte geben Sie die Datei mit der Sicherung an.`
    default:
      return `Das Einspielen wurde abgebrochen. ${UNCHANGED} Bitte prüfen Sie Speicherplatz und Datenbank und versuchen Sie es noch einmal.`
  }
}
