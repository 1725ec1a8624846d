import { z } from 'zod'
import { TeamsManifest } from './teams-schema.js'
import { readWordManifest, type WordManifest } from './word-read.js'

/** Packages as they lie on disk: what is in the zip, the XML manifests by name, and the icons the service serves by name. */
export type PackageFiles = {
  readonly teams: ReadonlyMap<string, Uint8Array>
  readonly word: ReadonlyMap<string, string>
  readonly served: ReadonlyMap<string, Uint8Array>
}

/** Something wrong, in German, and the file it is in. */
export type Finding = { readonly file: string; readonly message: string }

/** Packages as read: what the checks look at. */
export type Parts = {
  readonly files: PackageFiles
  readonly manifest: TeamsManifest
  /** By file name; the words by path. */
  readonly languages: ReadonlyMap<string, Readonly<Record<string, string>>>
  readonly word: readonly WordManifest[]
}

export type PartsResult =
  | { readonly ok: true; readonly parts: Parts }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export const MANIFEST = 'manifest.json'

/** Reads all files; what cannot be read at all is named, and then nothing else is looked at. */
export function readParts(files: PackageFiles): PartsResult {
  const findings: Finding[] = []
  const manifest = readJson(MANIFEST, TeamsManifest, files, findings)
  const languages = new Map<string, Readonly<Record<string, string>>>()
  for (const file of manifest ? languageFilesOf(manifest) : []) {
    const words = readJson(file, Words, files, findings)
    if (words) languages.set(file, words)
  }
  const word = [...files.word].flatMap(([file, xml]) => {
    const read = readWordManifest(file, xml)
    if (!read.ok) findings.push({ file, message: read.message })
    return read.ok ? [read.word] : []
  })
  return manifest && findings.length === 0
    ? { ok: true, parts: { files, manifest, languages, word } }
    : { ok: false, findings }
}

const Words = z.record(z.string(), z.string())

export const languageFilesOf = ({ localizationInfo }: TeamsManifest): readonly string[] => [
  localizationInfo.defaultLanguageFile,
  ...localizationInfo.additionalLanguages.map(({ file }) => file),
]

function readJson<Value>(
  file: string,
  schema: z.ZodType<Value>,
  { teams }: PackageFiles,
  findings: Finding[],
): Value | undefined {
  const bytes = teams.get(file)
  if (!bytes) {
    findings.push({ file, message: 'Die Datei fehlt im Paket.' })
    return undefined
  }
  const read = schema.safeParse(jsonIn(bytes))
  if (read.success) return read.data
  for (const { path } of read.error.issues)
    findings.push({ file, message: `${path.join('.') || 'Der Inhalt'} fehlt oder hat die falsche Form.` })
  return undefined
}

/** Undefined if it is no JSON. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
