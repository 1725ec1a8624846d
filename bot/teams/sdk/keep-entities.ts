import * as loaded from 'botframework-connector/lib/connectorApi/models/mappers.js'

type Mappers = { Entity: { type: { additionalProperties?: unknown } } }

const isMappers = (value: unknown): value is Mappers => typeof value === 'object' && value !== null && 'Entity' in value

/**
 * The serialiser of botbuilder 4.23.3 keeps only `type`, `text` and `mentioned` of an outgoing entity, so streaming
 * information, AI labels and citations vanish silently. This lets everything else through; call it before the adapter is built.
 */
export function keepEntities(): void {
  const module: unknown = loaded
  const inner: unknown =
    typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined
  const mappers = isMappers(module) ? module : inner
  if (!isMappers(mappers)) throw new Error('botframework-connector has no entity mapper where it is expected')
  mappers.Entity.type.additionalProperties = { type: { name: 'Object' } }
}
