import { type Action, openUrl } from '../../cards/card.js'
import { draftedCards } from '../../cards/draft-card.js'
import { issuerOf } from '../../cards/frame.js'
import { type Notice, noticeCard } from '../../cards/notice-card.js'
import { type Outcome, send } from '../../turn.js'
import type { Scene } from '../activity.js'
import { pageOf } from './form.js'

/** A notice beside the form; always with the way to the page. */
export const say = (notice: Notice, scene: Scene, actions: readonly Action[] = []): Outcome =>
  send(
    noticeCard(
      { ...notice, actions: [...actions, openUrl('Auf der Seite öffnen', pageOf(scene))] },
      'de',
      issuerOf(scene.pack),
    ),
  )

/** The labels of gaps may repeat. */
type Drafted = Omit<Parameters<typeof draftedCards>[0], 'page' | 'issuer'>

/** The draft beside the form, which stays as it was filled in; each gap is named once. */
export function sendDraft(drafted: Drafted, scene: Scene, ai = false): Outcome {
  const gaps = distinct(drafted.gaps)
  const cards = draftedCards({ ...drafted, gaps, page: pageOf(scene), issuer: issuerOf(scene.pack) })
  return { messages: cards.map(card => (ai ? { card, ai } : { card })) }
}

const distinct = (labels: readonly string[]): string[] => [...new Set(labels.filter(label => label !== ''))]
