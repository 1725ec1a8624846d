import type { Built, Places } from './places.js'

/** Keywords of JSON Schema whose strings are words for people or values, so that a placeholder may stand in them. */
const WORDS: ReadonlySet<string> = new Set(['title', 'description', '$comment', 'default', 'const', 'enum', 'examples'])

/**
 * Takes down every string and number of a schema, keys too. What refers to something else in it (`required`, `$ref`) or has a
 * meaning of its own (`type`, `pattern`) stays as it is; so do keys and numbers.
 */
export function schemaTexts(schema: Readonly<Record<string, unknown>>, places: Places): Built<unknown> {
  return partTexts(schema, places, places.name)
}

function partTexts(value: unknown, places: Places, take: Places['name']): Built<unknown> {
  if (typeof value === 'string') return take(value)
  if (typeof value === 'number') {
    places.name(String(value))
    return () => value
  }
  if (Array.isArray(value)) {
    const parts = value.map(part => partTexts(part, places, take))
    return texts => parts.map(part => part(texts))
  }
  if (typeof value !== 'object' || value === null) return () => value
  const parts = Object.entries(value).map(
    ([key, inner]) => [places.name(key), partTexts(inner, places, WORDS.has(key) ? places.free : take)] as const,
  )
  return texts => Object.fromEntries(parts.map(([key, part]) => [key(texts), part(texts)]))
}
