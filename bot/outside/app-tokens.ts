import { X509Certificate } from 'node:crypto'
import { ConfidentialClientApplication, type Configuration } from '@azure/msal-node'
import type { BotRegistration, Credential } from '../identity/municipality-settings.js'
import { msalNetwork } from './msal-network.js'

/**
 * A token for an application in its own name, e.g. for `https://graph.microsoft.com/.default`; kept as long as it is
 * valid. Throws if there is none: wrong or expired secret, permission missing, Microsoft out of reach.
 */
export type AppTokens = (scope: string) => Promise<string>

/** The library keeps tokens, too, and renews them minutes before they end, but looking one up takes it a good part of an answer. */
const KEPT_MS = 60_000

/** @param login where applications sign in; only tests give another than Microsoft's */
export function createAppTokens(
  { appId, tenant, credential }: BotRegistration,
  fetch: typeof globalThis.fetch,
  login = 'https://login.microsoftonline.com',
): AppTokens {
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: appId,
      authority: `${login}/${tenant}`,
      // Named, it is believed without asking Microsoft for a list of such places first.
      knownAuthorities: [new URL(login).host],
      ...proofOf(credential),
    },
    system: { networkClient: msalNetwork(fetch) },
  })
  const kept = new Map<string, { readonly token: string; readonly until: number }>()
  return async scope => {
    const known = kept.get(scope)
    if (known && performance.now() < known.until) return known.token
    const token = await client.acquireTokenByClientCredential({ scopes: [scope] })
    if (!token) throw new Error('no token')
    kept.set(scope, { token: token.accessToken, until: performance.now() + KEPT_MS })
    return token.accessToken
  }
}

function proofOf(credential: Credential): Partial<Configuration['auth']> {
  if (credential.kind === 'secret') return { clientSecret: credential.secret }
  const { certificate, privateKey } = credential
  const { fingerprint256 } = new X509Certificate(certificate)
  return { clientCertificate: { thumbprintSha256: fingerprint256.replaceAll(':', ''), privateKey, x5c: certificate } }
}
