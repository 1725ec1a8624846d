import { z } from 'zod'
import type { Step } from '../../../policies/learning-contract.js'
import { Inputs } from '../../../policies/training/index.js'
import { feedbackCard } from '../cards/feedback-card.js'
import { issuerOf } from '../cards/frame.js'
import { questionCard } from '../cards/question-card.js'
import type { Outcome } from '../turn.js'
import type { Button, Scene } from './activity.js'
import { forOneself, overviewCard } from './learn.js'

const RoundData = z.object({ module: z.string().max(80), version: z.int().min(1).optional() })

/** The questions of a module; coming from the end of its lesson (`version`), the lesson counts as read. */
export const roundButton: Button = forOneself({
  door: 'button round',
  verb: 'round',
  async run(data, scene) {
    const parsed = RoundData.safeParse(data)
    if (!parsed.success) return replaced(await overviewCard(scene))
    const { module, version } = parsed.data
    const { learning } = scene.services
    if (version !== undefined && !(await learning.lessonRead(scene.person, module, version)))
      return replaced(await overviewCard(scene, 'Diese Lektion gibt es inzwischen in einer neuen Fassung.'))
    return shown(await learning.start(scene.person, { kind: 'round', module }), scene)
  },
})

/** Today's repetition. */
export const portionButton: Button = forOneself({
  door: 'button portion',
  verb: 'portion',
  run: async (_, scene) => shown(await scene.services.learning.start(scene.person, { kind: 'portion' }), scene),
})

const SessionData = z.object({ session: z.string().max(4_000) })

/** The next question of a round under way. */
export const nextButton: Button = forOneself({
  door: 'button next',
  verb: 'next',
  async run(data, scene) {
    const parsed = SessionData.safeParse(data)
    if (!parsed.success) return replaced(await overviewCard(scene))
    return shown(await scene.services.learning.resume(scene.person, parsed.data.session), scene)
  },
})

/** An answer: feedback in place of the question. Where something is missing, the question stays with what was chosen. */
export const answerButton: Button = forOneself({
  door: 'button answer',
  verb: 'answer',
  async run(data, scene) {
    const parsed = SessionData.safeParse(data)
    if (!parsed.success) return replaced(await overviewCard(scene))
    const { session } = parsed.data
    const inputs = inputsIn(data)
    const { learning } = scene.services
    const step = await learning.answer(scene.person, session, inputs)
    const issuer = issuerOf(scene.pack)
    if (step.kind === 'feedback') return replaced(feedbackCard({ ...step, issuer }))
    if (step.reason !== 'incomplete') return replaced(await overviewCard(scene, step.message))
    const again = await learning.resume(scene.person, session)
    if (again.kind !== 'question') return shown(again, scene)
    return replaced(questionCard({ step: again, notice: step.message, inputs, issuer }))
  },
})

/** Inputs come merged into the data of the button; whatever is no field of ours is left aside. */
function inputsIn(data: unknown): Inputs {
  const fields = z.record(z.string(), z.unknown()).safeParse(data)
  const entries = Object.entries(fields.success ? fields.data : {}).filter(([name]) => /^(?:a|[is]\d{1,2})$/.test(name))
  return Inputs.safeParse(Object.fromEntries(entries)).data ?? {}
}

async function shown(step: Step, scene: Scene): Promise<Outcome> {
  switch (step.kind) {
    case 'question':
      return replaced(questionCard({ step, issuer: issuerOf(scene.pack) }))
    case 'stopped':
      return replaced(await overviewCard(scene, step.message))
    case 'finished':
      return replaced(await overviewCard(scene))
  }
}

const replaced = (replacement: NonNullable<Outcome['replacement']>): Outcome => ({ messages: [], replacement })
