import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { packageRoot } from '../../bot/paths.js'
import { PACKAGE_ICONS, SERVED_ICONS } from '../../manifest/icons.js'

export const ICONS = join(packageRoot(), 'manifest/icons')

/** What each icon is drawn from; 16 pixels are too few for the same drawing. */
const SOURCES: Readonly<Record<string, string>> = {
  'color.png': 'color.svg',
  'outline.png': 'outline.svg',
  'icon-16.png': 'icon-16.svg',
}

export type Drawn = { readonly file: string; readonly png: Buffer }

/** Every icon of the packages as PNG, in the size it is used in, on a transparent ground. */
export async function drawIcons(browser: Browser): Promise<readonly Drawn[]> {
  const page = await browser.newPage()
  const drawn: Drawn[] = []
  for (const { file, pixels } of [...PACKAGE_ICONS, ...SERVED_ICONS]) {
    await page.setViewportSize({ width: pixels, height: pixels })
    const svg = readFileSync(join(ICONS, SOURCES[file] ?? 'icon.svg'), 'utf8')
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${pixels}px;height:${pixels}px}</style>${svg}`)
    drawn.push({ file, png: await page.screenshot({ omitBackground: true }) })
  }
  await page.close()
  return drawn
}
