import { ApiProblem, CheckRequest, CheckResponse, FalseAlarm, PackView } from '../../policies/contract.js'
import { GenerateEvent, GenerateRefusal, GenerateRequest, ToolsView } from '../../policies/generation-contract.js'
import { ChatRequest } from '../generation/v1/request.js'
import type { Door } from '../identity/access.js'
import { V1_RESPONSES } from './openapi-v1.js'

/** What is sent and what comes back, under the names of the contract. */
export const REQUESTS = { CheckRequest, FalseAlarm, GenerateRequest, ChatRequest }
export const RESPONSES = {
  ApiProblem,
  CheckResponse,
  PackView,
  ToolsView,
  GenerateEvent,
  GenerateRefusal,
  ...V1_RESPONSES,
}

type Body = { readonly schema: keyof typeof RESPONSES; readonly type?: 'text/event-stream' }
export type Answer = { readonly description: string; readonly bodies?: readonly Body[] }

export type Operation = {
  readonly door: Door
  readonly summary: string
  readonly description?: string
  readonly request?: keyof typeof REQUESTS
  readonly answers: Readonly<Record<string, Answer>>
}

const problem = (description: string): Answer => ({ description, bodies: [{ schema: 'ApiProblem' }] })
const v1Error = (description: string): Answer => ({ description, bodies: [{ schema: 'V1Error' }] })
const refusal = (description: string): Answer => ({ description, bodies: [{ schema: 'GenerateRefusal' }] })

const NOT_YOURS = problem('Not for whoever asks')
const NO_JSON = problem('The body is not declared as application/json')

/** What other programs and the page use. Whether a person or a program may use it is in the table of doors. */
export const OPERATIONS: readonly Operation[] = [
  {
    door: 'POST /api/check',
    summary: 'What a text holds, and whether it may go into a tool',
    description: 'Offsets are UTF-16 units of the text sent. The text is not sent back, logged or stored.',
    request: 'CheckRequest',
    answers: {
      200: { description: 'Checked; `verdict` says what to do', bodies: [{ schema: 'CheckResponse' }] },
      400: problem('The request does not fit, or the tool is not known'),
      403: NOT_YOURS,
      413: problem('The text is too long'),
      415: NO_JSON,
      503: problem('The text could not be checked, so it must not be used'),
    },
  },
  {
    door: 'POST /api/false-alarm',
    summary: 'Somebody took a finding for none; kind and rule are counted',
    description:
      'There is no field for the text or for who reports. A pair of kind and rule the pack does not know is refused.',
    request: 'FalseAlarm',
    answers: {
      204: { description: 'Counted' },
      400: problem('The request does not fit, or the kind does not belong to this rule'),
      403: NOT_YOURS,
      413: problem('The body is too large'),
      415: NO_JSON,
    },
  },
  {
    door: 'GET /api/pack',
    summary: 'What the check in the browser needs of the municipality’s rules',
    answers: {
      200: { description: 'With an ETag', bodies: [{ schema: 'PackView' }] },
      304: { description: 'Unchanged since the ETag in If-None-Match' },
      403: NOT_YOURS,
    },
  },
  {
    door: 'GET /api/tools',
    summary: 'The tools of the municipality, what the person who asks still lacks for each, and the purposes',
    answers: { 200: { description: 'Never cached', bodies: [{ schema: 'ToolsView' }] }, 403: NOT_YOURS },
  },
  {
    door: 'POST /api/generate',
    summary: 'A person’s request to a model',
    description:
      'Texts come with placeholders already in; what is still recognised here is refused, never replaced. Closing the connection ends the call to the model.',
    request: 'GenerateRequest',
    answers: {
      200: {
        description:
          'Server-sent events, each `data:` line one GenerateEvent: first `start`, then `text` in pieces cut anywhere, at last `end` or `failed`. Without one of these two the answer was cut off.',
        bodies: [{ schema: 'GenerateEvent', type: 'text/event-stream' }],
      },
      400: problem('The request does not fit'),
      403: {
        description: 'Refused, with reason, rule and the nearest lawful way; or not for whoever asks',
        bodies: [{ schema: 'GenerateRefusal' }, { schema: 'ApiProblem' }],
      },
      404: refusal('No such tool or purpose'),
      413: {
        description: 'Longer than the contract or the model allows',
        bodies: [{ schema: 'ApiProblem' }, { schema: 'GenerateRefusal' }],
      },
      415: NO_JSON,
      429: refusal('The model is busy, the queue is full or the budget of the day is used up'),
      502: refusal('The model did not answer as it should'),
      503: refusal('The text could not be checked, or the model rests after failures'),
      504: refusal('The model was too slow'),
    },
  },
  {
    door: 'GET /v1/models',
    summary: 'The tools of the token that have a model and are approved today',
    answers: {
      200: { description: 'Each as `<tool>` and as `<tool>/<purpose>`', bodies: [{ schema: 'ModelList' }] },
      401: v1Error('No token, or one that is unknown, expired or revoked'),
      429: v1Error('More calls than the token may make in a minute; Retry-After says when'),
    },
  },
  {
    door: 'GET /v1/models/{*id}',
    summary: 'One of them',
    answers: {
      200: { description: 'It is there', bodies: [{ schema: 'Model' }] },
      401: v1Error('No token, or one that is unknown, expired or revoked'),
      404: v1Error('`model_not_found`: not there for this token, or not approved today'),
      429: v1Error('More calls than the token may make in a minute; Retry-After says when'),
    },
  },
  {
    door: 'POST /v1/chat/completions',
    summary: 'A request of another program to a model, checked like that of a person',
    description:
      'OpenAI’s shape with a closed list of fields: any other is refused with 400 and named in `param`. Every text in it is checked.',
    request: 'ChatRequest',
    answers: {
      200: {
        description: 'The answer; with `stream` as chunks, at last `data: [DONE]`. Without it the answer was cut off.',
        bodies: [{ schema: 'ChatCompletion' }, { schema: 'ChatCompletionChunk', type: 'text/event-stream' }],
      },
      400: v1Error(
        'A field that does not fit (`param` names it), `context_length_exceeded`, or `kompass_blocked`: nothing was sent',
      ),
      401: v1Error('No token, or one that is unknown, expired or revoked'),
      404: v1Error('`model_not_found`: not there for this token, or not approved today'),
      413: v1Error('The body is too large'),
      429: v1Error('Too many calls, the model is busy, or the budget of the day is used up; see Retry-After'),
      502: v1Error('The model did not answer as it should'),
      503: v1Error('`kompass_held`: the texts could not be checked, nothing was sent'),
      504: v1Error('The model was too slow'),
    },
  },
]
