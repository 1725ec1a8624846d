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
  if (status === undefined || status < 400 || status >= 500) return undefined
  const [code, message] = WORDS[status] ?? UNREADABLE
  return v1Error(status, message, { code })
}

const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined

type Words = readonly [code: string, message: string]

const UNREADABLE: Words = [
  'unreadable_request',
  'Diese Anfrage ist nicht lesbar. Bitte senden Sie ein JSON-Objekt in UTF-8.',
]

const WORDS: Readonly<Record<number, Words>> = {
  413: ['request_too_large', 'Bitte senden Sie weniger auf einmal: Eine Anfrage darf höchstens 2 MB groß sein.'],
  415: ['unsupported_media_type', 'Bitte senden Sie JSON mit „Content-Type: application/json“ in UTF-8.'],
}
