import { z } from 'zod'
import { certificateOf, failureOf, jsonOf } from '../answer.js'
import type { Facts, SignInFacts } from '../facts.js'
import { type Finding, fail, fine } from '../finding.js'

const Metadata = z.object({ issuer: z.string(), jwks_uri: z.string() })

/** Where keys come from that prove who asks: reachable, and the one the settings name. */
export const checkSignIns = ({ place, now }: Facts): Finding[] =>
  (place?.signIns ?? []).flatMap(facts => [judge(facts), ...certificateOf(nameOf(facts), facts.answer, now)])

const nameOf = ({ municipality, purpose }: SignInFacts): string =>
  `${municipality}, Anmeldung ${purpose === 'people' ? 'der Mitarbeitenden' : 'von Teams beim Bot'}`

function judge(facts: SignInFacts): Finding {
  const { answer, issuer } = facts
  const name = nameOf(facts)
  if (answer.kind === 'failed') return failureOf(name, answer.code)
  const metadata = Metadata.safeParse(jsonOf(answer))
  if (answer.status !== 200 || !metadata.success)
    return fail(
      `${name}: Die Adresse liefert keine Angaben zur Anmeldung (Status ${answer.status}).`,
      'Bitte KOMPASS_TENANT oder KOMPASS_ISSUER prüfen.',
    )
  if (issuer !== undefined && metadata.data.issuer !== issuer)
    return fail(
      `${name}: Der Anbieter nennt sich ${metadata.data.issuer}, eingestellt ist ${issuer}.`,
      'Bitte KOMPASS_ISSUER genau so schreiben, auch den Schrägstrich am Ende.',
    )
  return fine(`${name}: Schlüssel sind erreichbar.`)
}
