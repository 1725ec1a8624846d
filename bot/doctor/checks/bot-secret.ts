import { z } from 'zod'
import { failureOf, jsonOf } from '../answer.js'
import type { BotSecretFacts } from '../facts.js'
import { type Finding, fail, fine } from '../finding.js'

/** Entra's answer to a refused request; source: its published error codes. */
const Refused = z.object({ error_codes: z.array(z.int()) })

const RENEW =
  'In Entra ein neues anlegen (App-Registrierung, Zertifikate und Geheimnisse), in KOMPASS_BOT_SECRET eintragen und den Dienst neu starten.'
const BY_CODE: Readonly<Record<number, readonly [string, string]>> = {
  7000222: ['Das Geheimnis ist abgelaufen', RENEW],
  7000215: [
    'Das Geheimnis ist falsch',
    `Häufig wurde die Kennung statt des Werts kopiert: Der Wert ist nur beim Anlegen zu sehen. ${RENEW}`,
  ],
  700016: [
    'Die Anwendung gibt es in diesem Mandanten nicht',
    'Bitte KOMPASS_BOT_APP_ID und KOMPASS_BOT_TENANT mit der App-Registrierung vergleichen.',
  ],
  90002: ['Den Mandanten gibt es nicht', 'Bitte KOMPASS_BOT_TENANT (oder KOMPASS_TENANT) prüfen.'],
}

/** Whether the bot may still answer. When the secret ends, Entra alone knows. */
export function checkBotSecret({ municipality, answer }: BotSecretFacts): Finding {
  const name = `${municipality}, Geheimnis des Bots`
  if (answer.kind === 'failed') return failureOf(name, answer.code)
  if (answer.status === 200)
    return fine(
      `${name}: Entra nimmt es an. Wann es abläuft, steht nur dort; bitte einen Termin vier Wochen vorher eintragen.`,
    )
  const codes = Refused.safeParse(jsonOf(answer)).data?.error_codes ?? []
  const [what, mend] = codes.map(code => BY_CODE[code]).find(known => known !== undefined) ?? [
    `Entra lehnt es ab (Status ${answer.status}, Fehler ${codes.join(', ') || 'unbekannt'})`,
    RENEW,
  ]
  return fail(`${name}: ${what}. Der Bot kann nicht antworten.`, mend)
}
