import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { importX509, jwtVerify } from 'jose'
import { createOutbound, type Outbound } from '../../bot/outside/outbound.js'
import { type SecureHost, secureHost } from './proxy.js'
import { type Authority, authority } from './proxy-certificates.js'

type Granted = { readonly client: string; readonly tenant: string; readonly scope: string }

/** Where applications sign in, as Entra does it: takes a secret or a signed assertion, gives a token. Https, as MSAL insists. */
export type Login = SecureHost & {
  readonly address: string
  /** A way out that believes its certificate. */
  readonly outbound: Outbound
  readonly granted: () => readonly Granted[]
  /** From now on nobody gets a token. */
  readonly refuse: (refusing: boolean) => void
  /** What would be a token for this application and scope. */
  readonly tokenFor: (client: string, scope: string) => string
}

export type Accepted = {
  /** Secret or certificate (PEM) by application. */
  readonly secrets?: Readonly<Record<string, string>>
  readonly certificates?: Readonly<Record<string, string>>
}

/** The name certificates are made for; the port follows. */
const NAME = 'localhost'

export async function loginFor(accepted: Accepted, house: Authority = authority(), names = [NAME]): Promise<Login> {
  const granted: Granted[] = []
  let refusing = false
  const tokenFor = (client: string, scope: string): string => `token ${client} ${scope}`.replaceAll(/[^\w-]/g, '.')
  const host = await secureHost(house.certify(...names), async (request, response) => {
    const address = `https://${request.headers.host}`
    const tenant = request.url?.split('/')[1] ?? ''
    response.setHeader('content-type', 'application/json')
    if (request.method === 'GET') return void response.end(JSON.stringify(metadataOf(address, tenant)))
    const form = new URLSearchParams(await text(request))
    const client = form.get('client_id') ?? ''
    const scope = (form.get('scope') ?? '').split(' ').filter(one => one.includes('://'))[0] ?? ''
    if (refusing || !(await isProven(form, accepted, `${address}${request.url?.split('?')[0]}`))) {
      return void response.writeHead(401).end(JSON.stringify(REFUSAL))
    }
    granted.push({ client, tenant, scope })
    response.end(
      JSON.stringify({
        token_type: 'Bearer',
        expires_in: 3599,
        access_token: tokenFor(client, scope),
        request: idOf(request),
      }),
    )
  })
  return {
    ...host,
    address: `https://${NAME}:${host.port}`,
    outbound: createOutbound({ proxy: undefined, noProxy: undefined, ca: house.certificate }),
    granted: () => granted,
    refuse: now => {
      refusing = now
    },
    tokenFor,
  }
}

const idOf = ({ headers }: IncomingMessage): string => String(headers['client-request-id'] ?? randomUUID())

const REFUSAL = {
  error: 'invalid_client',
  error_description: 'AADSTS7000222: The provided client secret keys are expired.',
}

const metadataOf = (address: string, tenant: string) => ({
  issuer: `${address}/${tenant}/v2.0`,
  authorization_endpoint: `${address}/${tenant}/oauth2/v2.0/authorize`,
  token_endpoint: `${address}/${tenant}/oauth2/v2.0/token`,
  jwks_uri: `${address}/${tenant}/discovery/v2.0/keys`,
})

/** A secret must be the one known; an assertion must be signed with the key of the certificate known, for this place. */
async function isProven(
  form: URLSearchParams,
  { secrets, certificates }: Accepted,
  audience: string,
): Promise<boolean> {
  const client = form.get('client_id') ?? ''
  const assertion = form.get('client_assertion')
  if (assertion === null) return form.get('client_secret') !== null && form.get('client_secret') === secrets?.[client]
  const certificate = certificates?.[client]
  if (certificate === undefined) return false
  const key = await importX509(certificate, 'PS256')
  // The library rounds its time, so that half of what it signs begins in a moment to come.
  const expected = { issuer: client, subject: client, audience, algorithms: ['PS256'], clockTolerance: 5 }
  return jwtVerify(assertion, key, expected).then(
    () => true,
    () => false,
  )
}
