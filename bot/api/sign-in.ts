import type { RequestHandler } from 'express'
import { z } from 'zod'
import type { SignInAnswer } from '../../policies/sign-in-contract.js'
import { refuse } from './problem.js'

/** What a page knows of where it is: the tenant Teams tells it, or the id of a municipality. */
export type SignInAsked = { readonly tenant?: string | undefined; readonly kommune?: string | undefined }

/** Undefined: no municipality of this service. Rejects if the provider cannot be reached. */
export type AnswerSignIn = (asked: SignInAsked) => Promise<SignInAnswer | undefined>

const Query = z.object({ tenant: z.string().max(64).optional(), kommune: z.string().max(64).optional() })

const UNKNOWN =
  'Diese Kommune kennt der Dienst nicht. Bitte öffnen Sie die Seite über den Link, den Sie von Ihrer Verwaltung haben, oder fragen Sie, wer den Dienst betreut.'
const UNREACHABLE = 'Die Anmeldung ist gerade nicht erreichbar. Bitte versuchen Sie es in einer Minute noch einmal.'

/** GET /api/sign-in: how the page gets a token. Public: application ids and addresses are no secrets. */
export const signInRoute =
  (answer: AnswerSignIn): RequestHandler =>
  async (request, response) => {
    const asked = Query.safeParse(request.query)
    if (!asked.success) return refuse(response, 400, UNKNOWN)
    let found: SignInAnswer | undefined
    try {
      found = await answer(asked.data)
    } catch {
      return refuse(response, 503, UNREACHABLE)
    }
    if (found) response.set('cache-control', 'no-cache').json(found)
    else refuse(response, 404, UNKNOWN)
  }
