import type { MunicipalitySettings } from '../identity/municipality-settings.js'
import { FIELDS } from './entry.js'
import { readModels } from './models.js'
import { readMunicipality } from './municipality.js'
import { type Given, problemsOf, type Read, type ReadText } from './read.js'
import { secretIn } from './secret-files.js'

/** How a field of an entry is called in the environment. */
export const settingOf = (field: string): string => `KOMPASS_${field.toUpperCase()}`

/** What a demonstration needs to know. */
const DEFAULTS = { pack: 'musterstadt', identity: 'local' }

const IN_FILES: ReadonlySet<string> = new Set(['bot_certificate', 'bot_key'])

/** The settings of the one municipality that are given in the environment. */
export const givenFields = (given: Given): readonly string[] =>
  [...FIELDS].filter(field => given[settingOf(field)] !== undefined)

/** The one municipality of a service, from the environment. */
export function readSingle(given: Given, readText: ReadText): Read<MunicipalitySettings> {
  const problems: string[] = []
  const fields = new Map<string, string>(Object.entries(DEFAULTS))
  for (const field of givenFields(given)) {
    const value = given[settingOf(field)] ?? ''
    const read = IN_FILES.has(field) ? secretIn(value, readText) : { ok: true as const, value }
    if (read.ok) fields.set(field, read.value)
    else problems.push(`${settingOf(field)} ${read.problem}`)
  }
  const models = readModels(given)
  if (problems.length > 0 || !models.ok) return { ok: false, problems: [...problems, ...problemsOf(models)] }
  return readMunicipality(Object.fromEntries(fields), models.value, settingOf)
}
