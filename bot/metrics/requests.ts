import type { Request, RequestHandler } from 'express'
import type { Metrics } from './metrics.js'

/** Counts each request once it is over, by the template of its route; the address itself may hold an id. */
export function countRequests({ request: count }: Pick<Metrics, 'request'>): RequestHandler {
  return (request, response, next) => {
    response.once('close', () => count(templateOf(request), response.statusCode))
    next()
  }
}

function templateOf({ method, baseUrl, route }: Request): string {
  const path: unknown = route?.path
  return typeof path === 'string' ? `${method} ${baseUrl}${path}` : `${method} ?`
}
