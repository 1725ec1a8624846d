import { type FailureKind, ModelFailure } from './model.js'
import { retryAfterOf } from './retry-after.js'

/** A reply that is no answer: its status, headers and the beginning of what it says. */
export type Refusal = { readonly status: number; readonly headers: Headers; readonly text: string }

/** What a failed status means. What the reply says is looked at, never kept: it may quote key or prompt. */
export function failureOfReply({ status, headers, text }: Refusal, now: Date): ModelFailure {
  return new ModelFailure(kindOf(status, text.toLowerCase()), retryAfterOf(headers, now))
}

/** Something was thrown while a model was asked or answered; `begun` says whether something of the answer was there. */
export function failureOfError(error: unknown, cause: FailureKind | undefined, begun: boolean): ModelFailure {
  if (cause !== undefined) return new ModelFailure(cause)
  const own = ownFailure(error)
  if (own !== undefined) return own
  return new ModelFailure(begun ? 'cut-off' : 'unreachable')
}

/** Ours, or ours as the cause of what the client made of it. */
function ownFailure(error: unknown): ModelFailure | undefined {
  if (error instanceof ModelFailure) return error
  return error instanceof Error && error.cause instanceof ModelFailure ? error.cause : undefined
}

/** How OpenAI, Azure, vLLM, llama.cpp, TGI, LiteLLM and others say that a text does not fit. */
const TOO_LONG = [
  'context_length',
  'context length',
  'context size',
  'context window',
  'contextwindow',
  'maximum context',
  'prompt is too long',
  'max_new_tokens',
  'too many tokens',
]
/** The account is used up: waiting a minute does not help, whatever the status says. */
const USED_UP = ['insufficient_quota', 'billing_hard_limit']

function kindOf(status: number, text: string): FailureKind {
  const says = (words: readonly string[]): boolean => words.some(word => text.includes(word))
  if (status < 400) return 'malformed'
  if (status === 401 || status === 402 || status === 403) return 'denied'
  if (status === 404) return 'unknown-model'
  if (status === 408) return 'slow'
  if (status === 413) return 'too-long'
  if (status === 429) return says(USED_UP) ? 'denied' : 'busy'
  if (says(TOO_LONG)) return 'too-long'
  return status >= 500 ? 'broken' : 'refused'
}
