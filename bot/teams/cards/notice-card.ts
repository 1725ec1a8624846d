import type { Language } from '../../../policies/language/language.js'
import { type Action, type Card, type Element, list, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'

export type Notice = {
  readonly title: string
  readonly lines: readonly string[]
  readonly points?: readonly string[]
  readonly actions?: readonly Action[]
}

/** A title, a few sentences, perhaps points and buttons: welcome, help, privacy, and every "this I cannot do here". */
export function noticeCard(
  { title, lines, points = [], actions = [] }: Notice,
  language: Language,
  issuer: Issuer,
): Card {
  const body: Element[] = [
    text(title, { size: 'large', weight: 'bolder', style: 'heading' }),
    ...lines.map(line => text(line)),
    ...(points.length > 0 ? [list(points)] : []),
    ...rows(actions, 'medium'),
  ]
  return framed(language, [title, ...lines].join(' '), body, issuer)
}
