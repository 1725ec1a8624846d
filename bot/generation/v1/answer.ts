import type { Response } from 'express'
import type { Tool } from '../../../policies/pack/tool-schema.js'
import { openEvents } from '../events.js'
import type { GuardOutcome } from '../guard-contract.js'
import { ModelFailure } from '../models/model.js'
import { chunksFor, completionOf, gathered, type Head, NOTHING } from './completion.js'
import { bodyOf, refuse, type V1Error } from './error.js'
import { BROKEN, failureError } from './outcomes.js'

export type Running = Extract<GuardOutcome, { kind: 'running' }>

export type Answering = {
  readonly head: Head
  readonly tool: Tool
  /** Told what broke in our own code, by name. */
  readonly onBroken: (error: unknown) => void
}

/** The answer in one piece, once it is complete. */
export async function answerWhole(response: Response, running: Running, answering: Answering): Promise<void> {
  try {
    let answer = NOTHING
    for await (const chunk of running.answer) {
      if (response.destroyed) return
      answer = gathered(answer, chunk)
    }
    if (answer.finish === undefined) throw new ModelFailure('cut-off')
    marked(response, running)
    response.set('cache-control', 'no-store').json(completionOf(answering.head, answer, answer.finish))
  } catch (error) {
    refuse(response, errorOf(error, answering))
  }
}

/** The answer piece by piece, as fast as the reader takes it. One that breaks ends without `[DONE]`. */
export async function answerInPieces(
  response: Response,
  running: Running,
  answering: Answering & { readonly counted: boolean },
): Promise<void> {
  const chunks = chunksFor(answering.head, answering.counted)
  const events = openEvents(response)
  const send = async (event: object | undefined): Promise<void> => {
    if (event) await events.send(JSON.stringify(event))
  }
  marked(response, running)
  try {
    await send(chunks.start())
    let answer = NOTHING
    for await (const chunk of running.answer) {
      if (response.destroyed) return
      const { finish, usage } = chunk
      answer = { ...answer, finish: finish ?? answer.finish, usage: usage ?? answer.usage }
      await send(chunks.piece(chunk))
    }
    if (answer.finish === undefined) throw new ModelFailure('cut-off')
    await send(chunks.end(answer.finish))
    await send(chunks.usage(answer.usage))
    await events.send('[DONE]')
  } catch (error) {
    await send(bodyOf(errorOf(error, answering)))
  } finally {
    events.end()
  }
}

/** Says that a model wrote it, and whether it saw placeholders. */
function marked(response: Response, { mark, conditions }: Running): void {
  if (response.destroyed || response.headersSent) return
  response.set('x-kompass-ai-generated', 'true')
  if (conditions.includes('pseudonymised')) response.set('x-kompass-pseudonymised', 'true')
  // A header takes no umlaut, and a label with another letter would be another label.
  if (mark.label !== undefined && PLAIN.test(mark.label)) response.set('x-kompass-label', mark.label)
}

const PLAIN = /^[\x20-\x7e]{1,200}$/

function errorOf(error: unknown, { tool, onBroken }: Answering): V1Error {
  if (error instanceof ModelFailure) return failureError(error, tool)
  onBroken(error)
  return BROKEN
}
