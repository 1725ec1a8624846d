import { createRestorer, type PlaceholderMap, type Restorer } from '../../policies/protect/index.js'
import type { GuardedChunk } from './guard-contract.js'
import type { ModelChunk, ToolCallPart } from './models/model.js'
import { createJsonRestorer, type JsonRestorer } from './restore-json.js'

/** Puts the values back into an answer while it comes in: text, refusal, and the arguments of every tool call. */
export async function* restoring(
  answer: AsyncIterable<ModelChunk>,
  map: PlaceholderMap,
): AsyncGenerator<GuardedChunk, void, undefined> {
  if (map.size === 0) {
    yield* answer
    return
  }
  const text = createRestorer(map)
  // A model that refuses is rare, and a restorer is not free while somebody waits for a first word.
  let refusal: Restorer | undefined
  const calls = new Map<number, JsonRestorer>()
  const callFor = (index: number): JsonRestorer => {
    const known = calls.get(index) ?? createJsonRestorer(map)
    calls.set(index, known)
    return known
  }
  const flush = (): GuardedChunk => ({
    ...piece('text', text.end().text),
    ...piece('refusal', refusal?.end().text ?? ''),
    ...callsOf([...calls].map(([index, call]) => ({ index, arguments: call.end() }))),
  })
  for await (const chunk of answer) {
    const { finish, usage } = chunk
    if (chunk.refusal !== undefined) refusal ??= createRestorer(map)
    const restored: GuardedChunk = {
      ...pushed('text', chunk.text, text),
      ...(refusal ? pushed('refusal', chunk.refusal, refusal) : {}),
      ...callsOf((chunk.toolCalls ?? []).map(part => inCall(part, callFor))),
    }
    if (finish === undefined) {
      if (Object.keys(restored).length > 0 || usage) yield { ...restored, ...(usage && { usage }) }
      continue
    }
    // What was held back goes out before the end is said.
    if (Object.keys(restored).length > 0) yield restored
    const rest = flush()
    if (Object.keys(rest).length > 0) yield rest
    yield { finish, ...(usage && { usage }) }
  }
}

type Spoken = 'text' | 'refusal'

const piece = (key: Spoken, value: string): GuardedChunk => (value === '' ? {} : { [key]: value })

const pushed = (key: Spoken, value: string | undefined, restorer: Restorer): GuardedChunk =>
  value === undefined ? {} : piece(key, restorer.push(value))

function inCall(part: ToolCallPart, callFor: (index: number) => JsonRestorer): ToolCallPart {
  return part.arguments === undefined ? part : { ...part, arguments: callFor(part.index).push(part.arguments) }
}

/** Pieces that say nothing yet are left out, unless they carry id or name. */
function callsOf(parts: readonly ToolCallPart[]): GuardedChunk {
  const toolCalls = parts.filter(part => part.arguments !== '' || part.id !== undefined || part.name !== undefined)
  return toolCalls.length > 0 ? { toolCalls } : {}
}
