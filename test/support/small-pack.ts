import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../bot/paths.js'
import { buildPack } from '../../policies/pack/build.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { formatProblem } from '../../policies/pack/problem.js'
import type { PackFiles } from '../../policies/pack/read.js'

/** The day on which the small pack is valid and Schreibix's approval has run out. */
export const TODAY = '2026-11-23'

/** A change to a file of a pack: its new text, what becomes of its old one, or `null` for no such file. */
type Change = string | null | ((before: string) => string)
export type Changes = Readonly<Record<string, Change>>

const FOLDER = join(packageRoot(), 'test/support/small-pack')

const ORIGINAL: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => /\.(?:yaml|md)$/.test(name))
    .sort()
    .map(name => [name, readFileSync(join(FOLDER, name), 'utf8')]),
)

/** The files of the small pack (test/support/small-pack/), with changes. */
export function smallFiles(changes: Changes = {}): PackFiles {
  return { folder: 'klein', files: changed(ORIGINAL, changes) }
}

/** A municipality that takes everything from the small pack and names a person for every role. */
export function municipalFiles(changes: Changes = {}): PackFiles {
  const files = new Map([
    ['pack.yaml', 'id: neustadt\nname: Neustadt\nextends: klein\nversion: 1\nstand: 2026-11-23\n'],
    [
      'contacts.yaml',
      `roles:\n${ROLES.map(role => `  ${role}: { name: Frau ${role}, phone: 040 66969-100 }\n`).join('')}`,
    ],
  ])
  return { folder: 'neustadt', files: changed(files, changes) }
}

const ROLES = ['digitallotse', 'ki-team', 'datenschutz', 'informationssicherheit', 'geheimschutz', 'pressestelle']

function changed(files: ReadonlyMap<string, string>, changes: Changes): Map<string, string> {
  const result = new Map(files)
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) result.delete(name)
    else result.set(name, typeof change === 'string' ? change : change(result.get(name) ?? ''))
  }
  return result
}

/** A change that replaces a text; it fails where there is nothing to replace, so that no test changes nothing. */
export const replace =
  (from: string, to: string) =>
  (before: string): string => {
    if (!before.includes(from)) throw new Error(`Nothing to replace: ${from}`)
    return before.replace(from, () => to)
  }

/** The line, counted from 1, on which a text first stands in a file. */
export function lineWith(text: string, { files }: PackFiles, name: string): number {
  const at = (files.get(name) ?? '').split('\n').findIndex(line => line.includes(text))
  if (at < 0) throw new Error(`${name} has no line with: ${text}`)
  return at + 1
}

/** The small pack read, merged and validated. */
export function smallPack(changes: Changes = {}): Pack {
  return built(smallFiles(changes))
}

/** The municipality over the small pack. */
export function municipalPack(changes: Changes = {}): Pack {
  return built(municipalFiles(changes), smallFiles())
}

function built(own: PackFiles, base?: PackFiles): Pack {
  const result = buildPack(own, base)
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'))
  return result.built.pack
}

/** The entry with an id; tests name entries that exist. */
export function byId<Entry extends { readonly id: string }>(entries: readonly Entry[], id: string): Entry {
  const entry = entries.find(candidate => candidate.id === id)
  if (!entry) throw new Error(`No entry ${id}`)
  return entry
}
