import type { ModelBody } from '../models/model.js'
import { type Built, createPlaces, type Places } from './places.js'
import type { ChatRequest, Content, FunctionTool, Message, ResponseFormat, ToolCall, ToolChoice } from './request.js'
import { schemaTexts } from './schema-texts.js'

/** Every text of a request, and the request to the model with these texts put back in their places. */
export type RequestTexts = {
  readonly texts: readonly string[]
  readonly fixed: ReadonlySet<number>
  readonly assemble: (texts: readonly string[]) => ModelBody
}

type Part = Readonly<Record<string, unknown>>

/**
 * Takes down all that would reach the model. The body is built anew, field by field: what is not named here does not go.
 * `user` is checked with the rest and goes no further.
 */
export function textsOf(request: ChatRequest): RequestTexts {
  const places = createPlaces()
  const messages = request.messages.map(message => messageTexts(message, places))
  const parts: Readonly<Record<string, Built<unknown> | undefined>> = {
    stop: maybe(request.stop, stop => stopTexts(stop, places)),
    tools: maybe(someOf(request.tools), tools => all(tools.map(tool => toolTexts(tool, places)))),
    tool_choice: maybe(request.tool_choice, choice => choiceTexts(choice, places)),
    response_format: maybe(request.response_format, format => formatTexts(format, places)),
  }
  if (typeof request.user === 'string') places.free(request.user)
  const settings = settingsOf(request)
  return {
    texts: places.texts,
    fixed: places.fixed,
    assemble: texts => ({ ...settings, ...built(parts, texts), messages: messages.map(message => message(texts)) }),
  }
}

/** What is set by a number or by yes and no. */
const settingsOf = (request: ChatRequest): Part =>
  given({
    temperature: request.temperature,
    top_p: request.top_p,
    max_tokens: request.max_tokens,
    max_completion_tokens: request.max_completion_tokens,
    seed: request.seed,
    presence_penalty: request.presence_penalty,
    frequency_penalty: request.frequency_penalty,
    parallel_tool_calls: request.parallel_tool_calls,
  })

function messageTexts(message: Message, places: Places): Built<Part> {
  const content = maybe(message.content, value => contentTexts(value, places))
  const name = maybe(message.name, places.name)
  switch (message.role) {
    case 'tool':
      return together(message.role, { content, name, tool_call_id: places.name(message.tool_call_id) })
    case 'assistant': {
      const refusal = maybe(message.refusal, places.free)
      const calls = maybe(someOf(message.tool_calls), list => all(list.map(call => callTexts(call, places))))
      // A model expects the field even where nothing was said.
      return together(message.role, { content: content ?? (() => null), refusal, name, tool_calls: calls })
    }
    default:
      return together(message.role, { content, name })
  }
}

const contentTexts = (content: Content, places: Places): Built<unknown> =>
  typeof content === 'string'
    ? places.content(content)
    : all(content.map(({ type, text }) => filled({ text: places.content(text) }, { type })))

const callTexts = ({ id, type, function: { name, arguments: args } }: ToolCall, places: Places): Built<Part> =>
  filled(
    { id: places.name(id), function: filled({ name: places.name(name), arguments: places.content(args) }, {}) },
    { type },
  )

function toolTexts({ type, function: { name, description, parameters, strict } }: FunctionTool, places: Places) {
  const said = {
    name: places.name(name),
    description: maybe(description, places.free),
    parameters: maybe(parameters, schema => schemaTexts(schema, places)),
  }
  return filled({ function: filled(said, given({ strict })) }, { type })
}

const choiceTexts = (choice: ToolChoice, places: Places): Built<unknown> =>
  typeof choice === 'string'
    ? () => choice
    : filled({ function: filled({ name: places.name(choice.function.name) }, {}) }, { type: choice.type })

function formatTexts(format: ResponseFormat, places: Places): Built<Part> {
  if (format.type !== 'json_schema') return () => ({ type: format.type })
  const { name, description, schema, strict } = format.json_schema
  const said = {
    name: places.name(name),
    description: maybe(description, places.free),
    schema: maybe(schema, value => schemaTexts(value, places)),
  }
  return filled({ json_schema: filled(said, given({ strict })) }, { type: format.type })
}

const stopTexts = (stop: string | readonly string[], places: Places): Built<unknown> =>
  typeof stop === 'string' ? places.free(stop) : all(stop.map(places.free))

type Parts = Readonly<Record<string, Built<unknown> | undefined>>

const together = (role: Message['role'], parts: Parts): Built<Part> => filled(parts, { role })

const filled =
  (parts: Parts, settled: Part): Built<Part> =>
  texts => ({ ...settled, ...built(parts, texts) })

const built = (parts: Parts, texts: readonly string[]): Part =>
  Object.fromEntries(Object.entries(parts).flatMap(([key, part]) => (part ? [[key, part(texts)]] : [])))

const all =
  <T>(parts: readonly Built<T>[]): Built<readonly T[]> =>
  texts =>
    parts.map(part => part(texts))

const maybe = <T, R>(value: T | null | undefined, use: (value: T) => R): R | undefined =>
  value === null || value === undefined ? undefined : use(value)

/** Some models refuse an empty list. */
const someOf = <T>(list: readonly T[] | null | undefined): readonly T[] | undefined =>
  list && list.length > 0 ? list : undefined

/** Without what was left out. */
const given = (part: Part): Part =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined && value !== null))
