import { z } from 'zod'
import { failureOfReply } from './failures.js'
import { type Finish, type ModelChunk, ModelFailure, type ToolCallPart, type Usage } from './model.js'

/** One event of an answer, read. */
export type Piece = {
  /** What to pass on, without finish and usage: these come last, together. */
  readonly chunk: ModelChunk | undefined
  readonly finish: Finish | undefined
  readonly usage: Usage | undefined
  /** Characters the model has generated here, thoughts included that nobody gets to see. */
  readonly characters: number
}

const text = z.string().nullish()
const ToolCall = z.object({
  index: z.int().min(0).max(1_000).nullish(),
  id: text,
  function: z.object({ name: text, arguments: text }).nullish(),
})
const Delta = z.object({
  content: text,
  refusal: text,
  reasoning: text,
  reasoning_content: text,
  tool_calls: z.array(ToolCall).nullish(),
})
type Delta = z.infer<typeof Delta>
const tokens = z.int().min(0).max(1_000_000_000)
const Event = z.object({
  choices: z.array(z.object({ index: z.number().nullish(), delta: Delta.nullish(), finish_reason: text })).nullish(),
  // A wrong count spoils no answer.
  usage: z.object({ prompt_tokens: tokens, completion_tokens: tokens }).nullish().catch(undefined),
  error: z.unknown().optional(),
})

/** Reads one event's data. Throws `ModelFailure`: what the event says has failed, or `malformed`. */
export function readPiece(data: string, now: Date): Piece {
  const parsed = Event.safeParse(jsonOf(data))
  if (!parsed.success) throw new ModelFailure('malformed')
  const { choices, usage, error } = parsed.data
  if (error) throw failureOfReply({ status: statusOf(error), headers: new Headers(), text: data.slice(0, 16_384) }, now)
  const choice = choices?.find(({ index }) => (index ?? 0) === 0)
  const delta = choice?.delta ?? {}
  return {
    chunk: chunkOf(delta),
    finish: finishOf(choice?.finish_reason),
    usage: usage ? { prompt: usage.prompt_tokens, completion: usage.completion_tokens } : undefined,
    characters: charactersOf(delta),
  }
}

function jsonOf(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}

/** Some servers put the status they would have answered with into the stream. */
function statusOf(error: unknown): number {
  const code = z.object({ code: z.coerce.number().int().min(400).max(599) }).safeParse(error)
  return code.success ? code.data.code : 500
}

const FINISHES: readonly Finish[] = ['stop', 'length', 'tool_calls', 'content_filter']
/** Other names (`eos`, `function_call`) mean an end as well; an empty one means none. */
const finishOf = (reason: string | null | undefined): Finish | undefined =>
  reason ? (FINISHES.find(one => one === reason) ?? 'stop') : undefined

function chunkOf({ content, refusal, tool_calls }: Partial<Delta>): ModelChunk | undefined {
  const toolCalls = (tool_calls ?? []).map(partOf)
  const chunk: ModelChunk = {
    ...(content && { text: content }),
    ...(refusal && { refusal }),
    ...(toolCalls.length > 0 && { toolCalls }),
  }
  return Object.keys(chunk).length > 0 ? chunk : undefined
}

/** Servers that send each call whole leave the index out. */
function partOf({ index, id, function: called }: z.infer<typeof ToolCall>, position: number): ToolCallPart {
  return {
    index: index ?? position,
    ...(id && { id }),
    ...(called?.name && { name: called.name }),
    ...(called?.arguments && { arguments: called.arguments }),
  }
}

function charactersOf({ content, refusal, reasoning, reasoning_content, tool_calls }: Partial<Delta>): number {
  const calls = (tool_calls ?? []).flatMap(({ function: called }) => [called?.name, called?.arguments])
  return [content, refusal, reasoning, reasoning_content, ...calls].reduce((sum, one) => sum + (one?.length ?? 0), 0)
}
