import type { RequestHandler } from 'express'
import { z } from 'zod'
import type { SignInDesk } from '../identity/sign-in-answer.js'
import { refuse } from './problem.js'

const Asked = z.object({ tenant: z.string().max(64).optional(), kommune: z.string().max(64).optional() })

const UNKNOWN =
  'Diese Kommune kennt der Dienst nicht. Bitte öffnen Sie die Seite über den Link, den Sie von Ihrer Verwaltung haben, oder fragen Sie, wer den Dienst betreut.'

/** GET /api/sign-in: how the page gets a token. Public: application ids and addresses are no secrets. */
export const signInRoute =
  (desk: SignInDesk): RequestHandler =>
  async (request, response) => {
    const asked = Asked.safeParse(request.query)
    if (!asked.success) return refuse(response, 400, UNKNOWN)
    const answered = await desk(asked.data)
    switch (answered.kind) {
      case 'answer':
        response.set('cache-control', 'no-cache').json(answered.answer)
        return
      case 'unknown':
        return refuse(response, 404, UNKNOWN)
      case 'unavailable':
        return refuse(response, 503, answered.problem)
    }
  }
