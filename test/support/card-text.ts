import type { Action, Card, Element, Execute, Toggle } from '../../bot/teams/cards/card.js'

/** Every element of a card, outer before inner, in reading order. */
export function elementsOf(card: Card): Element[] {
  const inside = (element: Element): Element[] => {
    if (element.type === 'Container') return [element, ...element.items.flatMap(inside)]
    if (element.type === 'ColumnSet')
      return [element, ...element.columns.flatMap(column => column.items.flatMap(inside))]
    return [element]
  }
  return card.body.flatMap(inside)
}

/** All words of a card without its buttons, one text a line. */
export const textOf = (card: Card): string =>
  elementsOf(card)
    .flatMap(element => {
      if (element.type === 'RichTextBlock') return element.inlines.map(({ text }) => text).join('')
      return element.type === 'TextBlock' ? element.text : []
    })
    .join('\n')

export const headingOf = (card: Card): string | undefined =>
  elementsOf(card).flatMap(element =>
    element.type === 'TextBlock' && element.style === 'heading' ? element.text : [],
  )[0]

const actionsOf = (card: Card): Action[] =>
  elementsOf(card).flatMap(element => (element.type === 'ActionSet' ? element.actions : []))

export const executesOf = (card: Card): Execute[] => actionsOf(card).filter(action => action.type === 'Action.Execute')

export const togglesOf = (card: Card): Toggle[] =>
  actionsOf(card).filter(action => action.type === 'Action.ToggleVisibility')

/** A card as it travels: plain JSON, to be changed in tests of the rules. */
export const asJson = (card: Card): Record<string, unknown> =>
  JSON.parse(JSON.stringify(card)) as Record<string, unknown>
