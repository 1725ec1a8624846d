import { createHmac } from 'node:crypto'

/** The secret behind pseudonyms and signed rounds: at least 32 bytes, never in the database nor in a log. */
export type LearningKey = Uint8Array

/**
 * The name under which a person's learning state is kept. Without the key nobody can tell whose it is; with key and
 * database an administrator could try every person's id (docs/datenschutz.md says so).
 */
export const pseudonymOf = (key: LearningKey, municipality: string, person: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['learner', municipality, person]))
    .digest('base64url')

/** A key for signing that cannot be turned into the one for pseudonyms, or back. */
export const signingKey = (key: LearningKey): Uint8Array => createHmac('sha256', key).update('session').digest()
