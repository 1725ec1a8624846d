import { mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { formatProblem } from '../../policies/pack/problem.js'
import { Id } from '../../policies/pack/terms.js'
import { loadPack } from '../packs/folder.js'
import { type Command, type CommandIo, say } from './command.js'
import { starterPack } from './pack-starter.js'

const USAGE = 'npm run pack -- check [Ordner]   |   npm run pack -- new <name>'

export const pack: Command = {
  name: 'pack',
  usage: USAGE,
  async run([action, target], io) {
    if (action === 'check') return check(target, io)
    if (action === 'new') return create(target, io)
    say(io.errors, `So geht es: ${USAGE}`)
    return 2
  },
}

async function check(target: string | undefined, { packs, today, output }: CommandIo): Promise<number> {
  const folders = target === undefined ? ['basis', 'musterstadt'].map(name => join(packs, name)) : [resolve(target)]
  let found = 0
  for (const folder of folders) {
    const { result, problems } = await loadPack(folder, today)
    for (const problem of problems) say(output, formatProblem(problem))
    found += problems.length
    if (problems.length === 0 && result.ok) {
      const { manifest, rules, tools } = result.built.pack
      say(output, `${manifest.name}: ${rules.length} Regeln, ${tools.length} Werkzeuge, alles in Ordnung.`)
    }
  }
  if (found > 0) say(output, found === 1 ? '1 Problem gefunden.' : `${found} Probleme gefunden.`)
  return found > 0 ? 1 : 0
}

async function create(name: string | undefined, { packs, today, output, errors }: CommandIo): Promise<number> {
  const id = Id.safeParse(name)
  if (!id.success) {
    say(
      errors,
      `Bitte einen Namen aus Kleinbuchstaben, Ziffern und Bindestrichen angeben, zum Beispiel: npm run pack -- new neustadt`,
    )
    return 2
  }
  const folder = join(packs, id.data)
  if (
    await stat(folder).then(
      () => true,
      () => false,
    )
  ) {
    say(errors, `Den Ordner ${folder} gibt es schon. Bitte einen anderen Namen wählen; nichts wurde geändert.`)
    return 1
  }
  for (const [file, text] of starterPack(id.data, today)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  say(output, `Angelegt: ${folder}`)
  say(
    output,
    `Tragen Sie in contacts.yaml Ihre Ansprechpersonen und in tools.yaml Ihre freigegebenen Werkzeuge ein. Danach: npm run pack -- check ${folder}`,
  )
  return 0
}
