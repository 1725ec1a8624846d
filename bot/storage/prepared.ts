import type { CompiledQuery, QueryResult } from 'kysely'
import type { OwnDatabase } from './municipality.js'
import type { Parameter } from './parameters.js'

type Values = Readonly<Record<string, Parameter>>
type Statement<Row> = { readonly compile: () => CompiledQuery<Row> }

/**
 * A statement built once and run often: building it takes as long as a good part of a durable write.
 * @param example values that all differ, so that each parameter of the statement shows which value it is
 */
export function prepared<Given extends Values, Row>(
  db: OwnDatabase,
  example: Given,
  build: (values: Given) => Statement<Row>,
): (values: Given) => Promise<QueryResult<Row>> {
  const names = new Map(Object.entries(example).map(([name, value]) => [value, name]))
  if (names.size !== Object.keys(example).length) throw new Error('two values of the example are the same')
  const compiled = build(example).compile()
  const sources = compiled.parameters.map(fixed => ({ fixed, name: names.get(parameterOf(fixed)) }))
  return values =>
    db.executeQuery({
      ...compiled,
      parameters: sources.map(({ fixed, name }) => (name === undefined ? fixed : values[name])),
    })
}

const parameterOf = (value: unknown): Parameter =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? value : null
