import { createRemoteJWKSet, jwtVerify } from 'jose'
import type { default as Provider } from 'oidc-provider'
import type { Page } from 'playwright-core'
import { type Host, listen } from './bot-host.js'

/** A provider of OpenID Connect as a municipality would run it, with its own pages for signing in. */
export type OpenIdProvider = Host & {
  readonly issuer: string
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
  /** Seconds the next token lives. */
  life: number
  /** Whether it gives tokens for renewal. */
  renewable: boolean
  /** The person a token is for; undefined if it is not one of this provider for this service. */
  readonly verify: (token: string) => Promise<string | undefined>
  /** Requests at its token endpoint since it was opened: kind of grant and status. */
  readonly exchanged: { readonly grant: string; readonly status: number }[]
}

export const CLIENT = 'ki-kompass'
export const SCOPE = 'openid ki-kompass'
export const RESOURCE = 'urn:ki-kompass'

/** `page` is the origin of our own pages, which alone may fetch tokens. */
export async function openProvider(page: string): Promise<OpenIdProvider> {
  let answer: ReturnType<Provider['callback']> | undefined
  const host = await listen((request, response) => answer?.(request, response))
  // Another name than that of the pages: nothing of either is "same site" for the browser.
  const issuer = host.address.replace('127.0.0.1', 'localhost')
  const exchanged: OpenIdProvider['exchanged'] = []
  const state = { life: 3_600, renewable: true }
  const life = (): number => state.life
  const provider = await quietly(async () => {
    const { default: OidcProvider } = await import('oidc-provider')
    return new OidcProvider(issuer, {
      clients: [
        {
          client_id: CLIENT,
          token_endpoint_auth_method: 'none',
          redirect_uris: [`${page}/anmeldung/`],
          grant_types: ['authorization_code', 'refresh_token'],
          response_types: ['code'],
        },
      ],
      scopes: ['openid', 'ki-kompass'],
      ttl: {
        Interaction: 600,
        Session: 600,
        Grant: 600,
        AccessToken: life,
        IdToken: 600,
        RefreshToken: 600,
      },
      cookies: { keys: ['only for tests'] },
      clientBasedCORS: (_, origin) => origin === page,
      issueRefreshToken: async () => state.renewable,
      findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
      renderError: async (context, { error }) => {
        context.type = 'text'
        context.body = error
      },
      features: {
        devInteractions: { enabled: true },
        resourceIndicators: {
          enabled: true,
          defaultResource: () => RESOURCE,
          useGrantedResource: () => true,
          getResourceServerInfo: () => ({
            scope: 'ki-kompass',
            audience: RESOURCE,
            accessTokenFormat: 'jwt',
            accessTokenTTL: state.life,
            jwt: { sign: { alg: 'RS256' } },
          }),
        },
      },
    })
  })
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.oidc?.route === 'token' && ctx.method === 'POST')
      exchanged.push({ grant: String(ctx.oidc.params?.grant_type), status: ctx.status })
  })
  answer = provider.callback()
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`))
  return Object.assign(state, {
    ...host,
    issuer,
    authorizationEndpoint: `${issuer}/auth`,
    tokenEndpoint: `${issuer}/token`,
    exchanged,
    verify: (token: string) =>
      jwtVerify(token, keys, { issuer, audience: RESOURCE, algorithms: ['RS256'] }).then(
        ({ payload }) => payload.sub,
        () => undefined,
      ),
  })
}

/** Signs in on the provider's pages, as far as they ask. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(name)
  await page.getByPlaceholder('and password').fill('only for tests')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** It warns on the console of what is meant for tests only; this is one. */
async function quietly<Made>(make: () => Promise<Made>): Promise<Made> {
  const { info, warn } = console
  Object.assign(console, { info: () => {}, warn: () => {} })
  try {
    return await make()
  } finally {
    Object.assign(console, { info, warn })
  }
}
