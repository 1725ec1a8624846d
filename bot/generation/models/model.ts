import type { Endpoint } from '../../../policies/pack/tool-schema.js'

/** A part of an answer as it comes in; OpenAI's chunk, only what we pass on. Texts may be cut anywhere. */
export type ModelChunk = {
  readonly text?: string
  readonly refusal?: string
  readonly toolCalls?: readonly ToolCallPart[]
  readonly finish?: Finish
  readonly usage?: Usage
}

/** A piece of one tool call; `index` says which, `id` and `name` come with its first piece. */
export type ToolCallPart = {
  readonly index: number
  readonly id?: string
  readonly name?: string
  readonly arguments?: string
}

export type Finish = 'stop' | 'length' | 'tool_calls' | 'content_filter'

/** Tokens as the model counts them. */
export type Usage = { readonly prompt: number; readonly completion: number }

/** What goes to a model: OpenAI's body without `model`, `stream` and `stream_options`, every text already checked. */
export type ModelBody = {
  readonly messages: readonly Readonly<Record<string, unknown>>[]
} & Readonly<Record<string, unknown>>

export type ModelCall = {
  /** Id of the tool; circuit breaker, queue and budget are kept for each. */
  readonly tool: string
  readonly endpoint: Endpoint
  readonly municipality: string
  /** Who waits: a queue serves everybody in turn, not whoever asks most. */
  readonly caller: string
  readonly body: ModelBody
  /** Ends the call at the model, too. */
  readonly signal: AbortSignal
}

/**
 * Streams one answer. The last chunk carries `finish`, with `usage` if the model tells; an end without it is a failure
 * (`cut-off`). Throws `ModelFailure` and nothing else. Nothing happens before the first chunk is asked for; whoever
 * stops early (`break`, `return`) or aborts ends the call at the model.
 */
export type Models = {
  readonly stream: (call: ModelCall) => AsyncIterable<ModelChunk>
  /** Every tool asked since the start, for doctor and metrics. */
  readonly health: () => readonly ToolHealth[]
}

/** `open`: the tool rests after failures; `half-open`: the next call is a trial. */
export type Circuit = 'closed' | 'open' | 'half-open'
export type ToolHealth = {
  readonly tool: string
  readonly circuit: Circuit
  readonly running: number
  readonly waiting: number
}

/** Why a call failed. Before the first chunk some are tried again; after it none. */
export type FailureKind =
  | 'unreachable'
  | 'slow'
  | 'stalled'
  | 'cut-off'
  | 'malformed'
  | 'denied'
  | 'unknown-model'
  | 'busy'
  | 'too-long'
  | 'refused'
  | 'broken'
  | 'resting'
  | 'budget'
  | 'crowded'
  | 'no-key'
  | 'aborted'

/** A foreign failure turned into words of ours. Carries nothing of what the model sent, no address and no key. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'
  readonly kind: FailureKind
  /** Seconds after which another try is worthwhile, where known. */
  readonly retryAfter: number | undefined

  constructor(kind: FailureKind, retryAfter?: number) {
    super(kind)
    this.kind = kind
    this.retryAfter = retryAfter
  }
}

/** Tokens one municipality has used per tool and German calendar day; kept by storage so that replicas share it. */
export type Budget = {
  readonly spent: (tool: string, day: string) => Promise<number>
  readonly spend: (tool: string, day: string, tokens: number) => Promise<void>
}
