import type { Request, RequestHandler, Response } from 'express'
import { refuse } from '../api/problem.js'
import { bearerOf } from '../http/bearer.js'
import type { Doorkeeper } from '../identity/doorkeeper.js'
import type { Municipality } from './municipality.js'

type Municipalities = readonly [Municipality, ...Municipality[]]

const SIGN_IN = 'Bitte melden Sie sich an. Danach geht es hier weiter.'
const UNAVAILABLE =
  'Die Anmeldung lässt sich gerade nicht prüfen. Bitte versuchen Sie es in einer Minute noch einmal; Ihr Text bleibt stehen.'
const UNAVAILABLE_SECONDS = 10

/** Everything below /api: who asks is settled, then their own municipality answers, and no other. */
export function forPeople(municipalities: Municipalities, doorkeeper: Doorkeeper): RequestHandler {
  const byId = new Map(municipalities.map(one => [one.id, one]))
  return async (request, response, next) => {
    const who = await doorkeeper.settle(request)
    if (who.kind === 'unavailable') {
      response.set('retry-after', String(UNAVAILABLE_SECONDS))
      return refuse(response, 503, UNAVAILABLE)
    }
    const municipality = who.kind === 'person' ? byId.get(who.person.municipality) : undefined
    if (municipality) municipality.routes(request, response, next)
    else signInFirst(request, response)
  }
}

/** Says whether a token was sent at all (RFC 6750 § 3), and nothing of why it does not count. */
function signInFirst({ headers }: Request, response: Response): void {
  const sent = headers.authorization !== undefined
  response.set('www-authenticate', sent ? 'Bearer error="invalid_token"' : 'Bearer')
  refuse(response, 401, SIGN_IN)
}

/** Everything below /v1: the municipality that gave out the token. A token nobody knows is refused by the first as well as by any. */
export function forPrograms([first, ...others]: Municipalities): RequestHandler {
  return async (request, response, next) => {
    const bearer = others.length > 0 ? bearerOf(request.headers) : undefined
    const municipality = bearer === undefined ? first : await knowing(bearer, [first, ...others])
    const { routes } = municipality ?? first
    routes(request, response, next)
  }
}

async function knowing(bearer: string, municipalities: Municipalities): Promise<Municipality | undefined> {
  for (const one of municipalities) if (await one.desk.knows(bearer)) return one
  return undefined
}

/**
 * POST /api/messages: the bot whose application the token names. That is not believed but only where to ask: the bot of
 * that application checks the token in full, and takes no other audience.
 */
export function forBots(municipalities: Municipalities): RequestHandler {
  const [first, ...others] = municipalities
  const byApp = new Map(municipalities.flatMap(({ bot }) => (bot.registration ? [[bot.registration.appId, bot]] : [])))
  return async (request, response) => {
    const bot = others.length === 0 ? first.bot : byApp.get(audienceOf(bearerOf(request.headers)) ?? '')
    if (bot) await bot.endpoint(request, response)
    else response.status(401).end()
  }
}

/** The audience a token claims, unproven. */
function audienceOf(bearer: string | undefined): string | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(bearer?.split('.')[1] ?? '', 'base64url').toString('utf8'))
    const audience = typeof claims === 'object' && claims !== null && 'aud' in claims ? claims.aud : undefined
    return typeof audience === 'string' ? audience : undefined
  } catch {
    return undefined
  }
}
