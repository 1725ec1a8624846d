import { z } from 'zod'
import { plainWords } from '../../../policies/language/fold.js'
import type { Letter } from '../../../policies/pack/letter-schema.js'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import { send } from '../turn.js'
import type { Button, ChatCommand } from './activity.js'
import { ABOUT_DRAFTS, formCard } from './drafting/form.js'
import { personally } from './tools.js'

const COMMAND =
  /^(?:bitte )?(?:(?:neuer |einen )?(?:entwurf|brief)|(?:einen |mir einen )?(?:brief|text) (?:schreiben|entwerfen)|(?:schreibe?|entwirf|verfasse)(?: mir)?(?: bitte)? einen (?:brief|text|entwurf)|textbausteine?|aus textbausteinen(?: schreiben)?|schreibhilfe|schreiben|entwerfen|draft|(?:write|draft)(?: me)? a letter)$/
/** "entwurf absage", "schreib mir eine einladung": with a kind of letter behind. */
const WITH_KIND =
  /^(?:bitte )?(?:entwurf(?: fur| einer?| eines)?|brief|(?:schreibe?|entwirf|verfasse|draft|write)(?: mir| me)?(?: bitte)?)(?: eine?n?| an?)? (?<kind>[a-z]+(?: [a-z]+){0,3})$/

/** `entwurf`: the kind of letter, a few words, and it is written. */
export const draft: ChatCommand = {
  door: 'chat draft',
  match: (words, pack) => COMMAND.test(words) || kindIn(words, pack) !== undefined,
  run: async (text, scene) => {
    const letter = kindIn(plainWords(text), scene.pack)?.id
    return personally(scene, ABOUT_DRAFTS, async () => send(await formCard({ letter }, scene)))
  },
}

const LetterData = z.object({ letter: z.string().max(80).optional() })

/** The empty form again. */
export const draftButton: Button = {
  door: 'button draft',
  verb: 'draft',
  run: async (data, scene) =>
    personally(scene, ABOUT_DRAFTS, async () => {
      const { letter } = LetterData.safeParse(data).data ?? {}
      return send(await formCard({ letter }, scene))
    }),
}

/** A kind of letter by a word of its name: "absage", "Einladung". Of several the first one in the order of the pack. */
function kindIn(words: string, { letters }: Pack): Letter | undefined {
  const kind = COMMAND.test(words) ? undefined : WITH_KIND.exec(words)?.groups?.kind
  if (kind === undefined) return undefined
  const namesOf = ({ id, name, name_en }: Letter): string[] => [id, name, name_en].map(plainWords)
  return (
    letters.find(letter => namesOf(letter).includes(kind)) ??
    letters.find(letter => namesOf(letter).some(name => name.startsWith(`${kind} `)))
  )
}
