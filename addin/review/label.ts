import type { Capabilities, Label } from '../office/document.js'

/** How a label may look. */
export const LABEL_STYLES = ['footnote', 'bracket', 'none'] as const
export type LabelStyle = (typeof LABEL_STYLES)[number]

/** What this Word can write. */
export const stylesFor = ({ footnotes }: Pick<Capabilities, 'footnotes'>): LabelStyle[] =>
  LABEL_STYLES.filter(style => style !== 'footnote' || footnotes)

/** A tool without a label text leaves none. */
export const labelOf = (style: LabelStyle, text: string): Label =>
  style === 'none' || text.trim() === '' ? { kind: 'none' } : { kind: style, text: text.trim() }
