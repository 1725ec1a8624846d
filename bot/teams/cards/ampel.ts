import type { Light } from '../../../policies/pack/terms.js'
import { type Colour, type Container, type Style, text } from './card.js'

/** The Ampel as icon, colour and (from the texts) word: three signs that each suffice alone. */
export const AMPEL: Record<Light, { readonly icon: string; readonly style: Style; readonly colour: Colour }> = {
  erlaubt: { icon: '✅', style: 'good', colour: 'good' },
  auflagen: { icon: '⚠️', style: 'warning', colour: 'warning' },
  verboten: { icon: '⛔', style: 'attention', colour: 'attention' },
  keine: { icon: 'ℹ️', style: 'accent', colour: 'accent' },
}

export function ampel(light: Light, word: string, title: string): Container {
  const { icon, style, colour } = AMPEL[light]
  return {
    type: 'Container',
    style,
    bleed: true,
    items: [
      text(`${icon} ${word}`, { size: 'large', weight: 'bolder', color: colour, style: 'heading' }),
      text(title, { spacing: 'none' }),
    ],
  }
}
