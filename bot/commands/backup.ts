import { type FileHandle, open, rm } from 'node:fs/promises'
import { writeBackup } from '../storage/backup/write.js'
import { openDatabase } from '../storage/database.js'
import { codeOf } from '../storage/unavailable.js'
import { type Command, say } from './command.js'
import { keptWhere } from './kept-where.js'

const USAGE = 'npm run backup -- DATEI'
const CHUNK = 65_536

/** Everything stored, into one file, also while the service runs. */
export const backup: Command = {
  name: 'backup',
  usage: USAGE,
  async run([file, ...more], { output, errors }) {
    if (file === undefined || more.length > 0) {
      say(errors, `So geht es: ${USAGE}`)
      return 2
    }
    const now = new Date()
    const where = keptWhere(process.env)
    if (!where.ok) {
      for (const problem of where.problems) say(errors, problem)
      return 1
    }
    const opened = await openDatabase(where.target, 'read', now)
    if (!opened.ok) {
      say(errors, opened.problem)
      return 1
    }
    try {
      const rows = await intoNewFile(file, write => writeBackup(opened.database, now, write))
      say(
        output,
        `${rows} Zeilen gesichert in ${file}. Die Datei enthält Namen und Nachweise: Bitte sicher aufbewahren.`,
      )
      say(output, HINT)
      return 0
    } catch (error) {
      say(errors, problemWith(file, error))
      return 1
    } finally {
      await opened.database.close()
    }
  },
}

const HINT =
  'Nicht enthalten sind die Schlüssel (learning.key, badge-key.json im Datenordner oder die Werte der Umgebung). Ohne learning.key findet niemand seinen Lernstand wieder: Bitte bewahren Sie beide getrennt davon auf.'

/** Readable for its owner only. A file that is there stays as it is; one that could not be finished goes again. */
async function intoNewFile(
  file: string,
  fill: (write: (line: string) => Promise<void>) => Promise<number>,
): Promise<number> {
  const handle = await open(file, 'wx', 0o600)
  try {
    const rows = await filled(handle, fill)
    await handle.sync()
    return rows
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

async function filled(
  handle: FileHandle,
  fill: (write: (line: string) => Promise<void>) => Promise<number>,
): Promise<number> {
  let waiting = ''
  const rows = await fill(async line => {
    waiting += `${line}\n`
    if (waiting.length < CHUNK) return
    await handle.appendFile(waiting)
    waiting = ''
  })
  await handle.appendFile(waiting)
  return rows
}

function problemWith(file: string, error: unknown): string {
  switch (codeOf(error)) {
    case 'EEXIST':
      return `${file} gibt es schon und bleibt, wie sie ist. Bitte geben Sie einen anderen Namen an.`
    case 'ENOENT':
      return `Den Ordner für ${file} gibt es nicht. Bitte legen Sie ihn an.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${file} lässt sich nicht anlegen. Bitte prüfen Sie die Rechte am Ordner.`
    case 'ENOSPC':
    case 'EDQUOT':
      return `Für ${file} ist kein Speicherplatz mehr frei. Die angefangene Datei wurde entfernt.`
    default:
      return 'Die Sicherung wurde abgebrochen, die angefangene Datei entfernt. Die Datenbank ist unverändert; bitte versuchen Sie es noch einmal.'
  }
}
