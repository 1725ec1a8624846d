import type { Pack } from '../../policies/pack/pack-schema.js'
import { Day } from '../../policies/pack/terms.js'
import { type Config, readConfig } from '../config.js'
import { openKept } from '../kept.js'
import { pseudonymOf } from '../learning/pseudonym.js'
import { applyRetention, type RetentionReport } from '../people/retention.js'
import { choosePack, KOMMUNE, splitKommune } from './chosen-pack.js'
import { type Command, type CommandIo, say } from './command.js'

const USAGE =
  'npm run retention   |   npm run retention -- left <Kennung> [JJJJ-MM-TT]   |   npm run retention -- stays <Kennung>' +
  `   ${KOMMUNE}`

/** Deletes what has been kept long enough (the service does so once a day by itself), or notes that somebody left, or not. */
export const retention: Command = {
  name: 'retention',
  usage: USAGE,
  async run(given, io) {
    const { kommune, rest } = splitKommune(given)
    const [action, person, day, ...more] = rest
    const known = action === undefined || ((action === 'left' || (action === 'stays' && day === undefined)) && person)
    const wrong = more.length > 0 || !known
    if (wrong || (day !== undefined && !Day.safeParse(day).success)) {
      say(io.errors, `So geht es: ${USAGE}`)
      return 2
    }
    const settings = readConfig(process.env)
    if (!settings.ok) return failed(settings.problems, io)
    const chosen = await choosePack(settings.config, kommune, io.today)
    if (!chosen.ok) return failed(chosen.problems, io)
    const at = { config: settings.config, pack: chosen.pack }
    if (person === undefined) return deleteOld(at, io)
    return noteDeparture(at, person, action === 'stays' ? 'stays' : (day ?? io.today), io)
  },
}

type Place = { readonly config: Config; readonly pack: Pack }

async function deleteOld({ config, pack }: Place, io: CommandIo): Promise<number> {
  const opened = await openKept(config)
  if (!opened.ok) return failed(opened.problems, io)
  const { storage, learningKey } = opened.kept
  const { id } = pack.manifest
  try {
    const report = await applyRetention({
      store: storage.forMunicipality(id),
      pseudonymOf: person => pseudonymOf(learningKey, id, person),
      pack: () => pack,
      now: () => new Date(),
    })
    for (const line of linesOf(report)) say(io.output, line)
    return 0
  } finally {
    await storage.close()
  }
}

async function noteDeparture(
  { config, pack }: Place,
  person: string,
  day: Day | 'stays',
  io: CommandIo,
): Promise<number> {
  const opened = await openKept(config)
  if (!opened.ok) return failed(opened.problems, io)
  const { manifest } = pack
  try {
    const { departures } = opened.kept.storage.forMunicipality(manifest.id)
    if (day === 'stays') {
      const gone = await departures.erase(person)
      say(io.output, gone > 0 ? 'Der Vermerk ist gelöscht.' : 'Für diese Kennung gab es keinen Vermerk.')
      return 0
    }
    await departures.note(person, day)
    say(
      io.output,
      `Vermerkt. ${manifest.retention.left_days} Tage danach wird gelöscht, was über diese Person gespeichert ist. Nur wann sie die Nachweisliste abrief, bleibt bis zu seiner Frist. War es ein Versehen: npm run retention -- stays ${person}`,
    )
    return 0
  } finally {
    await opened.kept.storage.close()
  }
}

const linesOf = (report: RetentionReport): string[] => [
  `Lernstände ohne Aktivität: ${report.inactiveLearners}`,
  `Personen, die gegangen sind: ${report.departed}`,
  `Verweise auf Chats: ${report.conversations}`,
  `Nachweise: ${report.proofs}`,
  `Abrufe der Nachweisliste: ${report.retrievals}`,
  `Nachrichten: ${report.messages}`,
  `Abgelaufene Token von Programmen: ${report.tokens}`,
  `Tagesbudgets von Modellen: ${report.budgets}`,
  `Wochen der Nutzungszählung: ${report.usageWeeks}`,
]

function failed(problems: readonly string[], { errors }: CommandIo): number {
  for (const problem of problems) say(errors, problem)
  return 1
}
