import { OutsideTraining } from '../../policies/learning-contract.js'
import { type Config, readConfig } from '../config.js'
import { openKept } from '../kept.js'
import { enterOutsideTraining } from '../learning/outside-training.js'
import { choosePack, KOMMUNE, splitKommune } from './chosen-pack.js'
import { type Command, type CommandIo, say } from './command.js'

const USAGE = `npm run outside-training -- <Kennung> <JJJJ-MM-TT> <Anbieter> <Modul oder ki-pass> … ${KOMMUNE}`

/** Enters what somebody learned elsewhere, for houses where nobody does it over HTTP. */
export const outsideTraining: Command = {
  name: 'outside-training',
  usage: USAGE,
  async run(args, io) {
    const { kommune, rest } = splitKommune(args)
    const [person, day, provider, ...subjects] = rest
    const training = OutsideTraining.safeParse({ person, day, provider, subjects })
    if (!training.success) {
      say(io.errors, `So geht es: ${USAGE}`)
      return 2
    }
    const settings = readConfig(process.env)
    return settings.ok ? enter(training.data, settings.config, kommune, io) : failed(settings.problems, io)
  },
}

async function enter(
  training: OutsideTraining,
  config: Config,
  kommune: string | undefined,
  io: CommandIo,
): Promise<number> {
  const chosen = await choosePack(config, kommune, io.today)
  if (!chosen.ok) return failed(chosen.problems, io)
  const opened = await openKept(config)
  if (!opened.ok) return failed(opened.problems, io)
  const { pack } = chosen
  try {
    const { proofs } = opened.kept.storage.forMunicipality(pack.manifest.id)
    const entered = await enterOutsideTraining(training, pack, io.today, proofs)
    if (!entered.ok) return failed([entered.problem], io)
    say(io.output, `Eingetragen: ${entered.added} neu.`)
    return 0
  } finally {
    await opened.kept.storage.close()
  }
}

function failed(problems: readonly string[], { errors }: CommandIo): number {
  for (const problem of problems) say(errors, problem)
  return 1
}
