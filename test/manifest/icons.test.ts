import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { PACKAGE_ICONS, readPng, SERVED_ICONS } from '../../manifest/icons.js'
import { openBrowser } from '../support/browser.js'
import { type Drawn, drawIcons, ICONS } from './draw-icons.js'

const ALL = [...PACKAGE_ICONS, ...SERVED_ICONS]
const kept = (file: string): Buffer => readFileSync(join(ICONS, file))

let browser: Browser
let page: Page
let drawn: readonly Drawn[]
beforeAll(async () => {
  browser = await openBrowser()
  drawn = await drawIcons(browser)
  page = await browser.newPage()
})
afterAll(async () => browser?.close())

/** Red, green, blue and opacity of every pixel; handed over as text, because a list of numbers takes seconds. */
async function pixelsOf(png: Buffer): Promise<readonly number[]> {
  const text = await page.evaluate(
    async source => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, image.width, image.height)
      return btoa(Array.from(data, byte => String.fromCharCode(byte)).join(''))
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
  return [...Buffer.from(text, 'base64')]
}

test.each(ALL)('$file has $pixels pixels', ({ file, pixels }) => {
  expect(readPng(kept(file))).toMatchObject({ width: pixels, height: pixels })
})

/** Browsers of another version draw edges a little otherwise; another colour or form is more than that. */
const A_LITTLE = 0.5

test.each(ALL)('$file is what its drawing says: otherwise run npm run icons', async ({ file }) => {
  const now = drawn.find(({ file: name }) => name === file)?.png
  const [before, after] = [await pixelsOf(kept(file)), await pixelsOf(now ?? Buffer.alloc(0))]
  expect(before.length).toBe(after.length)
  const apart = before.reduce((sum, value, index) => sum + Math.abs(value - (after[index] ?? 0)), 0) / before.length
  expect(apart).toBeLessThan(A_LITTLE)
})

test('the outline is white on a transparent ground, as Teams demands', async () => {
  const pixels = await pixelsOf(kept('outline.png'))
  const seen = pixels.flatMap((_, index) =>
    index % 4 === 0 && (pixels[index + 3] ?? 0) > 0 ? [pixels.slice(index, index + 3)] : [],
  )
  expect(seen.length).toBeGreaterThan(50)
  expect(seen.length).toBeLessThan(32 * 32 - 200)
  for (const colour of seen) expect(Math.min(...colour)).toBeGreaterThanOrEqual(250)
})

test('what matters of the color icon lies where Teams cuts nothing off', async () => {
  const pixels = await pixelsOf(kept('color.png'))
  const [red, green, blue] = pixels
  const drawnAt = pixels.flatMap((_, index) =>
    index % 4 === 0 && (pixels[index] !== red || pixels[index + 1] !== green || pixels[index + 2] !== blue)
      ? [{ x: (index / 4) % 192, y: Math.floor(index / 4 / 192) }]
      : [],
  )
  // 120 of 192 pixels in the middle.
  for (const { x, y } of drawnAt) expect(Math.max(Math.abs(x - 95.5), Math.abs(y - 95.5))).toBeLessThan(60)
})

test('no drawing loads anything or names a font', () => {
  for (const file of ['color.svg', 'outline.svg', 'icon.svg', 'icon-16.svg'])
    expect(kept(file).toString()).not.toMatch(/href|<image|<text|url\(|<script/)
})
