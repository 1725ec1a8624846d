import { z } from 'zod'
import { plainWords } from '../../../policies/language/fold.js'
import { Day } from '../../../policies/pack/terms.js'
import { plusDays } from '../../../policies/training/index.js'
import { issuerOf } from '../cards/frame.js'
import { pauseCard } from '../cards/pause-card.js'
import { send } from '../turn.js'
import type { Button, ChatCommand, Scene } from './activity.js'
import { alone, forOneself, overviewCard, viewOf } from './learn.js'

const COMMAND =
  /^pause(?: machen)?(?: (?<weeks>\d{1,2}|eine?|zwei|drei|vier|aus|ende|beenden)(?: wochen?)?| bis (?:zum )?\d[\d a-z]*)?$/
const NUMBERS: Readonly<Record<string, number>> = {
  ein: 1,
  eine: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  aus: 0,
  ende: 0,
  beenden: 0,
}

/** `pause`, `pause 2 wochen`, `pause beenden`: no repetition and no reminder for a while. A day is chosen on the card. */
export const pause: ChatCommand = {
  door: 'chat pause',
  match: words => COMMAND.test(words),
  run: async (text, scene) =>
    alone(scene, async () => {
      const given = COMMAND.exec(plainWords(text))?.groups?.weeks
      if (given === undefined) return send(await cardFor(scene))
      return pausedFor(NUMBERS[given] ?? Number(given), scene)
    }),
}

const PauseData = z.object({
  weeks: z.int().min(0).max(52).optional(),
  days: z.int().min(0).max(365).optional(),
  chosen: z.boolean().optional(),
  until: Day.optional().catch(undefined),
})

export const pauseButton: Button = forOneself({
  door: 'button pause',
  verb: 'pause',
  async run(data, scene) {
    const { today, services, person } = scene
    const { weeks, days, chosen, until } = PauseData.safeParse(data).data ?? {}
    if (chosen) {
      if (until === undefined || until <= today || until > plusDays(today, LONGEST_DAYS))
        return {
          messages: [],
          replacement: await cardFor(scene, 'Bitte wählen Sie einen Tag in den nächsten zwölf Monaten.'),
        }
      await services.learning.pause(person, until)
      return { messages: [], replacement: await cardFor(scene) }
    }
    const length = days ?? (weeks === undefined ? undefined : weeks * 7)
    if (length === undefined) return { messages: [], replacement: await cardFor(scene) }
    await services.learning.pause(person, length === 0 ? undefined : plusDays(today, length))
    return { messages: [], replacement: length === 0 ? await overviewCard(scene) : await cardFor(scene) }
  },
})

const LONGEST_DAYS = 366

async function pausedFor(weeks: number, scene: Scene) {
  const { services, person, today } = scene
  if (weeks * 7 > LONGEST_DAYS) return send(await cardFor(scene, 'Länger als zwölf Monate geht es nicht am Stück.'))
  await services.learning.pause(person, weeks === 0 ? undefined : plusDays(today, weeks * 7))
  return send(weeks === 0 ? await overviewCard(scene) : await cardFor(scene))
}

async function cardFor(scene: Scene, notice?: string) {
  const { pausedUntil } = await viewOf(scene)
  const said = notice === undefined ? {} : { notice }
  return pauseCard({ pausedUntil, today: scene.today, ...said, issuer: issuerOf(scene.pack) })
}
