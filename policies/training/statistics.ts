/** Below this many people a number could be traced to one of them. */
const SMALLEST_GROUP = 5

/**
 * A number of people as it may be shown. Steps of five, so that the difference of two days gives nobody away either; there
 * are no sums, so that none gives away a small group.
 */
export type Cell = { readonly kind: 'under' } | { readonly kind: 'least'; readonly count: number }

export const cellOf = (people: number): Cell =>
  people < SMALLEST_GROUP ? { kind: 'under' } : { kind: 'least', count: people - (people % SMALLEST_GROUP) }

export const cellText = (cell: Cell): string =>
  cell.kind === 'under' ? `unter ${SMALLEST_GROUP}` : `mindestens ${cell.count}`
