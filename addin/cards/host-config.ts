const STYLES = ['default', 'emphasis', 'accent', 'good', 'warning', 'attention'] as const
const COLOURS = ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'] as const

/** Colours are variables of the page, so that a card follows every look, also when it changes under it (tab/cards.css). */
const colour = { default: 'var(--colorNeutralForeground1)', subtle: 'var(--colorNeutralForeground2)' }

const styleOf = (name: string) => ({
  backgroundColor: `var(--card-${name})`,
  borderColor: 'var(--colorNeutralStroke1)',
  foregroundColors: Object.fromEntries(COLOURS.map(one => [one, colour])),
})

/** How a card looks on the page. */
export const HOST_CONFIG = {
  fontFamily: 'inherit',
  supportsInteractivity: true,
  containerStyles: Object.fromEntries(STYLES.map(name => [name, styleOf(name)])),
  fontSizes: { small: 14, default: 16, medium: 17, large: 20, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 20, default: 23, medium: 24, large: 27, extraLarge: 29 },
  spacing: { small: 6, default: 10, medium: 16, large: 20, extraLarge: 24, padding: 14 },
  separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke1)' },
  actions: {
    maxActions: 12,
    actionsOrientation: 'horizontal',
    buttonSpacing: 8,
    actionAlignment: 'left',
    spacing: 'default',
  },
  textBlock: { headingLevel: 3 },
}
