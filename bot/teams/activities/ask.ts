import { type Answer, answer, LONGEST_QUESTION, type Topic } from '../../../policies/answer/index.js'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import { answerCard, groupCard } from '../cards/answer-card.js'
import { breachCard } from '../cards/breach-card.js'
import type { Card } from '../cards/card.js'
import { issuerOf } from '../cards/frame.js'
import { noticeCard } from '../cards/notice-card.js'
import { unknownCard } from '../cards/unknown-card.js'
import { DEPUTY, helpFor, lineFor } from '../people.js'
import { type Outcome, send } from '../turn.js'
import type { Scene } from './activity.js'

/** A question in free words: understood together with the turns before, answered from the pack, remembered as ids. */
export async function ask(question: string, scene: Scene): Promise<Outcome> {
  const { turn, pack, today, offers, services } = scene
  const context = await services.memory.recall(turn.conversation, services.now())
  const given = answer(question, pack, context, today, offers)
  await services.counters.increment(`answer.${given.kind}`)
  const outcome = send(cardFor(given, scene))
  return given.topic.rules.length > 0 ? { ...outcome, topic: given.topic } : outcome
}

function cardFor(given: Answer, scene: Scene): Card {
  const { turn, person, pack } = scene
  const issuer = issuerOf(pack)
  const inGroup = turn.scope === 'group'
  switch (given.kind) {
    case 'rule':
      if (inGroup) return groupCard({ answer: given.answer, language: given.language, issuer })
      return answerCard({
        ...given,
        people: helpFor(person, given.answer.help, pack, given.language),
        feedback: 'ask',
        issuer,
      })
    case 'breach':
      return breachCard(
        given.calls.flatMap(call => lineFor(call, DEPUTY[given.language])),
        turn.scope,
        given.language,
        issuer,
      )
    case 'unknown': {
      const hint = given.language === 'de' ? given.elsewhere?.hint : undefined
      return unknownCard({
        ...given,
        hint,
        people: inGroup ? [] : helpFor(person, given.help, pack, given.language),
        issuer,
      })
    }
    case 'small-talk':
      return noticeCard({ title: 'KI-Kompass', lines: [given.reply] }, given.language, issuer)
    case 'unreadable':
      return noticeCard(unreadable(given.reason, pack), 'de', issuer)
  }
}

function unreadable(reason: 'empty' | 'too-long', { manifest }: Pack): { title: string; lines: string[] } {
  if (reason === 'too-long') {
    return {
      title: 'Das ist zu lang für eine Frage',
      lines: [
        `Bitte stellen Sie Ihre Frage in höchstens ${LONGEST_QUESTION.toLocaleString('de-DE')} Zeichen, und fügen Sie hier kein Dokument ein.`,
        'Zum Beispiel: „Darf ich einen Brief mit KI zusammenfassen?“',
      ],
    }
  }
  return {
    title: 'Ich habe keine Frage gefunden',
    lines: [
      `Schreiben Sie einfach in Ihren Worten, was Sie mit KI vorhaben. Ich kenne die Regeln von ${manifest.name}.`,
    ],
  }
}

/** The topic of a rule shown on its own, so that the next question can lean on it. */
export const topicOfRule = (topic: Topic, rule: string): Topic => ({ ...topic, rules: [rule] })
