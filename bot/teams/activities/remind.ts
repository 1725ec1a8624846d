import { z } from 'zod'
import { plainWords } from '../../../policies/language/fold.js'
import { issuerOf } from '../cards/frame.js'
import { remindCard } from '../cards/remind-card.js'
import { send } from '../turn.js'
import type { Button, ChatCommand, Scene } from './activity.js'
import { alone, forOneself } from './learn.js'

const COMMAND =
  /^(?:(?:erinnern|erinnerung(?:en)?|erinnere mich)(?: bitte)?(?: (?:um )?(?<hour>\d{1,2})(?: (?<minute>\d\d))?(?: uhr)?| (?<off>aus|ende|beenden|ausschalten|abschalten|nicht mehr))?|(?<never>nicht mehr erinnern))$/

/** Reminders come within these hours only. */
const FIRST_HOUR = 7
const LAST_HOUR = 18
const WITHIN = `Bitte eine volle Stunde zwischen ${FIRST_HOUR} und ${LAST_HOUR} Uhr.`

/** `erinnern`, `erinnern um 9`, `erinnern aus`: opt-in, and as easily out again. */
export const remind: ChatCommand = {
  door: 'chat remind',
  match: words => COMMAND.test(words),
  run: async (text, scene) =>
    alone(scene, async () => {
      const { hour, minute = '00', off, never } = COMMAND.exec(plainWords(text))?.groups ?? {}
      if (off !== undefined || never !== undefined) return send(await set(null, scene))
      if (minute !== '00') return send(await cardFor(scene, WITHIN))
      return send(hour === undefined ? await cardFor(scene) : await set(Number(hour), scene))
    }),
}

const RemindData = z.object({ hour: z.int().nullable().optional() })

export const remindButton: Button = forOneself({
  door: 'button remind',
  verb: 'remind',
  async run(data, scene) {
    const { hour } = RemindData.safeParse(data).data ?? {}
    return { messages: [], replacement: hour === undefined ? await cardFor(scene) : await set(hour, scene) }
  },
})

async function set(hour: number | null, scene: Scene) {
  const { reminders } = scene.services.store
  if (hour === null) await reminders.off(scene.person.id)
  else if (hour < FIRST_HOUR || hour > LAST_HOUR) return cardFor(scene, WITHIN)
  else await reminders.set(scene.person.id, hour)
  return cardFor(scene)
}

async function cardFor({ person, pack, services }: Scene, notice?: string) {
  const { reminders, conversations } = services.store
  const [reminder, chat] = await Promise.all([reminders.of(person.id), conversations.of(person.id)])
  const said = notice === undefined ? {} : { notice }
  return remindCard({ hour: reminder?.hour, reachable: chat !== undefined, ...said, issuer: issuerOf(pack) })
}
