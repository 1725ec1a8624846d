import type { PackageLanguage } from './texts.js'

/** File names inside the package. */
export const LANGUAGE_FILES: Readonly<Record<PackageLanguage, string>> = { de: 'de.json', en: 'en.json' }

const SCHEMA = 'https://developer.microsoft.com/json-schemas/teams/v1.26/MicrosoftTeams.Localization.schema.json'

/** Fields Teams and Word translate, wherever they stand; `developer.name` and ids of commands they do not. */
const TRANSLATED =
  /(?:^name\.(?:short|full)|^staticTabs\[\d{1,2}\]\.name|\.(?:title|label|displayName)|^description\.(?:short|full)|\.description)$/

/** All words of a manifest a language file must hold, by the path Microsoft's schema names them with. */
export const wordsOf = (manifest: unknown): ReadonlyMap<string, string> =>
  new Map(strings(manifest, '').filter(([path]) => TRANSLATED.test(path)))

/** A language file is the words of the manifest written in that language: nothing can be missing from it. */
export const languageFile = (manifest: unknown): Readonly<Record<string, string>> => ({
  $schema: SCHEMA,
  ...Object.fromEntries(wordsOf(manifest)),
})

function strings(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (Array.isArray(value)) return value.flatMap((item, index) => strings(item, `${path}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => strings(item, path === '' ? key : `${path}.${key}`))
}
