import type { CompiledQuery, QueryResult } from 'kysely'
import type { OwnDatabase } from './municipality.js'
import type { Parameter } from './parameters.js'

/** What a statement is given: records by name. */
type Given = Readonly<Record<string, Readonly<Record<string, Parameter>>>>
type Statement<Row> = { readonly compile: () => CompiledQuery<Row> }
type Source = { readonly fixed: unknown } | { readonly record: string; readonly field: string }

/**
 * A statement built once and run often: building it takes as long as a good part of a durable write.
 * @param example values that all differ, so that each parameter of the statement shows which value it is
 */
export function prepared<Records extends Given, Row>(
  db: OwnDatabase,
  example: Records,
  build: (given: Records) => Statement<Row>,
): (given: Records) => Promise<QueryResult<Row>> {
  const places = new Map<unknown, Source>()
  for (const [record, fields] of Object.entries(example))
    for (const [field, value] of Object.entries(fields)) {
      if (places.has(value)) throw new Error(`two values of the example are ${value}`)
      places.set(value, { record, field })
    }
  const compiled = build(example).compile()
  const sources = compiled.parameters.map((fixed): Source => places.get(fixed) ?? { fixed })
  return given =>
    db.executeQuery({
      ...compiled,
      parameters: sources.map(source => ('fixed' in source ? source.fixed : given[source.record]?.[source.field])),
    })
}
