import { png, type Rgb } from './png.js'

/** Readable on white, on the dark ground of Teams and on black: the share done is dark-light by pattern, not by colour alone. */
const DONE: Rgb = [16, 124, 65]
const LEFT: Rgb = [190, 190, 190]
const WIDTH = 240
const HEIGHT = 10

/** A bar as PNG (data URL): the share done filled, what is left as a thin line, so that its shape tells without colour. */
export function barImage(done: number, of: number): string {
  const edge = of > 0 ? Math.round((WIDTH * Math.min(done, of)) / of) : 0
  const thin = (y: number): boolean => y >= 4 && y <= 5
  return png(WIDTH, HEIGHT, [null, DONE, LEFT], (x, y) => (x < edge ? 1 : thin(y) ? 2 : 0))
}

export const BAR_SIZE = { width: `${WIDTH}px`, height: `${HEIGHT}px` } as const
