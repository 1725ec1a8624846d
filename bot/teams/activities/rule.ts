import { z } from 'zod'
import { answerOfRule, knownTopic, NO_TOPIC, Topic } from '../../../policies/answer/index.js'
import { plainWords } from '../../../policies/language/fold.js'
import type { Language } from '../../../policies/language/language.js'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import type { Rule } from '../../../policies/pack/rule-schema.js'
import { answerCard, groupCard } from '../cards/answer-card.js'
import type { Card } from '../cards/card.js'
import { issuerOf } from '../cards/frame.js'
import { helpFor } from '../people.js'
import { type Outcome, send } from '../turn.js'
import type { Button, ChatCommand, Scene } from './activity.js'
import { ask, topicOfRule } from './ask.js'

/** What a card carries so that the same rule can be shown again for the same case. */
export const RuleData = z.object({
  rule: z.string().max(80),
  language: z.enum(['de', 'en']).default('de'),
  topic: Topic.default(NO_TOPIC),
})

/** `regel Kennzeichnung`: a rule by title or id; anything else is taken as a question. */
export const rule: ChatCommand = {
  door: 'chat rule',
  match: words => /^(?:zeige? )?(?:regel|rule) \S/.test(words),
  async run(text, scene) {
    const name = text.replace(/^\s*(?:zeige?\s+)?(?:regel|rule)\s+/i, '')
    const found = ruleNamed(name, scene.pack)
    return found ? showRule(found, NO_TOPIC, 'de', scene) : ask(name, scene)
  },
}

export const ruleButton: Button = {
  door: 'button rule',
  verb: 'rule',
  async run(data, scene) {
    const parsed = RuleData.safeParse(data)
    const found = parsed.success ? scene.pack.rules.find(candidate => candidate.id === parsed.data.rule) : undefined
    return parsed.success && found ? showRule(found, parsed.data.topic, parsed.data.language, scene) : { messages: [] }
  },
}

function showRule(found: Rule, topic: Topic, language: Language, scene: Scene): Outcome {
  const known = topicOfRule(knownTopic(topic, scene.pack), found.id)
  return { ...send(ruleCard(found, known, language, 'ask', scene)), topic: known }
}

/** The card of a rule for what the topic holds, with the feedback row in the state wanted. */
export function ruleCard(
  found: Rule,
  topic: Topic,
  language: Language,
  feedback: 'ask' | 'yes' | 'no',
  { turn, person, pack, today, offers }: Scene,
): Card {
  const answer = answerOfRule(found, topic, pack, today, language, offers)
  const issuer = issuerOf(pack)
  if (turn.scope === 'group') return groupCard({ answer, language, issuer })
  return answerCard({
    answer,
    topic,
    language,
    readings: [],
    attempt: topic.attempt,
    people: helpFor(person, answer.help, pack, language),
    feedback,
    issuer,
  })
}

function ruleNamed(name: string, { rules }: Pack): Rule | undefined {
  const wanted = plainWords(name)
  return rules.find(({ id, title, en }) => [id, title, en.title].some(candidate => plainWords(candidate) === wanted))
}
