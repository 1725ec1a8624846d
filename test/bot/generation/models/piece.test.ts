import { expect, test } from '@jest/globals'
import { readPiece } from '../../../../bot/generation/models/piece.js'

const NOW = new Date('2026-11-25T09:00:00Z')
const none = { chunk: undefined, finish: undefined, usage: undefined, characters: 0 }
const withDelta = (delta: unknown, finish?: unknown) => ({ choices: [{ index: 0, delta, finish_reason: finish }] })

test.each<{ why: string; event: unknown; piece: object }>([
  { why: 'text', event: withDelta({ content: 'Hallo' }, null), piece: { chunk: { text: 'Hallo' }, characters: 5 } },
  { why: 'only a role', event: withDelta({ role: 'assistant', content: '' }), piece: {} },
  { why: "Azure's first word", event: { choices: [], prompt_filter_results: [] }, piece: {} },
  { why: 'nothing for us', event: { object: 'ping' }, piece: {} },
  { why: 'no list', event: { choices: null, usage: null, error: null }, piece: {} },
  { why: 'a refusal', event: withDelta({ refusal: 'Nein.' }), piece: { chunk: { refusal: 'Nein.' }, characters: 5 } },
  { why: 'a thought', event: withDelta({ reasoning: 'Hm' }), piece: { characters: 2 } },
  {
    why: 'a call begins',
    event: withDelta({ tool_calls: [{ index: 1, id: 'c', type: 'function', function: { name: 'f', arguments: '' } }] }),
    piece: { chunk: { toolCalls: [{ index: 1, id: 'c', name: 'f' }] }, characters: 1 },
  },
  {
    why: 'a call goes on',
    event: withDelta({ tool_calls: [{ index: 1, function: { arguments: '{"a' } }] }),
    piece: { chunk: { toolCalls: [{ index: 1, arguments: '{"a' }] }, characters: 3 },
  },
  {
    why: 'calls without index count in order',
    event: withDelta({ tool_calls: [{ id: 'a' }, { id: 'b' }] }),
    piece: {
      chunk: {
        toolCalls: [
          { index: 0, id: 'a' },
          { index: 1, id: 'b' },
        ],
      },
    },
  },
  { why: 'the end', event: withDelta({}, 'stop'), piece: { finish: 'stop' } },
  { why: 'too long', event: withDelta({}, 'length'), piece: { finish: 'length' } },
  { why: 'filtered', event: withDelta(null, 'content_filter'), piece: { finish: 'content_filter' } },
  { why: 'an end by another name', event: withDelta({}, 'eos_token'), piece: { finish: 'stop' } },
  {
    why: 'an empty reason is none',
    event: withDelta({ content: 'a' }, ''),
    piece: { chunk: { text: 'a' }, characters: 1 },
  },
  {
    why: 'a count',
    event: { choices: [], usage: { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 } },
    piece: { usage: { prompt: 3, completion: 4 } },
  },
  { why: 'a wrong count is none', event: { usage: { prompt_tokens: -3, completion_tokens: 4 } }, piece: {} },
  { why: 'half a count is none', event: { usage: { prompt_tokens: 3 } }, piece: {} },
])('reads $why', ({ event, piece }) => {
  expect(readPiece(JSON.stringify(event), NOW)).toEqual({ ...none, ...piece })
})

function failureOf(reads: () => unknown): unknown {
  try {
    return reads()
  } catch (failure) {
    return failure
  }
}

test.each<{ why: string; data: string; kind: string }>([
  { why: 'no JSON', data: '<html>', kind: 'malformed' },
  { why: 'no object', data: '7', kind: 'malformed' },
  { why: 'text that is a number', data: JSON.stringify(withDelta({ content: 7 })), kind: 'malformed' },
  { why: 'a call far out', data: JSON.stringify(withDelta({ tool_calls: [{ index: 1e9 }] })), kind: 'malformed' },
  { why: 'an error', data: '{"error":{"message":"x"}}', kind: 'broken' },
  { why: 'an error as text', data: '{"error":"x"}', kind: 'broken' },
  { why: 'an error with its status', data: '{"error":{"code":429}}', kind: 'busy' },
  { why: 'an error with its status as text', data: '{"error":{"code":"401"}}', kind: 'denied' },
  { why: 'an error with a name', data: '{"error":{"code":"context_length_exceeded"}}', kind: 'too-long' },
])('$why → $kind', ({ data, kind }) => {
  expect(failureOf(() => readPiece(data, NOW))).toMatchObject({ name: 'ModelFailure', kind })
})
