import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPack } from '../../policies/pack/build.js'
import { Id } from '../../policies/pack/terms.js'
import { type Decoded, decodeGift } from '../gift/decode.js'
import { modulesIn, withoutKnown } from '../gift/known.js'
import { MOST_BYTES, TOO_BIG } from '../gift/limits.js'
import { withQuestions } from '../gift/pack-file.js'
import { type Entry, fromGift, type Imported } from '../gift/read.js'
import { toGift } from '../gift/write.js'
import { readWithBase } from '../packs/folder.js'
import { type Command, type CommandIo, say } from './command.js'

const USAGE =
  'npm run --silent gift -- export [Paket] [Modul] > DATEI   |   npm run gift -- import DATEI --pack Paket --module Modul [--dry-run]'

/** Question banks of other learning platforms: Moodle's GIFT, out and in. */
export const gift: Command = {
  name: 'gift',
  usage: USAGE,
  async run(args, io) {
    const [action, ...rest] = args
    if (action === 'export' && rest.length <= 2) return exported(rest, io)
    const wanted = action === 'import' ? importArgs(rest) : undefined
    if (wanted) return imported(wanted, io)
    say(io.errors, `So geht es: ${USAGE}`)
    return 2
  },
}

async function exported([name = 'basis', only]: readonly string[], io: CommandIo): Promise<number> {
  if (!Id.safeParse(name).success || !(await exists(join(io.packs, name, 'pack.yaml')))) return noPack(name, io)
  const folder = join(io.packs, name)
  const { own, base } = await readWithBase(folder)
  const result = buildPack(own, base)
  if (!result.ok) {
    say(io.errors, `Das Paket ${name} hat Fehler. Bitte zuerst beheben: npm run pack -- check ${folder}`)
    return 1
  }
  const { rules, training } = result.built.pack
  const modules = training.modules.filter(({ id }) => only === undefined || id === only)
  if (modules.length === 0)
    return noModule(
      only,
      training.modules.map(({ id }) => id),
      io,
    )
  let lost = false
  for (const module of modules) {
    const { text, losses } = toGift(module, rules)
    io.output.write(text)
    const gone = losses.filter(({ carried }) => !carried).length
    lost ||= gone > 0
    say(
      io.errors,
      `${module.id} ${module.title}: ${module.questions.length - gone} von ${module.questions.length} Fragen ausgegeben.`,
    )
    for (const { question, problem } of losses) say(io.errors, `  ${question}: ${problem}`)
  }
  say(io.errors, 'Lektionen, Lernziele und Wiederholungstermine kennt GIFT nicht; sie sind nicht enthalten.')
  return lost ? 1 : 0
}

type ImportArgs = { readonly file: string; readonly pack: string; readonly module: string; readonly dryRun: boolean }

function importArgs(args: readonly string[]): ImportArgs | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { pack: { type: 'string' }, module: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    })
    const [file, more] = positionals
    const { pack, module } = values
    if (file === undefined || more !== undefined || pack === undefined || module === undefined) return undefined
    return { file, pack, module, dryRun: values['dry-run'] }
  } catch {
    return undefined
  }
}

async function imported({ file, pack, module, dryRun }: ImportArgs, io: CommandIo): Promise<number> {
  const folder = join(io.packs, pack)
  if (!Id.safeParse(pack).success || !(await exists(join(folder, 'pack.yaml')))) return noPack(pack, io)
  const { own, base } = await readWithBase(folder)
  const modules = [...new Set([...modulesIn(own), ...(base ? modulesIn(base) : [])])].sort()
  if (!modules.includes(module)) return noModule(module, modules, io)
  const decoded = await read(resolve(file))
  if (!decoded.ok) {
    say(io.errors, decoded.problem)
    return 1
  }
  const result = withoutKnown(fromGift(decoded.text, { module, today: io.today }), own, base)
  for (const entry of result.report) say(io.output, line(entry))
  const target = join(folder, 'training', `${module}.yaml`)
  const written = await add(result, own.files.get(`training/${module}.yaml`), target, dryRun)
  if (written !== undefined) {
    say(io.errors, written)
    return 1
  }
  for (const text of summary(result, target, folder, dryRun)) say(io.output, text)
  return result.report.every(({ taken, problem }) => taken && problem === undefined) ? 0 : 1
}

/** Never reads more than an import takes. */
async function read(file: string): Promise<Decoded> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) return { ok: false, problem: `Die Datei ${file} gibt es nicht. Bitte den Pfad prüfen.` }
  return found.size > MOST_BYTES ? { ok: false, problem: TOO_BIG } : decodeGift(await readFile(file))
}

/** Writes beside the file and renames, so that it is there as before or as wanted, never half. Returns what is wrong. */
async function add({ questions }: Imported, before: string | undefined, file: string, dryRun: boolean) {
  if (questions.length === 0) return undefined
  const added = withQuestions(before, questions)
  if (!added.ok) return `${file}: ${added.problem}`
  if (dryRun) return undefined
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.neu`, added.text)
  await rename(`${file}.neu`, file)
  return undefined
}

function line({ at, id, taken, problem }: Entry): string {
  const what = taken ? `übernommen: ${at} als ${id}` : `nicht übernommen: ${at}`
  return problem === undefined ? what : `${what}: ${problem}`
}

function summary({ questions, report }: Imported, file: string, folder: string, dryRun: boolean): string[] {
  const open = report.filter(({ taken, problem }) => taken && problem !== undefined).length
  const count = `${questions.length} von ${report.length} Einträgen der Datei`
  if (dryRun) return [`${count} würden übernommen. Probelauf: Nichts wurde geschrieben.`]
  if (questions.length === 0) return ['Nichts wurde übernommen und nichts geändert.']
  return [
    `${count} übernommen nach ${file}.`,
    ...(open > 0
      ? [
          `Zu ${open} davon steht oben ein Hinweis. Bis alle Stellen [ERGÄNZEN …] ausgefüllt sind, gilt das Paket nicht.`,
        ]
      : []),
    `Danach prüfen: npm run pack -- check ${folder}`,
  ]
}

function noPack(name: string, { packs, errors }: CommandIo): number {
  say(errors, `Ein Paket „${name}“ gibt es in ${packs} nicht. Bitte den Namen des Ordners angeben, zum Beispiel basis.`)
  return 1
}

function noModule(module: string | undefined, modules: readonly string[], { errors }: CommandIo): number {
  const known = modules.length > 0 ? `Es gibt: ${modules.join(', ')}.` : 'Es gibt noch keins.'
  say(errors, `${module === undefined ? 'Das Paket hat kein Modul' : `Ein Modul „${module}“ gibt es nicht`}. ${known}`)
  return 1
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )
