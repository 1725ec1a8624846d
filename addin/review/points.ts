/** What a person looks at before a model's text counts as theirs; the words stand in `texts/pane.ts`. */
export const POINTS = ['task', 'sources', 'figures', 'law', 'tone', 'reasons'] as const
export type Point = (typeof POINTS)[number]

/** The first point still open, undefined once all are looked at. */
export const openPoint = (looked: ReadonlySet<Point>): Point | undefined => POINTS.find(point => !looked.has(point))
