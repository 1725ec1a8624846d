/** Host settings close to the three looks of Teams, for rendering cards where Teams itself cannot be driven. */
export type Theme = 'default' | 'dark' | 'contrast'

type Palette = {
  readonly ground: string
  readonly text: string
  readonly subtle: string
  readonly styles: Record<string, string>
}

const PALETTES: Record<Theme, Palette> = {
  default: {
    ground: '#ffffff',
    text: '#242424',
    subtle: '#616161',
    styles: { emphasis: '#f5f5f5', accent: '#dce6f7', good: '#d9f0d3', warning: '#fdf1c8', attention: '#fbdcd9' },
  },
  dark: {
    ground: '#292929',
    text: '#ffffff',
    subtle: '#d6d6d6',
    styles: { emphasis: '#1f1f1f', accent: '#1f3550', good: '#1e3f1c', warning: '#4a3b05', attention: '#5a1f23' },
  },
  contrast: {
    ground: '#000000',
    text: '#ffffff',
    subtle: '#ffffff',
    styles: { emphasis: '#000000', accent: '#000000', good: '#000000', warning: '#000000', attention: '#000000' },
  },
}

export const groundOf = (theme: Theme): string => PALETTES[theme].ground

export function hostConfig(theme: Theme): object {
  const { ground, text, subtle, styles } = PALETTES[theme]
  const colour = { default: text, subtle }
  const foregroundColors = Object.fromEntries(
    ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'].map(name => [name, colour]),
  )
  const containers = Object.entries({ default: ground, ...styles }).map(([name, backgroundColor]) => [
    name,
    { backgroundColor, foregroundColors },
  ])
  return {
    fontFamily: 'sans-serif',
    supportsInteractivity: true,
    containerStyles: Object.fromEntries(containers),
    spacing: { small: 4, default: 8, medium: 16, large: 20, extraLarge: 24, padding: 14 },
    separator: { lineThickness: 1, lineColor: subtle },
    actions: {
      maxActions: 12,
      actionsOrientation: 'horizontal',
      buttonSpacing: 8,
      actionAlignment: 'left',
      spacing: 'default',
    },
    textBlock: { headingLevel: 2 },
  }
}
