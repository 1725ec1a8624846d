import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OfficeAddinManifest, validateManifest } from 'office-addin-manifest'
import { zip } from './archive.js'
import { checkPackages } from './check.js'
import type { PackageConfig } from './config.js'
import { PACKAGE_ICONS, SERVED_ICONS } from './icons.js'
import { LANGUAGE_FILES, languageFile } from './languages.js'
import { type Finding, MANIFEST } from './parts.js'
import { ICONS_FOLDER, readPackages, TEAMS_FOLDER, TEAMS_PACKAGE } from './read-packages.js'
import { teamsManifest } from './teams.js'
import { WORD_FILES, wordManifest } from './word.js'

export type PackagingInput = {
  readonly config: PackageConfig
  /** As in package.json. */
  readonly version: string
  /** Folder with the drawn icons. */
  readonly icons: string
  /** Folder for the packages; what was in it goes. */
  readonly target: string
}

export type Packaged =
  | { readonly ok: true; readonly files: readonly string[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/**
 * Writes the packages, reads them back twice (with Microsoft's tool and for our checks), checks what was read, and zips only what is right. The zip is built here because
 * the export of Microsoft's tool leaves out the file of the default language.
 */
export async function makePackages(input: PackagingInput): Promise<Packaged> {
  const { config, target } = input
  const folder = join(target, TEAMS_FOLDER)
  await rm(target, { recursive: true, force: true })
  await writeTeams(folder, input)
  await stamp(folder, config)
  await writeWord(target, input)
  await readBack(target, input)
  const files = await readPackages(target)
  const findings = [...(await schemaFindings(folder)), ...checkPackages(files, input.version)]
  if (findings.length > 0) return { ok: false, findings }
  await writeFile(join(target, TEAMS_PACKAGE), zip(files.teams))
  return { ok: true, files: [TEAMS_PACKAGE, ...Object.values(WORD_FILES)] }
}

async function writeTeams(folder: string, { config, version, icons }: PackagingInput): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeJson(join(folder, MANIFEST), teamsManifest(config, version, 'de'))
  for (const language of ['de', 'en'] as const)
    await writeJson(join(folder, LANGUAGE_FILES[language]), languageFile(teamsManifest(config, version, language)))
  for (const { file } of PACKAGE_ICONS) await writeFile(join(folder, file), await readFile(join(icons, file)))
}

const writeJson = (file: string, value: unknown): Promise<void> =>
  writeFile(file, `${JSON.stringify(value, null, 2)}\n`)

/** Id and name of the municipality, put in by the tool administrators have for it. */
async function stamp(folder: string, { app, names }: PackageConfig): Promise<void> {
  await OfficeAddinManifest.modifyManifestFile(join(folder, MANIFEST), app, names.de.short)
}

/** All manifests as Microsoft's tool reads them: a difference is a mistake of ours or of the tool, not of a configuration. */
async function readBack(target: string, { config, version }: PackagingInput): Promise<void> {
  const manifests = [
    { file: join(TEAMS_FOLDER, MANIFEST), id: config.app },
    ...Object.values(WORD_FILES).map(file => ({ file, id: config.word })),
  ]
  for (const { file, id } of manifests) {
    const read = await OfficeAddinManifest.readManifestFile(join(target, file))
    if (read.id !== id || read.displayName !== config.names.de.short || read.version !== version)
      throw new Error(`office-addin-manifest reads ${file} otherwise than it was meant`)
  }
}

async function writeWord(target: string, { config, version, icons }: PackagingInput): Promise<void> {
  for (const kind of ['catalogue', 'button'] as const)
    await writeFile(join(target, WORD_FILES[kind]), wordManifest(config, version, kind))
  await mkdir(join(target, ICONS_FOLDER), { recursive: true })
  for (const { file } of SERVED_ICONS)
    await writeFile(join(target, ICONS_FOLDER, file), await readFile(join(icons, file)))
}

/** What Microsoft's JSON schema says; it comes with the package, so nothing is asked of the network. */
async function schemaFindings(folder: string): Promise<readonly Finding[]> {
  const { isValid, report } = await validateManifest(join(folder, MANIFEST))
  if (isValid) return []
  return (report?.errors ?? []).map(({ content = '' }) => ({
    file: MANIFEST,
    message: `Schema von Microsoft: ${content.trim()}`,
  }))
}
