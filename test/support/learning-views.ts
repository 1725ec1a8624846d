import { createLearning } from '../../bot/learning/learning.js'
import { overviewOf } from '../../bot/learning/overview.js'
import type { LearningView } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Day } from '../../policies/pack/terms.js'
import { modulesOf } from '../../policies/training/index.js'
import { freshStore } from './fresh-store.js'
import { learnModule } from './learner.js'
import { DAY } from './musterstadt.js'
import { LEARNING_KEY } from './scenes.js'

/** The pack on the day on which a rule was changed so much that its module has to be learned again. */
export const withChangedRule = (pack: Pack, id: string, day: Day): Pack => ({
  ...pack,
  rules: pack.rules.map(rule =>
    rule.id === id ? { ...rule, version: 2, valid_from: day, retrain: 'required' as const } : rule,
  ),
})

type Views = Readonly<
  Record<
    'newcomer' | 'read' | 'resting' | 'passed' | 'due' | 'paused' | 'retrain' | 'everything' | 'ended',
    LearningView
  >
>

/**
 * What one learner sees over time: on the first day, after reading a lesson, in a pause before the end of the course, with
 * the KI-Pass, when something is due, in a pause after it, after a changed rule, with both certificates, years later.
 */
export async function learningViews(pack: Pack): Promise<Views> {
  const store = freshStore(pack.manifest.id)
  let today = DAY
  let current = pack
  const now = (): Date => new Date(`${today}T10:00:00Z`)
  const learning = createLearning({ store, pack: () => current, now, key: LEARNING_KEY, seed: () => 3 })
  const person = {
    kind: 'person' as const,
    id: 'example',
    municipality: pack.manifest.id,
    roles: ['beschaeftigt'] as const,
  }
  const view = () => overviewOf(person, { learning, store, pack: () => current, now })
  const newcomer = await view()
  await learning.lessonRead(person, 'g1', 1)
  const read = await view()
  await learning.pause(person, '2026-12-24')
  const resting = await view()
  await learning.pause(person, undefined)
  for (const { id } of modulesOf(pack, 'grundkurs')) await learnModule(learning, person, id, pack)
  const passed = await view()
  today = '2026-11-26'
  const due = await view()
  await learning.pause(person, '2026-12-24')
  const paused = await view()
  current = withChangedRule(pack, 'anonymisieren', '2026-11-25')
  const retrain = await view()
  current = pack
  await learning.pause(person, undefined)
  for (const { id } of modulesOf(pack, 'lotsen')) await learnModule(learning, person, id, pack)
  const everything = await view()
  today = '2028-02-01'
  const ended = await view()
  return { newcomer, read, resting, passed, due, paused, retrain, everything, ended }
}
