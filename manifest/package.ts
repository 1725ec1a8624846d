// npm run package [-- configuration.yaml]: packages for Microsoft 365 and Word, see docs/manifest.md.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { formatProblem } from '../policies/pack/problem.js'
import { type PackageConfig, readConfig } from './config.js'
import { makePackages } from './packaging.js'
import { TEAMS_PACKAGE } from './read-packages.js'
import { WORD_FILES } from './word.js'

const ROOT = rootAbove(fileURLToPath(new URL('.', import.meta.url)))
const EXAMPLE = 'manifest/musterstadt.yaml'
const USAGE = 'npm run package   |   npm run package -- meine-kommune.yaml [Zielordner]'

/** 0 fine, 1 found problems, 2 wrong use. */
async function main([file = join(ROOT, EXAMPLE), folder, ...more]: readonly string[]): Promise<number> {
  if (more.length > 0 || file.startsWith('-')) return fail([`So geht es: ${USAGE}`], 2)
  const path = resolve(file)
  const shown = relative(process.cwd(), path)
  const source = await readFile(path, 'utf8').catch(() => undefined)
  if (source === undefined)
    return fail([`Die Datei ${shown} lässt sich nicht lesen. Ein Beispiel zum Kopieren: ${EXAMPLE}`], 2)
  const read = readConfig(shown, source)
  if (!read.ok) return fail(read.problems.map(formatProblem), 1)
  return make(read.config, resolve(folder ?? join(ROOT, 'dist/package'), read.config.id))
}

async function make(config: PackageConfig, target: string): Promise<number> {
  const made = await makePackages({ config, version: await ownVersion(), icons: join(ROOT, 'manifest/icons'), target })
  if (!made.ok)
    return fail(
      made.findings.map(({ file, message }) => `${file}: ${message}`),
      1,
    )
  say(made.files.map(file => `${join(relative(process.cwd(), target), file)}: ${PURPOSES[file] ?? ''}`))
  if (config.example) say(EXAMPLE_NOTE)
  return 0
}

/** What each package is for, as the administrator is told. */
const PURPOSES: Readonly<Record<string, string>> = {
  [TEAMS_PACKAGE]: 'für Teams und Word von Microsoft 365',
  [WORD_FILES.catalogue]: 'für Word ohne Abonnement (LTSC 2021 und 2024), über den Katalog im eigenen Haus',
  [WORD_FILES.button]: 'für Word von Microsoft 365, wenn Sie nur den Bereich in Word möchten',
}

const EXAMPLE_NOTE = [
  '',
  'Das ist ein Beispiel: Adresse und Kennungen sind Platzhalter, so lässt es sich nicht installieren.',
  `Für Ihre Kommune: ${EXAMPLE} kopieren, id, service, names, publisher, app, word, bot und sign_in eintragen,`,
  'die Zeile „example: true“ löschen und dann: npm run package -- meine-kommune.yaml',
]

const Package = z.object({ version: z.string() })

const ownVersion = async (): Promise<string> =>
  Package.parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))).version

/** The folder with package.json: the code runs from `dist/`, in tests from source. */
function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = resolve(folder, '..')
  if (above === folder) throw new Error('package.json not found above the running code')
  return rootAbove(above)
}

function say(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`)
}

function fail(lines: readonly string[], code: number): number {
  for (const line of lines) process.stderr.write(`${line}\n`)
  return code
}

process.exitCode = await main(process.argv.slice(2))
