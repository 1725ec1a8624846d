import express, { type Request, type Response } from 'express'
import { type V1Error, v1Error } from './error.js'

/** A history of 500 long messages fits; more is no text anybody could check in a moment. */
const LARGEST = '2mb'

const parse = express.json({ limit: LARGEST, type: 'application/json' })

/** The body as JSON. Rejects with what `readError` puts into words. */
export async function jsonBody(request: Request, response: Response): Promise<unknown> {
  if (!request.is('application/json')) throw new NotJson()
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)))
  })
  return request.body
}

class NotJson extends Error {
  readonly status = 415
}

/** What is wrong with a body that could not be read; undefined if the trouble is ours. */
export function readError(error: unknown): V1Error | undefined {
  const status = statusOf(error)
  return status !== undefined && status >= 400 && status < 500
    ? v1Error(status, WORDS[status] ?? UNREADABLE)
    : undefined
}

const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined

const UNREADABLE = 'Diese Anfrage ist nicht lesbar. Bitte senden Sie ein JSON-Objekt in UTF-8.'

const WORDS: Readonly<Record<number, string>> = {
  413: 'Bitte senden Sie weniger auf einmal: Eine Anfrage darf höchstens 2 MB groß sein.',
  415: 'Bitte senden Sie JSON mit „Content-Type: application/json“ in UTF-8.',
}
