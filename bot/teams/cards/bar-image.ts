import { png, type Rgb } from './png.js'

/** Both stand out 3:1 from white, from the dark ground of Teams and from black (WCAG 2.2, 1.4.11). */
const DONE: Rgb = [34, 139, 80]
const LEFT: Rgb = [138, 138, 138]
const WIDTH = 240
const HEIGHT = 10

/** A bar as PNG (data URL): the share done filled, what is left as a thin line, so that its shape tells without colour. */
export function barImage(done: number, of: number): string {
  const edge = of > 0 ? Math.round((WIDTH * done) / of) : 0
  const thin = (y: number): boolean => y >= 4 && y <= 5
  return png(WIDTH, HEIGHT, [null, DONE, LEFT], (x, y) => (x < edge ? 1 : thin(y) ? 2 : 0))
}

export const BAR_SIZE = { width: `${WIDTH}px`, height: `${HEIGHT}px` } as const
