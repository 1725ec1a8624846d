import type { Answer } from './facts.js'
import { type Finding, fail, fine, warn } from './finding.js'

/** Renewing takes days where somebody has to apply for it. */
const SOON_DAYS = 21
const DAY_MS = 86_400_000

/** Why an address did not answer, and what to do about it. */
export function failureOf(name: string, code: string): Finding {
  const [what, mend] = reasonOf(code)
  return fail(`${name}: ${what} (${code}).`, mend)
}

const DNS = ['der Name lässt sich nicht auflösen', 'Bitte Schreibweise und DNS prüfen.'] as const
const REFUSED = [
  'niemand nimmt die Verbindung an',
  'Bitte prüfen, ob der Dienst dort läuft und Adresse und Port stimmen.',
] as const
const SLOW = [
  'keine Antwort in der Zeit',
  'Meist hält eine Firewall die Verbindung auf: Bitte den Weg von diesem Server dorthin freigeben lassen oder HTTPS_PROXY setzen.',
] as const
const OWN_CA = [
  'dem Zertifikat wird hier nicht vertraut',
  'Stammt es von der Zertifizierungsstelle Ihres Hauses: deren Stammzertifikat als PEM ablegen und NODE_EXTRA_CA_CERTS darauf zeigen lassen. Sonst liefert der Server die Zwischenzertifikate nicht mit.',
] as const

const REASONS: readonly (readonly [RegExp, readonly [string, string]])[] = [
  [/^(?:ENOTFOUND|EAI_)/, DNS],
  [/^ECONNREFUSED/, REFUSED],
  [/^(?:TIMEOUT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/, SLOW],
  [/^CERT_HAS_EXPIRED/, ['das Zertifikat ist abgelaufen', 'Bitte am Server dort erneuern.']],
  [/^CERT_NOT_YET_VALID/, ['das Zertifikat gilt noch nicht', 'Bitte zuerst die Uhr dieses Servers prüfen.']],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID/,
    ['das Zertifikat gehört zu einem anderen Namen', 'Bitte die Adresse so schreiben, wie sie im Zertifikat steht.'],
  ],
  [/SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|CERT_SIGNATURE_FAILURE/, OWN_CA],
]

function reasonOf(code: string): readonly [string, string] {
  const known = REASONS.find(([pattern]) => pattern.test(code))
  return known?.[1] ?? ['die Verbindung kam nicht zustande', 'Bitte Adresse, Netz und Proxy prüfen.']
}

/** Nothing where the certificate lasts. */
export function certificateOf(name: string, answer: Answer, now: Date): Finding[] {
  if (answer.kind === 'failed' || answer.certificateUntil === undefined) return []
  const days = Math.floor((answer.certificateUntil.getTime() - now.getTime()) / DAY_MS)
  if (days > SOON_DAYS) return [fine(`${name}: Zertifikat gilt noch ${days} Tage.`)]
  return [
    warn(
      `${name}: Das Zertifikat läuft in ${days} Tagen ab.`,
      'Bitte jetzt erneuern und prüfen, warum es nicht von selbst geschah.',
    ),
  ]
}

/** What stands in a body; undefined where it is no JSON. */
export function jsonOf({ body }: Extract<Answer, { kind: 'answered' }>): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
