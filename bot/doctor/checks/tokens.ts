import { X509Certificate } from 'node:crypto'
import type { Day } from '../../../policies/pack/terms.js'
import { plusDays } from '../../../policies/training/index.js'
import { dayOf } from '../../clock.js'
import type { MunicipalitySettings } from '../../identity/municipality-settings.js'
import type { ProgramToken } from '../../storage/store.js'
import type { Facts } from '../facts.js'
import { type Finding, fail, fine, warn } from '../finding.js'
import { checkBotSecret } from './bot-secret.js'

const SOON_DAYS = 30

/** What ends by itself: tokens of other programs, and what the bot proves itself with. */
export function checkTokens({ place, today }: Facts): Finding[] {
  if (place === undefined) return []
  const programs = place.database.kind === 'there' ? [...place.database.tokens.values()].flat() : []
  const found = [
    ...programs.flatMap(token => programToken(token, today)),
    ...place.botSecrets.map(checkBotSecret),
    ...place.settings.municipalities.flatMap(municipality => credential(municipality, today)),
  ]
  return found.length > 0 ? found : [fine(`${programs.length} Schlüssel für Programme, keiner läuft bald ab.`)]
}

function programToken({ name, until, revoked }: ProgramToken, today: Day): Finding[] {
  if (revoked !== undefined || until === undefined) return []
  const again =
    'Wird das Programm noch gebraucht: einen neuen anlegen (npm run token -- new <name> …) und dort eintragen.'
  if (today > until) return [warn(`Der Schlüssel von „${name}“ ist am ${until} abgelaufen.`, again)]
  if (plusDays(today, SOON_DAYS) >= until) return [warn(`Der Schlüssel von „${name}“ läuft am ${until} ab.`, again)]
  return []
}

function credential({ pack, bot }: MunicipalitySettings, today: Day): Finding[] {
  if (bot?.credential.kind !== 'certificate') return []
  const until = dayOf(new Date(new X509Certificate(bot.credential.certificate).validTo))
  const renew =
    'Ein neues in Entra hochladen, dann KOMPASS_BOT_CERTIFICATE und KOMPASS_BOT_KEY ersetzen und neu starten.'
  if (today > until) return [fail(`${pack}: Das Zertifikat des Bots ist am ${until} abgelaufen.`, renew)]
  if (plusDays(today, SOON_DAYS) >= until)
    return [warn(`${pack}: Das Zertifikat des Bots läuft am ${until} ab.`, renew)]
  return [fine(`${pack}: Das Zertifikat des Bots gilt bis ${until}.`)]
}
