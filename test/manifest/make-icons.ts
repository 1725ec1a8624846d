// Draws the icons of the packages (manifest/icons/*.svg) as PNG beside them. Run: npm run icons
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from '../support/browser.js'
import { drawIcons, ICONS } from './draw-icons.js'

const browser = await openBrowser()
for (const { file, png } of await drawIcons(browser)) writeFileSync(join(ICONS, file), png)
await browser.close()
