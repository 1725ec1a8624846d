import { z } from 'zod'
import { issuerOf } from '../cards/frame.js'
import { lessonCard } from '../cards/lesson-card.js'
import type { Button } from './activity.js'
import { forOneself, overviewCard } from './learn.js'

const LessonData = z.object({ module: z.string().max(80), screen: z.int().min(0).max(20).catch(0) })

/** One screen of a lesson in place of the card whose button was pressed. */
export const lessonButton: Button = forOneself({
  door: 'button lesson',
  verb: 'lesson',
  async run(data, scene) {
    const { pack, services } = scene
    const parsed = LessonData.safeParse(data)
    const lesson = parsed.success ? services.learning.lesson(parsed.data.module) : undefined
    if (!parsed.success || !lesson)
      return {
        messages: [],
        replacement: await overviewCard(scene, 'Dieses Modul gibt es nicht mehr. Das kommt als Nächstes:'),
      }
    const { round_questions: questions } = pack.training.settings
    const replacement = lessonCard({ lesson, screen: parsed.data.screen, questions, issuer: issuerOf(pack) })
    return { messages: [], replacement }
  },
})
