/// <reference types="office-js" />

/** The look of the Office around the pane. */
export type OfficeLook = 'default' | 'dark' | 'contrast'

/** The parts of `Office.context.officeTheme` that tell it; any may be missing, on some platforms all are. */
export type OfficeColours = {
  readonly isDarkTheme?: unknown
  readonly bodyBackgroundColor?: unknown
  readonly bodyForegroundColor?: unknown
  readonly controlBackgroundColor?: unknown
}

/** The look by the colours, and where there are none by what Office says of itself. Undefined: nobody knows. */
export function lookOf(colours: OfficeColours | undefined): OfficeLook | undefined {
  if (!colours) return undefined
  const body = lightOf(colours.bodyBackgroundColor)
  if (body === undefined) return typeof colours.isDarkTheme === 'boolean' ? byName(colours.isDarkTheme) : undefined
  if (isHighContrast(body, colours)) return 'contrast'
  return byName(body < MIDDLE)
}

const byName = (dark: boolean): OfficeLook => (dark ? 'dark' : 'default')

/** Halfway for the eye between black and white, as WCAG 2 counts light. */
const MIDDLE = 0.18

/**
 * The black of high contrast is all black, buttons too, with a text in a full colour on it; the black theme of Office is dark
 * grey, or has grey buttons. A white high contrast needs nothing of its own: forced colours lie over the light look.
 */
const isHighContrast = (body: number, { controlBackgroundColor, bodyForegroundColor }: OfficeColours): boolean =>
  body === 0 && lightOf(controlBackgroundColor) === 0 && (lightOf(bodyForegroundColor) ?? 0) > 0.5

/** Relative luminance of "#RRGGBB" (WCAG 2), from 0 to 1. Some platforms leave out the sign before it, or add the opacity. */
function lightOf(colour: unknown): number | undefined {
  const [, red = '', green = '', blue = ''] =
    /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})(?:[\da-f]{2})?$/i.exec(String(colour)) ?? []
  if (red === '') return undefined
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(pair: string): number {
  const part = Number.parseInt(pair, 16) / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

/** The look of the Office that is there, once Office.js is. Outside of Office undefined. */
export function officeLook(): OfficeLook | undefined {
  return typeof Office === 'undefined' ? undefined : lookOf(Office.context?.officeTheme)
}

/**
 * Calls back whenever the look may have changed: where Office tells it (Microsoft documents the event for Outlook only), and
 * whenever somebody comes back to the pane, for all others. Ends with the function given back.
 */
export function onOfficeLook(changed: () => void): () => void {
  addEventListener('focus', changed)
  const event = typeof Office === 'undefined' ? undefined : Office.EventType?.OfficeThemeChanged
  const document = event === undefined ? undefined : Office.context?.document
  if (event !== undefined) attempt(() => document?.addHandlerAsync(event, changed))
  return () => {
    removeEventListener('focus', changed)
    if (event !== undefined) attempt(() => document?.removeHandlerAsync(event, { handler: changed }))
  }
}

/** An Office that does not know the event throws, or says so to nobody. */
function attempt(work: () => unknown): void {
  try {
    work()
  } catch {
    // Coming back to the pane still asks anew.
  }
}
