import { createHmac, timingSafeEqual } from 'node:crypto'
import { Session } from '../../policies/training/index.js'

/**
 * A round under way as text for a card or page: signed, so that it can be neither changed nor used by anybody else, and
 * nothing about it has to be stored. Not encrypted: it holds ids and how many answers were right so far.
 */
export function writeSession(session: Session, key: Uint8Array, pseudonym: string): string {
  const body = Buffer.from(JSON.stringify(session)).toString('base64url')
  return `${body}.${macOf(body, key, pseudonym).toString('base64url')}`
}

/** Undefined if it was not written by us for this learner. */
export function readSession(token: string, key: Uint8Array, pseudonym: string): Session | undefined {
  const [body = '', mac = '', ...rest] = token.split('.')
  const expected = macOf(body, key, pseudonym)
  const given = Buffer.from(mac, 'base64url')
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return Session.safeParse(jsonIn(Buffer.from(body, 'base64url').toString('utf8'))).data
}

/** Undefined for what is no JSON: an older version of the service may have signed other things. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const macOf = (body: string, key: Uint8Array, pseudonym: string): Buffer =>
  createHmac('sha256', key).update(`${pseudonym}.${body}`).digest()
