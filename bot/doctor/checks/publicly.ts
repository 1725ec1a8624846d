import { z } from 'zod'
import { certificateOf, failureOf, jsonOf } from '../answer.js'
import type { Answer, Facts, PublicFacts } from '../facts.js'
import { type Finding, fail, fine, warn } from '../finding.js'

const Health = z.object({ status: z.literal('ok') })
const PROXY = 'Bitte den Reverse Proxy prüfen: Beispiele liegen in deploy/.'

/** The address people use, seen from this machine. How it looks from the internet can only be tried there. */
export function checkPublicly({ place, now }: Facts): Finding[] {
  const url = place?.settings.publicUrl
  if (place?.publicly === undefined || url === undefined) return []
  const { health, tab } = place.publicly
  if (health.kind === 'failed') return [failureOf(url, health.code)]
  if (!isOurs(health))
    return [
      fail(`Unter ${url} antwortet nicht der KI-Kompass (Status ${health.status}).`, `Läuft der Dienst? ${PROXY}`),
    ]
  const page =
    tab.kind === 'answered' && tab.status === 200
      ? fine(`${url} ist von diesem Rechner aus erreichbar.`)
      : fail(`${url}/tab/ kommt nicht durch.`, PROXY)
  const withBot = place.settings.municipalities.some(({ bot }) => bot !== undefined)
  return [page, ...plain(url), ...certificateOf(url, health, now), ...(withBot ? [messages(place.publicly)] : [])]
}

const isOurs = (answer: Extract<Answer, { kind: 'answered' }>): boolean =>
  answer.status === 200 && Health.safeParse(jsonOf(answer)).success

const plain = (url: string): Finding[] =>
  url.startsWith('https:')
    ? []
    : [
        warn(
          `${url} ist ohne https.`,
          'Teams und Word öffnen nur https: Bitte im Reverse Proxy ein Zertifikat einrichten.',
        ),
      ]

/** Microsoft's service has to get through, and nobody else may. */
function messages({ messages: answer }: PublicFacts): Finding {
  if (answer.kind === 'failed' || answer.status === 404 || answer.status >= 500)
    return fail('/api/messages kommt unter der öffentlichen Adresse nicht an: Der Chat in Teams bleibt stumm.', PROXY)
  if (answer.status === 401 || answer.status === 403)
    return fine('/api/messages ist da und lässt niemanden ohne Token hinein.')
  return fail(
    `/api/messages antwortet ohne Token mit ${answer.status}.`,
    'Bitte den Dienst anhalten und KOMPASS_BOT_APP_ID prüfen: Ohne Token darf dort niemand etwas bekommen.',
  )
}
