import { type WrittenLetter, writeLetter } from '../../../policies/assistant/index.js'
import type { Letter } from '../../../policies/pack/letter-schema.js'
import type { Outcome } from '../turn.js'
import type { Button, Scene } from './activity.js'
import { ABOUT_DRAFTS } from './drafting/form.js'
import { readForm } from './drafting/read-form.js'
import { sendDraft } from './drafting/replies.js'
import { personally } from './tools.js'

/** The letter from building blocks, as a message; the form stays as it was filled in. */
export const writeButton: Button = {
  door: 'button write',
  verb: 'write',
  run: async (data, scene) => personally(scene, ABOUT_DRAFTS, async () => write(data, scene)),
}

async function write(data: unknown, scene: Scene): Promise<Outcome> {
  const read = await readForm(data, scene)
  if (read.kind === 'not-yet') return read.outcome
  const { letter, form } = read
  const { pack, person, today } = scene
  const context = { today, municipality: pack.manifest.name, author: person.name }
  const written = writeLetter(letter, { points: form.points, fields: {} }, context)
  return sendDraft(
    {
      kind: letter.name,
      draft: written.text,
      gaps: written.gaps.map(({ label }) => label),
      notes: doubtsOf(written, letter),
      origin: 'Aus Textbausteinen, bitte prüfen',
    },
    scene,
  )
}

const doubtsOf = ({ doubts }: WrittenLetter, { fields }: Letter): string[] =>
  doubts.flatMap(({ field }) => {
    const label = fields.find(({ id }) => id === field)?.label
    return label === undefined ? [] : [`Bitte sehen Sie bei „${label}“ noch einmal auf das Datum.`]
  })
