import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { createAttempt, freshAttempt } from '../../../addin/sign-in/attempt.js'

// RFC 7636, appendix B.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

test('the challenge of the standard’s example', async () => {
  const bytes = [Buffer.alloc(32, 1), Buffer.alloc(32, 2), Buffer.from(VERIFIER, 'base64url')]
  const attempt = await createAttempt(
    empty => {
      empty.set(bytes.shift() ?? [])
      return empty
    },
    async given => new Uint8Array(createHash('sha256').update(given).digest()).buffer,
  )
  expect(attempt).toMatchObject({ verifier: VERIFIER, challenge: CHALLENGE })
})

test('nothing of an attempt is like anything of another, and all of it may stand in an address', async () => {
  const attempts = await Promise.all(Array.from({ length: 50 }, freshAttempt))
  const parts = attempts.flatMap(({ state, nonce, verifier, challenge }) => [state, nonce, verifier, challenge])
  expect(new Set(parts).size).toBe(200)
  expect(parts.filter(part => !/^[\w-]{43}$/.test(part))).toEqual([])
})
