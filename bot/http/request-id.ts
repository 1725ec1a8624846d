import type { RequestHandler } from 'express'

export const REQUEST_ID = 'x-request-id'

/** Gives every answer an id that also stands beside an error in the log; one sent along is not believed. */
export const requestId =
  (newId: () => string): RequestHandler =>
  (_, response, next) => {
    response.set(REQUEST_ID, newId())
    next()
  }
