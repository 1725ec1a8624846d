import type { EntraSignIn } from './municipality-settings.js'

/**
 * Where Microsoft Entra ID is and how it signs itself. Its addresses are fixed, so nothing has to be asked before a token is
 * checked. Both forms of access tokens occur: an application gets version 1 unless its manifest asks for 2.
 */
export type Entra = {
  readonly issuersOf: (tenant: string) => readonly [v2: string, v1: string]
  /** Where the keys are published, for the version an issuer stands for. */
  readonly keysOf: (tenant: string, issuer: string) => string
  readonly endpointsOf: (tenant: string) => { readonly authorizationEndpoint: string; readonly tokenEndpoint: string }
}

/** @param login where people sign in and keys are published; only tests give another than Microsoft's. */
export function entraAt(login = 'https://login.microsoftonline.com'): Entra {
  const issuersOf = (tenant: string) =>
    [`https://login.microsoftonline.com/${tenant}/v2.0`, `https://sts.windows.net/${tenant}/`] as const
  return {
    issuersOf,
    keysOf: (tenant, issuer) =>
      issuer === issuersOf(tenant)[0] ? `${login}/${tenant}/discovery/v2.0/keys` : `${login}/${tenant}/discovery/keys`,
    endpointsOf: tenant => ({
      authorizationEndpoint: `${login}/${tenant}/oauth2/v2.0/authorize`,
      tokenEndpoint: `${login}/${tenant}/oauth2/v2.0/token`,
    }),
  }
}

/** Pages and chat know a person by the same object id, so that both find the same learning state. */
export const entraPersonId = (objectId: string): string => `entra:${objectId.toLowerCase()}`

/** The scope as Entra wants it asked for, behind the address of the application. */
export function fullScope({ audiences, clientId, scope }: EntraSignIn): string {
  const address = audiences.find(audience => audience.includes('://')) ?? `api://${clientId}`
  return `${address}/${scope}`
}
