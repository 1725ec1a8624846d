import { z } from 'zod'
import { issuerOf } from '../cards/frame.js'
import { remindCard } from '../cards/remind-card.js'
import { send } from '../turn.js'
import type { Button, ChatCommand, Scene } from './activity.js'
import { alone } from './learn.js'

const COMMAND =
  /^(?:erinnern|erinnerung|erinnere mich)(?: (?:um )?(?<hour>\d{1,2})(?: uhr)?| (?<off>aus|ende|beenden|nicht mehr))?$/

/** Reminders come within these hours only. */
const FIRST_HOUR = 7
const LAST_HOUR = 18

/** `erinnern`, `erinnern um 9`, `erinnern aus`: opt-in, and as easily out again. */
export const remind: ChatCommand = {
  door: 'chat remind',
  match: words => COMMAND.test(words),
  run: async (text, scene) =>
    alone(scene, async () => {
      const { hour, off } = COMMAND.exec(text.trim().toLowerCase().replace(/[.!]$/, ''))?.groups ?? {}
      if (off !== undefined) return send(await set(null, scene))
      return send(hour === undefined ? await cardFor(scene) : await set(Number(hour), scene))
    }),
}

const RemindData = z.object({ hour: z.int().nullable().optional() })

export const remindButton: Button = {
  door: 'button remind',
  verb: 'remind',
  async run(data, scene) {
    const { hour } = RemindData.safeParse(data).data ?? {}
    return { messages: [], replacement: hour === undefined ? await cardFor(scene) : await set(hour, scene) }
  },
}

async function set(hour: number | null, scene: Scene) {
  const { reminders } = scene.services.store
  if (hour === null) await reminders.off(scene.person.id)
  else if (hour < FIRST_HOUR || hour > LAST_HOUR)
    return cardFor(scene, `Bitte eine Uhrzeit zwischen ${FIRST_HOUR} und ${LAST_HOUR} Uhr.`)
  else await reminders.set(scene.person.id, hour)
  return cardFor(scene)
}

async function cardFor({ person, pack, services }: Scene, notice?: string) {
  const reminder = await services.store.reminders.of(person.id)
  const said = notice === undefined ? {} : { notice }
  return remindCard({ hour: reminder?.hour, ...said, issuer: issuerOf(pack) })
}
