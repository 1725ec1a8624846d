import { z } from 'zod'
import { knownTopic } from '../../../policies/answer/index.js'
import type { Button } from './activity.js'
import { RuleData, ruleCard } from './rule.js'

const FeedbackData = RuleData.extend({ helpful: z.boolean() })

/** "War das hilfreich?": counts yes or no per rule and shows the same card with a thank-you. */
export const feedbackButton: Button = {
  door: 'button feedback',
  verb: 'feedback',
  async run(data, scene) {
    const parsed = FeedbackData.safeParse(data)
    const found = parsed.success ? scene.pack.rules.find(candidate => candidate.id === parsed.data.rule) : undefined
    if (!parsed.success || !found) return { messages: [] }
    const { helpful, topic, language } = parsed.data
    await scene.services.counters.increment(`feedback.${found.id}.${helpful ? 'yes' : 'no'}`)
    return {
      messages: [],
      replacement: ruleCard(found, knownTopic(topic, scene.pack), language, helpful ? 'yes' : 'no', scene),
    }
  },
}
