import type { MunicipalitySettings } from '../identity/municipality-settings.js'
import { isLoopbackHost } from '../identity/safe-address.js'

/** Who can reach the service: addresses, and how many proxies stand in front of it. */
export type Reach = {
  readonly host: string
  readonly publicUrl: string | undefined
  readonly proxies: number
}

/** Whether anybody but this machine can reach it: by listening there, by a proxy, or as the public address says. */
export const isBeyondLoopback = ({ host, publicUrl, proxies }: Reach): boolean =>
  waysOut({ host, publicUrl, proxies }).length > 0

/** What is wrong with being reached by others. */
export function reachProblems(reach: Reach, municipalities: readonly MunicipalitySettings[]): string[] {
  const ways = waysOut(reach)
  if (ways.length === 0) return []
  return [...withoutSignIn(ways, municipalities), ...inTheClear(reach)]
}

function waysOut({ host, publicUrl, proxies }: Reach): string[] {
  return [
    ...(isLoopbackHost(host) ? [] : [`KOMPASS_HOST=${host}`]),
    ...(publicUrl === undefined || isLoopbackHost(new URL(publicUrl).hostname)
      ? []
      : [`KOMPASS_PUBLIC_URL=${publicUrl}`]),
    ...(proxies > 0 ? [`KOMPASS_PROXY_TRUST=${proxies}`] : []),
  ]
}

function withoutSignIn(ways: readonly string[], municipalities: readonly MunicipalitySettings[]): string[] {
  if (municipalities.every(({ signIn }) => signIn.kind !== 'local')) return []
  return [
    `${ways.join(' und ')} macht den Dienst von außen erreichbar. Mit KOMPASS_IDENTITY=local weist niemand nach, wer fragt: Bitte entra oder oidc einrichten, oder auf diesem Rechner bleiben (KOMPASS_HOST=127.0.0.1 und die anderen Angaben weglassen).`,
  ]
}

/** Tokens and texts never travel unencrypted, and links must lead to where the service is. */
function inTheClear(reach: Reach): string[] {
  return [...noAddress(reach), ...noEncryption(reach)]
}

function noAddress({ publicUrl }: Reach): string[] {
  if (publicUrl === undefined)
    return [
      'KOMPASS_PUBLIC_URL fehlt: die Adresse, unter der Mitarbeitende den Dienst erreichen, zum Beispiel https://kompass.musterstadt.example',
    ]
  const { protocol, hostname } = new URL(publicUrl)
  return protocol === 'http:' && !isLoopbackHost(hostname)
    ? [`KOMPASS_PUBLIC_URL=${publicUrl} ist unverschlüsselt: Bitte eine Adresse mit https:// angeben.`]
    : []
}

function noEncryption({ host, proxies }: Reach): string[] {
  if (proxies > 0) return []
  const why = isLoopbackHost(host) ? 'Die Adresse in KOMPASS_PUBLIC_URL' : `KOMPASS_HOST=${host}`
  return [
    `${why} braucht einen Proxy, der https übernimmt: Der Dienst selbst spricht nur http. Bitte KOMPASS_PROXY_TRUST angeben, bei einem Proxy davor: KOMPASS_PROXY_TRUST=1`,
  ]
}
