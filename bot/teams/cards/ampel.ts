import type { Light } from '../../../policies/pack/terms.js'
import { AMPEL_ICONS } from './ampel-icons.js'
import { type Container, type Style, text } from './card.js'

/** The colour is the ground, not the letters: dark letters on it stay readable in every theme. */
const GROUND: Record<Light, Style> = { erlaubt: 'good', auflagen: 'warning', verboten: 'attention', keine: 'accent' }

/** The Ampel as icon (each its own shape), word and colour: three signs that each suffice alone. */
export function ampel(light: Light, word: string, title: string): Container {
  return {
    type: 'Container',
    style: GROUND[light],
    bleed: true,
    items: [
      {
        type: 'ColumnSet',
        columns: [
          {
            type: 'Column',
            width: 'auto',
            verticalContentAlignment: 'center',
            items: [{ type: 'Image', url: AMPEL_ICONS[light], altText: word, width: '36px', height: '36px' }],
          },
          {
            type: 'Column',
            width: 'stretch',
            items: [
              text(word, { size: 'large', weight: 'bolder', style: 'heading' }),
              text(title, { spacing: 'none' }),
            ],
          },
        ],
      },
    ],
  }
}
