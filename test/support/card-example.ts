import type { Card } from '../../bot/teams/cards/card.js'
import type { Light } from '../../policies/pack/terms.js'

/** A named card as people get it; `from` is the file in bot/teams/cards that makes it. */
export type CardExample = {
  readonly name: string
  readonly from:
    | 'answer-card'
    | 'approval-card'
    | 'breach-card'
    | 'check-card'
    | 'data-card'
    | 'draft-card'
    | 'feedback-card'
    | 'learn-card'
    | 'lesson-card'
    | 'notice-card'
    | 'page-card'
    | 'pause-card'
    | 'progress-card'
    | 'proof-card'
    | 'question-card'
    | 'register-card'
    | 'remind-card'
    | 'rules-card'
    | 'tools-card'
    | 'unknown-card'
    | 'which-tool-card'
  readonly card: Card
  readonly light?: Light
}
