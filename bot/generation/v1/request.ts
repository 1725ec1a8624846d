import { z } from 'zod'
import { isShallow, isShallowText } from './depth.js'

// A closed list: what is not known here could carry a text past the check, so it is refused, at every depth.

/** Names of functions and formats, as OpenAI and most models take them. */
const Name = z
  .string()
  .regex(/^[a-zA-Z0-9_-]{1,64}$/, 'darf nur aus Buchstaben (ohne Umlaute), Ziffern, _ und - bestehen')
const Author = z
  .string()
  .regex(/^[^\s<|\\/>]{1,64}$/, 'darf keine Leerzeichen und keines der Zeichen < > | / \\ enthalten')
const TOO_DEEP = 'ist zu tief verschachtelt; bis zu 40 Ebenen gehen'
const JsonObject = z.record(z.string(), z.unknown()).refine(isShallow, TOO_DEEP)

const TextPart = z.strictObject({ type: z.literal('text'), text: z.string() })
const Content = z.union([z.string(), z.array(TextPart)])
export type Content = z.infer<typeof Content>

const ToolCall = z.strictObject({
  id: z.string().min(1).max(200),
  type: z.literal('function'),
  function: z.strictObject({ name: Name, arguments: z.string().refine(isShallowText, TOO_DEEP) }),
})
export type ToolCall = z.infer<typeof ToolCall>

const Spoken = z.strictObject({
  role: z.enum(['system', 'developer', 'user']),
  content: Content,
  name: Author.nullish(),
})

const Answered = z.strictObject({
  role: z.literal('assistant'),
  content: Content.nullish(),
  refusal: z.string().nullish(),
  name: Author.nullish(),
  tool_calls: z.array(ToolCall).max(128).nullish(),
})

const ToolResult = z.strictObject({
  role: z.literal('tool'),
  content: Content,
  tool_call_id: z.string().min(1).max(200),
  name: Author.nullish(),
})

const Message = z.discriminatedUnion('role', [Spoken, Answered, ToolResult])
export type Message = z.infer<typeof Message>

const FunctionTool = z.strictObject({
  type: z.literal('function'),
  function: z.strictObject({
    name: Name,
    description: z.string().nullish(),
    parameters: JsonObject.nullish(),
    strict: z.boolean().nullish(),
  }),
})
export type FunctionTool = z.infer<typeof FunctionTool>

const ToolChoice = z.union([
  z.enum(['none', 'auto', 'required']),
  z.strictObject({ type: z.literal('function'), function: z.strictObject({ name: Name }) }),
])
export type ToolChoice = z.infer<typeof ToolChoice>

const ResponseFormat = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('json_object') }),
  z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({
      name: Name,
      description: z.string().nullish(),
      schema: JsonObject.nullish(),
      strict: z.boolean().nullish(),
    }),
  }),
])
export type ResponseFormat = z.infer<typeof ResponseFormat>

const Penalty = z.number().min(-2).max(2).nullish()
const StopSign = z.string().min(1).max(500)

/** Body of POST /v1/chat/completions; `null` is the same as left out, as OpenAI has it. */
export const ChatRequest = z.strictObject({
  model: z.string().min(1).max(200),
  messages: z.array(Message).min(1).max(500),
  stream: z.boolean().nullish(),
  stream_options: z.strictObject({ include_usage: z.boolean().nullish() }).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  max_tokens: z.int().min(1).nullish(),
  max_completion_tokens: z.int().min(1).nullish(),
  stop: z.union([StopSign, z.array(StopSign).max(4)]).nullish(),
  seed: z.int().nullish(),
  presence_penalty: Penalty,
  frequency_penalty: Penalty,
  tools: z.array(FunctionTool).max(128).nullish(),
  tool_choice: ToolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  response_format: ResponseFormat.nullish(),
  /** Who is behind the program: checked like everything else, and not sent on. */
  user: z.string().max(500).nullish(),
  n: z.literal(1).nullish(),
})
export type ChatRequest = z.infer<typeof ChatRequest>
