import { z } from 'zod'
import { ACCESS } from '../identity/access.js'
import { type Answer, OPERATIONS, type Operation, REQUESTS, RESPONSES } from './openapi-operations.js'

/** A part of the document: plain JSON. */
type Part = { readonly [key: string]: unknown }

/**
 * The OpenAPI 3.1 document of what other programs and the page use, built from the schemas that check requests and answers.
 * @param version of the service
 */
export function openApi(version: string): Part {
  return {
    openapi: '3.1.0',
    info: { title: 'KI-Kompass', version, description: ABOUT, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: 'http://127.0.0.1:3978', description: 'The address it listens on by default' }],
    paths: paths(),
    components: { schemas: { ...schemas(REQUESTS, 'input'), ...schemas(RESPONSES, 'output') }, securitySchemes: TOKEN },
  }
}

const ABOUT =
  'Generated from the schemas the service itself uses; docs/api.md says how to use it. Texts sent here are neither logged nor stored.'

const TOKEN: Part = {
  token: { type: 'http', scheme: 'bearer', description: 'The token of a program, see docs/api.md' },
}

function paths(): Part {
  const found: Record<string, Part> = {}
  for (const operation of OPERATIONS) {
    const [method = '', path = ''] = operation.door.split(' ')
    const address = path.replace(REST, '{$1}')
    found[address] = { ...found[address], [method.toLowerCase()]: described(operation, address) }
  }
  return found
}

/** A parameter that takes the rest of a path, as Express writes it: /v1/models/{*id}. */
const REST = /\{\*(\w+)\}/
const PARAMETER = /\{(\w+)\}/

function described({ door, summary, description, request, answers }: Operation, address: string): Part {
  const name = PARAMETER.exec(address)?.[1]
  return {
    summary,
    ...(description && { description }),
    ...(name && { parameters: [{ name, in: 'path', required: true, schema: { type: 'string' } }] }),
    ...(request && { requestBody: { required: true, content: { 'application/json': referring([request]) } } }),
    responses: Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, response(answer)])),
    // A person is known without a header as long as there is no sign-in.
    security: ACCESS[door] === 'program' ? [{ token: [] }] : [],
  }
}

function response({ description, bodies = [] }: Answer): Part {
  const types = [...new Set(bodies.map(({ type = JSON_TYPE }) => type))]
  const content = types.map(type => [
    type,
    referring(bodies.flatMap(body => ((body.type ?? JSON_TYPE) === type ? [body.schema] : []))),
  ])
  return { description, ...(content.length > 0 && { content: Object.fromEntries(content) }) }
}

const JSON_TYPE = 'application/json'

function referring(names: readonly string[]): Part {
  const [first, ...others] = names.map(name => ({ $ref: place(name) }))
  return { schema: others.length === 0 ? first : { anyOf: [first, ...others] } }
}

const place = (name: string): string => `#/components/schemas/${name}`

/** Requests as one sends them (what has a default may be left out), answers as they come. */
export function schemas(named: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Part {
  return Object.fromEntries(
    Object.entries(named).map(([name, schema]) => {
      const { $schema: _, ...shape } = z.toJSONSchema(schema, { io })
      return [name, within(shape, place(name))]
    }),
  )
}

/** A schema that refers to itself does so from its own root, which is not that of the document. */
function within(value: unknown, root: string): unknown {
  if (Array.isArray(value)) return value.map(one => within(one, root))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === '$ref' && typeof one === 'string' ? one.replace(/^#/, root) : within(one, root),
    ]),
  )
}
