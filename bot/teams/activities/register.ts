import { z } from 'zod'
import { registerOf } from '../../../policies/tools/register.js'
import type { Card } from '../cards/card.js'
import { issuerOf } from '../cards/frame.js'
import { registerCard } from '../cards/register-card.js'
import { send } from '../turn.js'
import type { Button, ChatCommand, Scene } from './activity.js'

const COMMAND =
  /^(?:(?:zeige? (?:mir )?)?(?:das )?(?:(?:ki )?(?:transparenz)?register|ki verzeichnis|verzeichnis der ki)(?: anzeigen| zeigen)?|transparency register|ai register)$/

/** `register`: the Transparenzregister, for everybody to see. */
export const register: ChatCommand = {
  door: 'chat register',
  match: words => COMMAND.test(words),
  run: async (_, scene) => send(cardOf(0, scene)),
}

const PageData = z.object({ page: z.int().min(0).max(1_000).catch(0) })

/** Another page in the place of this one. */
export const registerButton: Button = {
  door: 'button register',
  verb: 'register',
  run: async (data, scene) => ({
    messages: [],
    replacement: cardOf(PageData.safeParse(data).data?.page ?? 0, scene),
  }),
}

const cardOf = (page: number, { pack, today, services }: Scene): Card =>
  registerCard({
    register: registerOf(pack.tools, today),
    page,
    address: `${services.tab}#/werkzeuge`,
    issuer: issuerOf(pack),
  })
