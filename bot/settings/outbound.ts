import { X509Certificate } from 'node:crypto'
import type { Environment } from './environment.js'
import type { Read, ReadText } from './read.js'

/** What stands between this machine and the internet. */
export type Outbound = {
  readonly proxy: string | undefined
  /** Hosts reached without it, separated by commas. */
  readonly noProxy: string | undefined
  /** Certificates believed beside the usual ones, as PEM. */
  readonly ca: string | undefined
}

/** Reads the proxy and the certificates of an authority of one's own. */
export function readOutbound(settings: Environment, readText: ReadText): Read<Outbound> {
  const { HTTPS_PROXY: proxy, NO_PROXY: noProxy, KOMPASS_CA_FILE: own, NODE_EXTRA_CA_CERTS: extra } = settings
  const ca = own === undefined ? undefined : readText(own)
  const problems = [
    ...(own === undefined || (ca !== undefined && isCertificate(ca))
      ? []
      : [
          `KOMPASS_CA_FILE nennt die Datei ${own}, die kein lesbares Zertifikat (PEM) enthält: Bitte Pfad und Rechte prüfen.`,
        ]),
    // Node only warns of such a file, and then refuses every address of the house.
    ...(extra !== undefined && readText(extra) === undefined
      ? [`NODE_EXTRA_CA_CERTS nennt die Datei ${extra}, die sich nicht lesen lässt: Bitte Pfad und Rechte prüfen.`]
      : []),
  ]
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: { proxy, noProxy, ca: ca === undefined ? undefined : withExtra(ca, extra, readText) } }
}

/** Beside certificates given in the code Node 20 forgets those of `NODE_EXTRA_CA_CERTS` (tried). */
function withExtra(ca: string, extra: string | undefined, readText: ReadText): string {
  const more = extra === undefined ? undefined : readText(extra)
  return more === undefined ? ca : `${ca.trim()}\n${more.trim()}`
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== ''
  } catch {
    return false
  }
}
