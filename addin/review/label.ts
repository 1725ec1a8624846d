import type { LabelStyle as HouseStyle } from '../../policies/pack/labels.js'
import type { Capabilities, Label } from '../office/document.js'

/** How a label may look. */
export const LABEL_STYLES = ['footnote', 'bracket', 'none'] as const
export type LabelStyle = (typeof LABEL_STYLES)[number]

/**
 * What a person may choose from, what the house wants first. Drafts that stay inside need no label, so none is always among
 * it; where Word writes no footnotes brackets stand for them.
 */
export function stylesFor({ footnotes }: Pick<Capabilities, 'footnotes'>, house: HouseStyle): readonly LabelStyle[] {
  switch (house) {
    case 'free':
      return LABEL_STYLES.filter(style => style !== 'footnote' || footnotes)
    case 'none':
      return ['none']
    case 'bracket':
      return ['bracket', 'none']
    case 'footnote':
      return [footnotes ? 'footnote' : 'bracket', 'none']
  }
}

/** A tool without a label text leaves none. */
export const labelOf = (style: LabelStyle, text: string): Label =>
  style === 'none' || text.trim() === '' ? { kind: 'none' } : { kind: style, text: text.trim() }
