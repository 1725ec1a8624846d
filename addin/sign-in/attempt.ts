/**
 * What one attempt to sign in is recognised by (RFC 7636 and OpenID Connect): `state` says that an answer is ours, `nonce` that
 * the identity in it is, and who knows the `verifier` to the `challenge` may exchange the code.
 */
export type Attempt = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly challenge: string
}

/** 256 bits each: nobody guesses them, and none says anything about another. */
const BYTES = 32

/** `random` fills as many bytes as it is given; `sha256` is that of the browser. */
export async function createAttempt(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array,
  sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>,
): Promise<Attempt> {
  const [state, nonce, verifier] = [BYTES, BYTES, BYTES].map(length => base64url(random(new Uint8Array(length))))
  if (state === undefined || nonce === undefined || verifier === undefined) throw new Error('three of three')
  const challenge = base64url(new Uint8Array(await sha256(new TextEncoder().encode(verifier))))
  return { state, nonce, verifier, challenge }
}

/** With the randomness of the browser. */
export const freshAttempt = (): Promise<Attempt> =>
  createAttempt(
    bytes => crypto.getRandomValues(bytes),
    bytes => crypto.subtle.digest('SHA-256', bytes),
  )

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
