import { z } from 'zod'
import { ApiProblem } from '../../policies/contract.js'

// zod would try to compile code; the page's content security policy refuses that, so it need not try.
z.config({ jitless: true })

/** Longer than any answer takes to arrive over a slow line. */
const PATIENCE = 20_000

/** Why there is no answer: no line, not let in, what the service says is wrong, or an answer of no known form. */
export type Failure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly message: string | undefined }
  | { readonly kind: 'problem'; readonly message: string }
  | { readonly kind: 'strange' }
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure }

/** The proof of who asks; undefined if there is none. `refused`: this one was not taken, another is wanted. */
export type Sign = (refused?: { readonly token: string | undefined }) => Promise<string | undefined>

export type Call = {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly body?: unknown
  readonly signal?: AbortSignal
  /** For answers that come bit by bit: whoever reads them watches the time, through `signal`. */
  readonly streamed?: boolean
}
/** Sends and gives back whatever comes; rejects if nothing does. */
export type Reach = (path: string, call?: Call) => Promise<Response>
export type Send = (path: string, call?: Call) => Promise<Result<Response>>

/** Sends to our own service and to nobody else. `unaccepted` hears of the answer when even a new token was not taken. */
export function createReach(sign: Sign, unaccepted: (response: Response) => void = () => {}): Reach {
  return async (path, call = {}) => {
    const token = await sign()
    const first = await fetchOnce(path, call, token)
    if (first.status !== 401) return first
    // A token lives an hour; a page may stay open all day.
    const renewed = await sign({ token })
    if (renewed === undefined) return first
    const second = await fetchOnce(path, call, renewed)
    if (second.status === 401) unaccepted(second)
    return second
  }
}

/** The same, with everything but success as a failure to be shown. */
export function sendOver(reach: Reach): Send {
  return async (path, call) => {
    try {
      const response = await reach(path, call)
      return response.ok ? { ok: true, value: response } : { ok: false, failure: await failureOf(response) }
    } catch {
      return { ok: false, failure: { kind: 'offline' } }
    }
  }
}

function fetchOnce(path: string, call: Call, token: string | undefined): Promise<Response> {
  const { method = 'GET', body, signal, streamed = false } = call
  const signals = [...(signal ? [signal] : []), ...(streamed ? [] : [AbortSignal.timeout(PATIENCE)])]
  return fetch(path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.any(signals),
  })
}

async function failureOf(response: Response): Promise<Failure> {
  const body: unknown = await response.json().catch(() => undefined)
  return failureFrom(response.status, ApiProblem.safeParse(body).data?.problem)
}

export function failureFrom(status: number, message: string | undefined): Failure {
  if (status === 401 || status === 403) return { kind: 'refused', message }
  return message === undefined ? { kind: 'strange' } : { kind: 'problem', message }
}

/** Asks for something whose form the contract knows. */
export async function ask<Schema extends z.ZodType>(
  send: Send,
  schema: Schema,
  path: string,
  call?: Call,
): Promise<Result<z.infer<Schema>>> {
  const sent = await send(path, call)
  if (!sent.ok) return sent
  const body: unknown = await sent.value.json().catch(() => undefined)
  const read = schema.safeParse(body)
  return read.success ? { ok: true, value: read.data } : { ok: false, failure: { kind: 'strange' } }
}

/** Tells the service something; there is nothing to read in the answer. */
export async function tell(send: Send, path: string, body: unknown): Promise<Result<undefined>> {
  const sent = await send(path, { method: 'POST', body })
  return sent.ok ? { ok: true, value: undefined } : sent
}
