import { OutsideTraining } from '../../policies/learning-contract.js'
import { type Config, readConfig } from '../config.js'
import { openKept } from '../kept.js'
import { enterOutsideTraining } from '../learning/outside-training.js'
import { loadPack } from '../packs/folder.js'
import { packFolder } from '../packs/named-pack.js'
import { type Command, type CommandIo, say } from './command.js'

const USAGE = 'npm run outside-training -- <Kennung> <JJJJ-MM-TT> <Anbieter> <Modul oder ki-pass> …'

/** Enters what somebody learned elsewhere, for houses where nobody does it over HTTP. */
export const outsideTraining: Command = {
  name: 'outside-training',
  usage: USAGE,
  async run([person, day, provider, ...subjects], io) {
    const training = OutsideTraining.safeParse({ person, day, provider, subjects })
    if (!training.success) {
      say(io.errors, `So geht es: ${USAGE}`)
      return 2
    }
    const settings = readConfig(process.env)
    return settings.ok ? enter(training.data, settings.config, io) : failed(settings.problems, io)
  },
}

async function enter(training: OutsideTraining, config: Config, io: CommandIo): Promise<number> {
  const { result } = await loadPack(packFolder(config.pack), io.today)
  if (!result.ok) return failed([`Das Regelpaket ${config.pack} (KOMPASS_PACK) lässt sich nicht verwenden.`], io)
  const opened = await openKept(config)
  if (!opened.ok) return failed(opened.problems, io)
  const { pack } = result.built
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
