import { createHash, randomBytes } from 'node:crypto'
import Provider from 'oidc-provider'
import { z } from 'zod'
import { type Listening, listenAlone } from './listen.js'

/** A real provider of OpenID Connect on this machine, with three clients, asked over HTTP as a browser would. */
export type LocalProvider = Listening & {
  /** Signs somebody in by authorization code and PKCE, through the provider's own pages. */
  readonly signIn: (login: string, options?: { readonly client?: string; readonly scope?: string }) => Promise<Tokens>
  /** What a program gets for itself. */
  readonly forProgram: () => Promise<string>
}

type Tokens = { readonly accessToken: string; readonly idToken: string }

export const PAGE_CLIENT = 'ki-kompass-seite'
export const OTHER_CLIENT = 'vorgangsbearbeitung'
const PROGRAM = 'nachtlauf'
const PROGRAM_SECRET = 'only for this test, only on this machine'
export const AUDIENCE = 'urn:ki-kompass'
export const SCOPE = 'openid profile ki-kompass'
const REDIRECT = 'http://127.0.0.1:1/zurueck'

/** The roles this house knows, by login. */
const ROLES: Readonly<Record<string, readonly string[]>> = { miriam: ['ki-team'], henning: ['datenschutz'] }

const page = (client_id: string) => ({
  client_id,
  token_endpoint_auth_method: 'none' as const,
  application_type: 'native' as const,
  redirect_uris: [REDIRECT],
  grant_types: ['authorization_code'],
  response_types: ['code' as const],
})

export async function localProvider(): Promise<LocalProvider> {
  let answer: ReturnType<Provider['callback']> | undefined
  const host = await listenAlone((request, response) => void answer?.(request, response))
  answer = quietly(() => providerAt(host.address)).callback()
  return {
    ...host,
    signIn: (login, { client = PAGE_CLIENT, scope = SCOPE } = {}) => signIn(host.address, { login, client, scope }),
    forProgram: async () => (await tokensFrom(host.address, programRequest())).access_token,
  }
}

function providerAt(issuer: string): Provider {
  return new Provider(issuer, {
    clients: [
      page(PAGE_CLIENT),
      page(OTHER_CLIENT),
      {
        client_id: PROGRAM,
        client_secret: PROGRAM_SECRET,
        redirect_uris: [],
        response_types: [],
        grant_types: ['client_credentials'],
      },
    ],
    scopes: ['openid', 'profile', 'ki-kompass'],
    ttl: { AccessToken: 600, ClientCredentials: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ['only for tests'] },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, name: `Frau ${id}` }) }),
    extraTokenClaims: (_, token) =>
      'accountId' in token ? { roles: ROLES[token.accountId] ?? [], name: `Frau ${token.accountId}` } : undefined,
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, audience) => ({
          scope: 'ki-kompass',
          audience,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  })
}

type Wish = { readonly login: string; readonly client: string; readonly scope: string }

async function signIn(issuer: string, { login, client, scope }: Wish): Promise<Tokens> {
  const verifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    client_id: client,
    response_type: 'code',
    redirect_uri: REDIRECT,
    scope,
    resource: AUDIENCE,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const arrived = await through(`${issuer}/auth?${query}`, login)
  const code = arrived.searchParams.get('code')
  if (code === null) throw new Error(`no code, but ${arrived.search}`)
  const tokens = await tokensFrom(issuer, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: REDIRECT,
    client_id: client,
    code_verifier: verifier,
  })
  return { accessToken: tokens.access_token, idToken: tokens.id_token ?? '' }
}

/** Follows the provider's pages with a browser's cookies, filling in its two forms, until it sends us back. */
async function through(start: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let next: { readonly url: string; readonly body?: URLSearchParams } = { url: start }
  for (let step = 0; step < 12; step++) {
    const { url, body } = next
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(body ? { method: 'POST', body } : {}),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location?.startsWith(REDIRECT)) return new URL(location)
    if (location !== null) next = { url: new URL(location, url).href }
    else next = filledIn(await response.text(), login)
  }
  throw new Error('the provider never sent us back')
}

function filledIn(html: string, login: string): { url: string; body: URLSearchParams } {
  const url = /action="([^"]{1,200})" method="post"/.exec(html)?.[1]
  const prompt = /name="prompt" value="([a-z]{1,20})"/.exec(html)?.[1]
  if (url === undefined || prompt === undefined) throw new Error('no form to fill in')
  return { url, body: new URLSearchParams({ prompt, login, password: 'only for tests' }) }
}

const programRequest = (): Record<string, string> => ({
  grant_type: 'client_credentials',
  scope: 'ki-kompass',
  resource: AUDIENCE,
  client_id: PROGRAM,
  client_secret: PROGRAM_SECRET,
})

const TokenAnswer = z.object({ access_token: z.string(), id_token: z.string().optional() })

async function tokensFrom(issuer: string, body: Record<string, string>) {
  const { client_id = '', client_secret, ...rest } = body
  const basic = Buffer.from(`${encodeURIComponent(client_id)}:${encodeURIComponent(client_secret ?? '')}`)
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams(client_secret === undefined ? { ...rest, client_id } : rest),
    headers: client_secret === undefined ? {} : { authorization: `Basic ${basic.toString('base64')}` },
  })
  if (!response.ok) throw new Error(`no token: ${response.status} ${await response.text()}`)
  return TokenAnswer.parse(await response.json())
}

/** It warns on the console of what is meant for tests only; this is one. */
function quietly<Made>(make: () => Made): Made {
  const { info, warn } = console
  Object.assign(console, { info: () => undefined, warn: () => undefined })
  try {
    return make()
  } finally {
    Object.assign(console, { info, warn })
  }
}
