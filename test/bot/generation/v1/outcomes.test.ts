import { describe, expect, test } from '@jest/globals'
import { type FailureKind, ModelFailure } from '../../../../bot/generation/models/model.js'
import { bodyOf } from '../../../../bot/generation/v1/error.js'
import { blockedError, failureError } from '../../../../bot/generation/v1/outcomes.js'
import { byId } from '../../../support/small-pack.js'
import { PACK } from './host.js'

const TOOL = byId(PACK.tools, 'mucgpt')

describe('a failure of the model has its status', () => {
  test.each<{ kind: FailureKind; status: number; code: string }>([
    { kind: 'unreachable', status: 502, code: 'upstream_unreachable' },
    { kind: 'broken', status: 502, code: 'upstream_error' },
    { kind: 'malformed', status: 502, code: 'upstream_error' },
    { kind: 'cut-off', status: 502, code: 'upstream_cut_off' },
    { kind: 'unknown-model', status: 502, code: 'upstream_unknown_model' },
    { kind: 'denied', status: 502, code: 'upstream_denied' },
    { kind: 'no-key', status: 502, code: 'upstream_denied' },
    { kind: 'slow', status: 504, code: 'upstream_timeout' },
    { kind: 'stalled', status: 504, code: 'upstream_timeout' },
    { kind: 'busy', status: 429, code: 'rate_limit_exceeded' },
    { kind: 'resting', status: 429, code: 'rate_limit_exceeded' },
    { kind: 'crowded', status: 429, code: 'rate_limit_exceeded' },
    { kind: 'budget', status: 429, code: 'insufficient_quota' },
    { kind: 'too-long', status: 400, code: 'context_length_exceeded' },
    { kind: 'refused', status: 400, code: 'upstream_refused' },
  ])('$kind: $status', ({ kind, status, code }) => {
    const error = failureError(new ModelFailure(kind), TOOL)
    expect(error).toMatchObject({ status, code, param: null })
    expect(error.message).toContain('MUCGPT')
    // Whoever is to wait is told how long.
    expect(error.retryAfter !== undefined).toBe(status === 429)
    expect(failureError(new ModelFailure(kind, 7), TOOL).retryAfter).toBe(7)
  })
})

test('what is blocked says reason, rule, kinds and the way on in OpenAI’s shape', () => {
  const error = blockedError(
    {
      kind: 'refused',
      permit: {
        kind: 'refused',
        data: 'D2',
        reason: 'procedure',
        rule: 'personenbezogene-daten',
        lacks: [],
        alternative: { tool: 'mucgpt', replacing: true },
      },
      found: [{ kind: 'IBAN', count: 2 }],
    },
    TOOL,
    PACK,
  )
  expect(error.status).toBe(400)
  expect(bodyOf(error)).toEqual({
    error: {
      message: expect.stringContaining('durch Platzhalter'),
      type: 'invalid_request_error',
      param: null,
      code: 'kompass_blocked',
      kompass: {
        reason: 'procedure',
        rule: 'personenbezogene-daten',
        kinds: [{ kind: 'IBAN', count: 2 }],
        alternative: { tool: 'mucgpt', replacing: true },
      },
    },
  })
})
