import type { CompiledQuery, QueryResult } from 'kysely'
import type { OwnDatabase } from './municipality.js'
import type { Parameter } from './parameters.js'

/** What a statement is given: records by name. */
type Given = Readonly<Record<string, Readonly<Record<string, Parameter>>>>
type Statement<Row> = { readonly compile: () => CompiledQuery<Row> }
/** Where a parameter comes from: the statement itself, or a field of what is given. */
type Source = { readonly fixed: unknown } | { readonly record: string; readonly field: string }

/**
 * A statement built once and run often: building it takes as long as a good part of a durable write. Built from two
 * examples, it shows which parameters are given and which always stand there, like the municipality.
 * @param examples two, each of values that all differ, and differ from the other's
 */
export function prepared<Records extends Given, Row>(
  db: OwnDatabase,
  [one, other]: readonly [Records, Records],
  build: (given: Records) => Statement<Row>,
): (given: Records) => Promise<QueryResult<Row>> {
  const [compiled, again] = [build(one).compile(), build(other).compile()]
  if (compiled.sql !== again.sql)
    throw new Error('a value stands in the statement itself: after `then` and `else` Kysely wants `val`')
  const [places, others] = [placesOf(one), placesOf(other)]
  const sources = compiled.parameters.map((value, at): Source => {
    if (value === again.parameters[at]) return { fixed: value }
    const place = places.get(value)
    if (!place || others.get(again.parameters[at]) !== place)
      throw new Error(`parameter ${at + 1} is no value as given`)
    const [record = '', field = ''] = place.split('.')
    return { record, field }
  })
  return given =>
    db.executeQuery({
      ...compiled,
      parameters: sources.map(source => ('fixed' in source ? source.fixed : given[source.record]?.[source.field])),
    })
}

/** Which field each value is, as `record.field`. */
function placesOf(example: Given): ReadonlyMap<unknown, string> {
  const places = new Map<unknown, string>()
  for (const [record, fields] of Object.entries(example))
    for (const [field, value] of Object.entries(fields)) {
      if (places.has(value)) throw new Error(`two values of an example are ${value}`)
      places.set(value, `${record}.${field}`)
    }
  return places
}
