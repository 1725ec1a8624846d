import type { Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import type { ApiProblem } from '../../policies/contract.js'
import { LONGEST_CHECKED } from '../../policies/contract.js'

/** Refuses a request of the API: what is wrong and what to do, in German. Nothing of what was sent is repeated. */
export function refuse(response: Response, status: number, problem: string): void {
  const body: z.infer<typeof ApiProblem> = { problem }
  response.status(status).set('cache-control', 'no-store').json(body)
}

export const TOO_LONG = `Der Text ist zu lang. Hier gehen höchstens ${LONGEST_CHECKED.toLocaleString('de-DE')} Zeichen; längere Texte prüft die Seite „Text prüfen“ im Browser.`

const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'Diese Anfrage ist nicht lesbar. Bitte senden Sie ein JSON-Objekt in UTF-8.',
  413: TOO_LONG,
  415: 'Bitte senden Sie JSON mit „Content-Type: application/json“ in UTF-8.',
}

/** A failure before or inside a route of the API, in words. */
export const problemOf = (status: number): string =>
  BY_STATUS[status] ??
  (status >= 500
    ? 'Das hat gerade nicht geklappt. Bitte versuchen Sie es noch einmal.'
    : 'Diese Anfrage ist nicht möglich.')

const METHODS: Readonly<Record<string, string>> = {
  '/check': 'POST',
  '/false-alarm': 'POST',
  '/pack': 'GET',
  '/pane-key': 'GET',
  '/chat': 'POST',
  '/rules': 'GET',
  '/learning': 'GET',
  '/learning/lesson': 'POST',
  '/learning/start': 'POST',
  '/learning/answer': 'POST',
  '/learning/pause': 'POST',
  '/learning/reminder': 'POST',
  '/me': 'GET, DELETE',
  '/proofs': 'POST',
  '/proofs.csv': 'GET',
  '/statistics': 'GET',
  '/tools': 'GET',
  '/generate': 'POST',
  '/usage': 'GET',
  '/sign-in': 'GET',
}

/** What no route of the API took: another method, or an address that does not exist. The chat answers for itself. */
export const unknownApi: RequestHandler = ({ path }: Request, response, next) => {
  const method = METHODS[path]
  if (path === '/messages') next()
  else if (method === undefined)
    refuse(response, 404, 'Diese Adresse gibt es nicht. Welche es gibt, steht in der README unter HTTP.')
  else {
    response.set('allow', method)
    refuse(response, 405, `Diese Adresse nimmt nur ${method} an.`)
  }
}
