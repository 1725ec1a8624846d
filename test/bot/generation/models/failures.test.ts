import { expect, test } from '@jest/globals'
import { failureOfReply } from '../../../../bot/generation/models/failures.js'

const NOW = new Date('2026-11-25T09:00:00Z')

test.each([
  { why: 'vLLM', status: 400, text: "This model's maximum context length is 4096 tokens", kind: 'too-long' },
  { why: 'llama.cpp', status: 400, text: 'the request exceeds the available context size', kind: 'too-long' },
  { why: 'TGI', status: 422, text: '`inputs` tokens + `max_new_tokens` must be <= 4096', kind: 'too-long' },
  { why: 'LiteLLM', status: 400, text: 'litellm.ContextWindowExceededError', kind: 'too-long' },
  { why: 'a server that calls it an error of its own', status: 500, text: 'context_length_exceeded', kind: 'too-long' },
  { why: "Azure's filter", status: 400, text: '{"error":{"code":"content_filter"}}', kind: 'refused' },
  { why: 'not paid', status: 402, text: '', kind: 'denied' },
  { why: 'a redirect', status: 302, text: '', kind: 'malformed' },
  { why: 'the server gave up reading', status: 408, text: '', kind: 'slow' },
  { why: 'overloaded', status: 529, text: '', kind: 'broken' },
])('a reply of $status ($why) → $kind', ({ status, text, kind }) => {
  expect(failureOfReply({ status, text, headers: new Headers() }, NOW).kind).toBe(kind)
})
