import type { GuardedChunk } from '../guard-contract.js'
import type { Finish, Usage } from '../models/model.js'

/** What every object of one answer has in common; `created` in seconds. */
export type Head = { readonly id: string; readonly created: number; readonly model: string }

type Call = { readonly id: string; readonly name: string; readonly arguments: string }

/** An answer as far as it has come in. */
export type Gathered = {
  readonly text: string | undefined
  readonly refusal: string | undefined
  readonly calls: ReadonlyMap<number, Call>
  readonly finish: Finish | undefined
  readonly usage: Usage | undefined
}

export const NOTHING: Gathered = {
  text: undefined,
  refusal: undefined,
  calls: new Map(),
  finish: undefined,
  usage: undefined,
}

export function gathered(before: Gathered, { text, refusal, toolCalls, finish, usage }: GuardedChunk): Gathered {
  return {
    text: joined(before.text, text),
    refusal: joined(before.refusal, refusal),
    calls: toolCalls ? withCalls(before.calls, toolCalls) : before.calls,
    finish: finish ?? before.finish,
    usage: usage ?? before.usage,
  }
}

const joined = (before: string | undefined, more: string | undefined): string | undefined =>
  more === undefined ? before : `${before ?? ''}${more}`

function withCalls(before: Gathered['calls'], parts: NonNullable<GuardedChunk['toolCalls']>): Gathered['calls'] {
  const calls = new Map(before)
  for (const { index, id, name, arguments: piece = '' } of parts) {
    const call = calls.get(index) ?? { id: '', name: '', arguments: '' }
    calls.set(index, { id: call.id || (id ?? ''), name: call.name || (name ?? ''), arguments: call.arguments + piece })
  }
  return calls
}

/** The whole answer as one `chat.completion`. */
export function completionOf(head: Head, { text, refusal, calls, usage }: Gathered, finish: Finish) {
  const toolCalls = [...calls]
    .sort(([a], [b]) => a - b)
    .map(([index, call]) => ({
      // Some models give a call no id, but its result must name one.
      id: call.id || `call_${index}`,
      type: 'function' as const,
      function: { name: call.name, arguments: call.arguments },
    }))
  return {
    id: head.id,
    object: 'chat.completion' as const,
    created: head.created,
    model: head.model,
    choices: [
      {
        index: 0 as const,
        message: {
          role: 'assistant' as const,
          content: text ?? null,
          refusal: refusal ?? null,
          ...(toolCalls.length > 0 && { tool_calls: toolCalls }),
        },
        finish_reason: finish,
      },
    ],
    ...(usage && { usage: usageOf(usage) }),
  }
}

/** The pieces of a streamed answer. With `counted` each says that usage is still to come, as OpenAI does. */
export function chunksFor(head: Head, counted: boolean) {
  const chunk = (delta: object, finish: Finish | null = null) => ({
    ...shell(head),
    choices: [{ index: 0 as const, delta, finish_reason: finish }],
    ...(counted && { usage: null }),
  })
  return {
    start: () => chunk({ role: 'assistant', content: '' }),
    piece: ({ text, refusal, toolCalls }: GuardedChunk) =>
      text === undefined && refusal === undefined && toolCalls === undefined
        ? undefined
        : chunk({
            ...(text !== undefined && { content: text }),
            ...(refusal !== undefined && { refusal }),
            ...(toolCalls && { tool_calls: toolCalls.map(callPart) }),
          }),
    end: (finish: Finish) => chunk({}, finish),
    usage: (usage: Usage | undefined) =>
      counted && usage ? { ...shell(head), choices: [], usage: usageOf(usage) } : undefined,
  }
}

const shell = ({ id, created, model }: Head) => ({ id, object: 'chat.completion.chunk' as const, created, model })

type Part = NonNullable<GuardedChunk['toolCalls']>[number]

const callPart = ({ index, id, name, arguments: piece }: Part) => ({
  index,
  ...(id !== undefined && { id }),
  ...((id !== undefined || name !== undefined) && { type: 'function' as const }),
  function: { ...(name !== undefined && { name }), ...(piece !== undefined && { arguments: piece }) },
})

const usageOf = ({ prompt, completion }: Usage) => ({
  prompt_tokens: prompt,
  completion_tokens: completion,
  total_tokens: prompt + completion,
})
