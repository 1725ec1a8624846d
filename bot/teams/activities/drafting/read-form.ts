import { z } from 'zod'
import { mayHelpWith } from '../../../../policies/assistant/index.js'
import type { Letter } from '../../../../policies/pack/letter-schema.js'
import { LONGEST_POINTS } from '../../cards/draft-card.js'
import type { Notice } from '../../cards/notice-card.js'
import { SOURCES } from '../../cards/tool-texts.js'
import { cardOf, checkIncoming, heldCard } from '../../check.js'
import { type Outcome, send } from '../../turn.js'
import type { Scene } from '../activity.js'
import { again, letterOf } from './form.js'
import { say } from './replies.js'

const FormData = z.object({
  letter: z.string().max(80).optional(),
  points: z.string().max(LONGEST_POINTS).default(''),
  source: z
    .enum(SOURCES.map(({ value }) => value))
    .optional()
    .catch(undefined),
  tool: z.string().max(80).optional(),
})
export type Form = z.infer<typeof FormData>

type Read =
  | { readonly kind: 'ready'; readonly form: Form; readonly letter: Letter }
  | { readonly kind: 'not-yet'; readonly outcome: Outcome }

/** A filled form once it has been checked: classified papers and passwords are held, whoever would write. */
export async function readForm(data: unknown, scene: Scene): Promise<Read> {
  const notYet = (outcome: Outcome): Read => ({ kind: 'not-yet', outcome })
  const parsed = FormData.safeParse(data)
  if (!parsed.success) return notYet(say(TOO_MUCH, scene))
  const form = parsed.data
  if (form.points.trim() === '') return notYet(await again(NO_POINTS, form, scene))
  const checked = await checkIncoming(form.points, scene)
  if (!checked) return notYet(send(heldCard(scene)))
  if (!mayHelpWith(checked.found.findings).helps)
    return notYet(send(cardOf({ ...scene, checked }, { where: 'chat', answered: false, language: 'de' })))
  const letter = letterOf(form.letter, scene.pack)
  return letter ? { kind: 'ready', form, letter } : notYet(await again(NO_KIND, form, scene))
}

const NO_KIND = 'Wählen Sie bitte noch die Art des Textes.'
const NO_POINTS =
  'Nennen Sie bitte noch, worum es geht, ein Stichwort je Zeile. Was Sie nicht wissen, bleibt als Lücke.'
const TOO_MUCH: Notice = {
  title: 'Das schreiben Sie besser auf der Seite',
  lines: [
    `In die Karte passen ${LONGEST_POINTS.toLocaleString('de-DE')} Zeichen. Auf der Seite ist Platz für mehr, und dort bleibt alles in Ihrem Browser.`,
  ],
}
