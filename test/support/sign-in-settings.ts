import type { ReadText } from '../../bot/settings/read.js'

export const TENANT = '22222222-3333-4444-8555-666666666666'
export const CLIENT = '11111111-2222-4333-8444-555555555555'
export const BOT = '33333333-4444-4555-8666-777777777777'
/** As a generator makes them. */
export const GOOD_SECRET = 'q8Zx~7vNn2Lk0pWd-Rt4YbHs6JmEeUa1CfGo9iTz'

/** Settings of a service others reach, signed in with Entra, behind one proxy. */
export const ENTRA = {
  KOMPASS_PACK: 'neustadt',
  KOMPASS_IDENTITY: 'entra',
  KOMPASS_TENANT: TENANT,
  KOMPASS_CLIENT_ID: CLIENT,
}
export const OIDC = {
  KOMPASS_PACK: 'neustadt',
  KOMPASS_IDENTITY: 'oidc',
  KOMPASS_ISSUER: 'https://anmeldung.neustadt.example/realms/stadt',
  KOMPASS_CLIENT_ID: 'ki-kompass-seite',
  KOMPASS_AUDIENCE: 'ki-kompass',
}
export const PUBLIC = {
  KOMPASS_HOST: '0.0.0.0',
  KOMPASS_PUBLIC_URL: 'https://kompass.neustadt.example',
  KOMPASS_PROXY_TRUST: '1',
}

/** Files in memory; every other one cannot be read. */
export const filesOf =
  (files: Readonly<Record<string, string>>): ReadText =>
  path =>
    Object.hasOwn(files, path) ? files[path] : undefined
