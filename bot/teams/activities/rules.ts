import { z } from 'zod'
import { Area } from '../../../policies/pack/terms.js'
import { areaCard, areasCard } from '../cards/rules-card.js'
import { type Outcome, send } from '../turn.js'
import type { Button, ChatCommand, Scene } from './activity.js'

/** `regeln`: the areas, each a button to its rules. */
export const rules: ChatCommand = {
  door: 'chat rules',
  match: words => /^(?:alle )?(?:regeln|rules|themen|ubersicht)$/.test(words),
  run: async (_, { pack }) => send(areasCard(pack)),
}

const AreaData = z.object({ area: Area.optional() })

/** Turns the list of areas into the rules of one, and back; from a card without a list it sends a new one. */
export const areaButton: Button = {
  door: 'button area',
  verb: 'area',
  async run(data, { pack }: Scene): Promise<Outcome> {
    const area = AreaData.safeParse(data).data?.area
    return { messages: [], replacement: area ? areaCard(area, pack) : areasCard(pack) }
  },
}
