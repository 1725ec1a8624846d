import { z } from 'zod'
import { settingName } from '../../generation/served.js'
import type { MunicipalitySettings } from '../../identity/municipality-settings.js'
import { MODEL_KEY, MODEL_URL } from '../../settings/models.js'
import { certificateOf, failureOf, jsonOf } from '../answer.js'
import type { Facts, ModelFacts, Place } from '../facts.js'
import { type Finding, fail, fine, warn } from '../finding.js'

const Models = z.object({ data: z.array(z.object({ id: z.string() })) })

/** The models the tools of the packs name: there, open to our key, and of that name. Nothing is generated. */
export function checkModels({ place, now }: Facts): Finding[] {
  if (place === undefined) return [NONE]
  const { models } = place
  return [
    ...(models.length === 0 ? [NONE] : []),
    ...models.flatMap(facts => [judge(facts, place), ...certificateOf(nameOf(facts, place), facts.answer, now)]),
    ...place.settings.municipalities.flatMap(municipality => forNobody(municipality, place)),
  ]
}

const NONE = fine('Kein Sprachmodell ist angeschlossen; die Schreibhilfe braucht keines.')

/** Several municipalities may have a tool of the same id. */
const nameOf = ({ municipality, tool }: ModelFacts, { settings }: Place): string =>
  `Modell von ${tool}${settings.municipalitiesFile === undefined ? '' : ` für ${municipality}`}`

function judge(facts: ModelFacts, place: Place): Finding {
  const { municipality, setting, model, address, answer } = facts
  const name = `${nameOf(facts, place)} (${address})`
  const written = writtenAs(setting, municipality, place)
  if (answer.kind === 'failed') return failureOf(name, answer.code)
  if (answer.status === 401 || answer.status === 403)
    return fail(
      `${name} lehnt den Schlüssel ab.`,
      `Bitte ${written.key} erneuern; der Schlüssel steht in der Verwaltung des Anbieters.`,
    )
  if (answer.status >= 500)
    return warn(
      `${name} ist gestört (Status ${answer.status}).`,
      'Bitte später noch einmal prüfen oder beim Anbieter nachfragen.',
    )
  const listed = Models.safeParse(jsonOf(answer))
  if (answer.status !== 200 || !listed.success)
    return warn(
      `${name} antwortet, zählt aber keine Modelle auf (Status ${answer.status}).`,
      `Manche Anbieter tun das nicht. Sonst endet die Adresse meist auf /v1: endpoint.url in tools.yaml oder ${written.url}.`,
    )
  if (!listed.data.data.some(({ id }) => id === model))
    return fail(
      `${name} kennt kein Modell „${model}“.`,
      'Bitte endpoint.model in tools.yaml auf einen Namen ändern, den der Anbieter nennt.',
    )
  return fine(`${name} ist erreichbar und kennt „${model}“.`)
}

/** Settings for a tool the pack does not have, or has without a model: mistyped, or left over. */
function forNobody({ pack: name, models }: MunicipalitySettings, place: Place): Finding[] {
  const pack = place.packs.find(facts => facts.name === name)?.pack
  if (pack === undefined) return []
  const tools = pack.tools.filter(({ endpoint }) => endpoint !== undefined).map(({ id }) => id)
  const known = new Set(tools.map(settingName))
  const strange = (settings: ReadonlyMap<string, string>): string[] =>
    [...settings.keys()].filter(setting => !known.has(setting))
  const written = [
    ...strange(models.keys).map(setting => writtenAs(setting, name, place).key),
    ...strange(models.urls).map(setting => writtenAs(setting, name, place).url),
  ]
  return written.map(setting =>
    warn(
      `${setting} gehört zu keinem Werkzeug mit Sprachmodell im Regelpaket ${name}.`,
      tools.length === 0
        ? 'In tools.yaml nennt noch kein Werkzeug ein Modell (endpoint). Bitte dort eintragen oder die Angabe weglassen.'
        : `Bitte wie die id in tools.yaml schreiben oder weglassen. Werkzeuge mit Modell: ${tools.join(', ')}.`,
    ),
  )
}

type Written = { readonly key: string; readonly url: string }

/** How the settings of a tool are called where they stand: in the environment, or in the entry of a municipality. */
function writtenAs(setting: string, municipality: string, { settings: { municipalitiesFile: file } }: Place): Written {
  if (file === undefined) return { key: `${MODEL_KEY}${setting}`, url: `${MODEL_URL}${setting}` }
  const tool = setting.toLowerCase()
  const where = `im Eintrag ${municipality} (${file})`
  return { key: `model_key_${tool}_… ${where}`, url: `model_url_${tool} ${where}` }
}
