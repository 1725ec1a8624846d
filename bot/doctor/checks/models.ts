import { z } from 'zod'
import { certificateOf, failureOf, jsonOf } from '../answer.js'
import type { Facts, ModelFacts } from '../facts.js'
import { type Finding, fail, fine, warn } from '../finding.js'

const Models = z.object({ data: z.array(z.object({ id: z.string() })) })

/** The models the tools of the packs name: there, open to our key, and of that name. Nothing is generated. */
export function checkModels({ place, now }: Facts): Finding[] {
  const models = place?.models ?? []
  if (models.length === 0) return [fine('Kein Sprachmodell ist angeschlossen; die Schreibhilfe braucht keines.')]
  return models.flatMap(facts => [judge(facts), ...certificateOf(`Modell von ${facts.tool}`, facts.answer, now)])
}

function judge({ tool, setting, model, address, answer }: ModelFacts): Finding {
  const name = `Modell von ${tool} (${address})`
  const key = `KOMPASS_MODEL_KEY_${setting}`
  if (answer.kind === 'failed') return failureOf(name, answer.code)
  if (answer.status === 401 || answer.status === 403)
    return fail(
      `${name} lehnt den Schlüssel ab.`,
      `Bitte ${key} erneuern; der Schlüssel steht in der Verwaltung des Anbieters.`,
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
      `Manche Anbieter tun das nicht. Sonst endet die Adresse meist auf /v1: endpoint.url in tools.yaml oder KOMPASS_MODEL_URL_${setting}.`,
    )
  if (!listed.data.data.some(({ id }) => id === model))
    return fail(
      `${name} kennt kein Modell „${model}“.`,
      'Bitte endpoint.model in tools.yaml auf einen Namen ändern, den der Anbieter nennt.',
    )
  return fine(`${name} ist erreichbar und kennt „${model}“.`)
}
