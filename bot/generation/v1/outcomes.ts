import type { Pack } from '../../../policies/pack/pack-schema.js'
import type { Tool } from '../../../policies/pack/tool-schema.js'
import { refusalText } from '../../../policies/tools/permit-texts.js'
import type { GuardOutcome } from '../guard-contract.js'
import type { FailureKind, ModelFailure } from '../models/model.js'
import { type V1Error, v1Error } from './error.js'
import { failureWords } from './failure-words.js'

/** Refused by permit: what was recognised and the lawful way on, nothing of the texts. */
export function blockedError(
  { permit, found }: Extract<GuardOutcome, { kind: 'refused' }>,
  tool: Tool,
  pack: Pack,
): V1Error {
  const { reason, rule, alternative } = permit
  const message = refusalText(permit, { tool: tool.name, tools: pack.tools, modules: pack.training.modules })
  return v1Error(400, message, { code: 'kompass_blocked', blocked: { reason, rule, kinds: found, alternative } })
}

export const HELD: V1Error = v1Error(
  503,
  'Bitte versuchen Sie es noch einmal oder mit einem kürzeren Text: Er ließ sich nicht prüfen und wurde deshalb nicht gesendet.',
  { code: 'kompass_held' },
)

export const BROKEN: V1Error = v1Error(500, 'Das hat gerade nicht geklappt. Bitte versuchen Sie es noch einmal.')

export function failureError(failure: ModelFailure, tool: Tool): V1Error {
  const [status, code] = FAILURES[failure.kind]
  const retryAfter = failure.retryAfter ?? (status === 429 ? A_WHILE : undefined)
  return v1Error(status, failureWords(failure, tool.name), { code, retryAfter })
}

/** Seconds to wait where nobody knows better. */
const A_WHILE = 30

const FAILURES: Readonly<Record<FailureKind, readonly [status: number, code: string]>> = {
  unreachable: [502, 'upstream_unreachable'],
  broken: [502, 'upstream_error'],
  malformed: [502, 'upstream_error'],
  'cut-off': [502, 'upstream_cut_off'],
  'unknown-model': [502, 'upstream_unknown_model'],
  denied: [502, 'upstream_denied'],
  'no-key': [502, 'upstream_denied'],
  slow: [504, 'upstream_timeout'],
  stalled: [504, 'upstream_timeout'],
  busy: [429, 'rate_limit_exceeded'],
  resting: [429, 'rate_limit_exceeded'],
  crowded: [429, 'rate_limit_exceeded'],
  budget: [429, 'insufficient_quota'],
  'too-long': [400, 'context_length_exceeded'],
  refused: [400, 'upstream_refused'],
  aborted: [499, 'aborted'],
}
