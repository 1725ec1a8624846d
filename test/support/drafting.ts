import { createGuard } from '../../bot/generation/guard.js'
import type { ModelCall, ModelChunk } from '../../bot/generation/models/model.js'
import { createRunning } from '../../bot/generation/running.js'
import type { Card } from '../../bot/teams/cards/card.js'
import type { Services } from '../../bot/teams/services.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { converse, servicesFor } from './scenes.js'
import { NO_METER, scriptedModels } from './scripted-models.js'
import { learned, POINTS } from './tool-cards.js'

export const FILLED = { letter: 'einladung', points: POINTS }
export const COMPOSE = { ...FILLED, tool: 'mucgpt', source: 'D1' }

type Script = (call: ModelCall) => Iterable<ModelChunk> | AsyncIterable<ModelChunk>

/** Somebody who has learned everything, with a model that says what it is told to. */
export function withModel(pack: Pack, script?: Script) {
  const models = scriptedModels(script)
  const plain = servicesFor(pack, { house: learned(pack) })
  const services: Services = {
    ...plain,
    guard: createGuard({
      running: createRunning(),
      pack: () => pack,
      now: plain.now,
      houseFor: plain.house,
      checkText: plain.checkText,
      models,
      note: async () => undefined,
      meter: NO_METER,
      seconds: () => 0,
    }),
  }
  return { talk: converse(services), models, services }
}

/** What a field of the form is filled with. */
export const valueIn = (card: Card, id: string): string | undefined =>
  card.body.flatMap(part => ('id' in part && part.id === id && 'value' in part ? (part.value ?? []) : []))[0]
