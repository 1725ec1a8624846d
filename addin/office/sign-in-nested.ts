/// <reference types="office-js" />
import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser'

/** A token from the Office around, or why there is none. `ends` in milliseconds since 1970. */
export type NestedToken =
  | { readonly kind: 'token'; readonly token: string; readonly ends: number | undefined; readonly who: string }
  | { readonly kind: 'none'; readonly because: 'person-needed' | 'cancelled' | 'offline' | 'unavailable' }
  | { readonly kind: 'none'; readonly because: 'refused'; readonly code: string | undefined }

/** Nested app authentication: whoever is signed in to Office is signed in here, by its own window if one is needed at all. */
export type Nested = {
  /** `anew`: not the one Office has kept, which the service did not take. */
  readonly silent: (anew: boolean) => Promise<NestedToken>
  readonly withPerson: () => Promise<NestedToken>
}

type Application = { readonly clientId: string; readonly tenant: string; readonly scope: string }

/** An Office that says it can, but never answers, is passed over. */
const PATIENCE = 5_000

/** Undefined where Office cannot (all of perpetual Office), or does not answer. Loads the library only where it can be used. */
export async function openNested({ clientId, tenant, scope }: Application): Promise<Nested | undefined> {
  if (!Office.context.requirements.isSetSupported('NestedAppAuth', '1.1')) return undefined
  const msal = await import('@azure/msal-browser')
  let nested: IPublicClientApplication | undefined
  const configuration = {
    auth: { clientId, authority: `https://login.microsoftonline.com/${tenant}` },
    cache: { cacheLocation: msal.BrowserCacheLocation.MemoryStorage },
  }
  const opening = msal.createNestablePublicClientApplication(configuration, undefined, (given, controller) => {
    // Called only with Office behind it; without, the library would open windows of its own.
    const application = new msal.PublicClientApplication(given, controller)
    nested = application
    return application
  })
  await Promise.race([opening, new Promise(late => setTimeout(late, PATIENCE))]).catch(() => undefined)
  if (!nested) return undefined
  const application = nested
  const scopes = [scope]
  const asked = async (work: Promise<AuthenticationResult>): Promise<NestedToken> => {
    try {
      return tokenIn(await work)
    } catch (failure) {
      if (failure instanceof msal.InteractionRequiredAuthError) return { kind: 'none', because: 'person-needed' }
      return noneFor(failure instanceof msal.AuthError ? failure.errorCode : undefined)
    }
  }
  return {
    silent: anew => asked(application.acquireTokenSilent({ scopes, forceRefresh: anew })),
    withPerson: () => asked(application.acquireTokenPopup({ scopes })),
  }
}

const tokenIn = ({ accessToken, expiresOn, account }: AuthenticationResult): NestedToken => ({
  kind: 'token',
  token: accessToken,
  ends: expiresOn?.getTime(),
  who: account.homeAccountId,
})

/** The words of the library for what Office has said. */
function noneFor(code: string | undefined): NestedToken {
  switch (code) {
    case 'user_canceled':
      return { kind: 'none', because: 'cancelled' }
    case 'no_network_connectivity':
      return { kind: 'none', because: 'offline' }
    case 'no_account_found':
      return { kind: 'none', because: 'person-needed' }
    case 'nested_app_auth_bridge_disabled':
      return { kind: 'none', because: 'unavailable' }
    default:
      return { kind: 'none', because: 'refused', code }
  }
}
