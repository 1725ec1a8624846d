import { z } from 'zod'
import { KINDS } from '../../policies/protect/finding.js'
import { REFUSALS } from '../../policies/tools/permit.js'

// What /v1 answers, for the document only: these shapes are OpenAI's, and its own client is what tests them.

const Usage = z.object({
  prompt_tokens: z.int().min(0),
  completion_tokens: z.int().min(0),
  total_tokens: z.int().min(0),
})

const Finish = z.enum(['stop', 'length', 'tool_calls', 'content_filter'])

const ToolCall = z.object({
  id: z.string(),
  type: z.literal('function'),
  function: z.object({ name: z.string(), arguments: z.string() }),
})

const ToolCallPart = z.object({
  index: z.int().min(0),
  id: z.string().optional(),
  type: z.literal('function').optional(),
  function: z.object({ name: z.string().optional(), arguments: z.string().optional() }).optional(),
})

const Delta = z.object({
  role: z.literal('assistant').optional(),
  content: z.string().nullable().optional(),
  refusal: z.string().nullable().optional(),
  tool_calls: z.array(ToolCallPart).optional(),
})

const Model = z.object({ id: z.string(), object: z.literal('model'), created: z.int(), owned_by: z.string() })

/** Names of the document and their shapes. */
export const V1_RESPONSES = {
  Model,
  ModelList: z.object({ object: z.literal('list'), data: z.array(Model) }),
  ChatCompletion: z.object({
    id: z.string(),
    object: z.literal('chat.completion'),
    created: z.int(),
    model: z.string(),
    choices: z.array(
      z.object({
        index: z.literal(0),
        message: z.object({
          role: z.literal('assistant'),
          content: z.string().nullable(),
          refusal: z.string().nullable().optional(),
          tool_calls: z.array(ToolCall).optional(),
        }),
        finish_reason: Finish,
      }),
    ),
    usage: Usage.optional(),
  }),
  ChatCompletionChunk: z.object({
    id: z.string(),
    object: z.literal('chat.completion.chunk'),
    created: z.int(),
    model: z.string(),
    choices: z.array(z.object({ index: z.literal(0), delta: Delta, finish_reason: Finish.nullable() })),
    usage: Usage.nullable().optional(),
  }),
  /** OpenAI's shape. With `kompass_blocked` it says besides what was recognised, never the values. */
  V1Error: z.object({
    error: z.object({
      message: z.string(),
      type: z.string(),
      param: z.string().nullable(),
      code: z.string().nullable(),
      kompass: z
        .object({
          reason: z.enum(REFUSALS),
          rule: z.string(),
          kinds: z.array(z.object({ kind: z.enum(KINDS), count: z.int().min(1) })),
          alternative: z.object({ tool: z.string(), replacing: z.boolean() }).optional(),
        })
        .optional(),
    }),
  }),
}
