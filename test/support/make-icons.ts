// Renders the Ampel icons (bot/teams/cards/icons/*.svg) to PNG and writes them as data addresses into ampel-icons.ts, because
// chat clients show PNG everywhere while emoji and SVG depend on fonts and versions. Run: npm run icons
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../bot/paths.js'
import { openBrowser } from './browser.js'

const LIGHTS = ['erlaubt', 'auflagen', 'verboten', 'keine']
const folder = join(packageRoot(), 'bot/teams/cards')

const browser = await openBrowser()
const page = await browser.newPage({ viewport: { width: 48, height: 48 } })
const lines: string[] = []
for (const light of LIGHTS) {
  await page.setContent(`<style>body{margin:0}</style>${readFileSync(join(folder, 'icons', `${light}.svg`), 'utf8')}`)
  const png = await page.screenshot({ omitBackground: true })
  lines.push(`  ${light}: 'data:image/png;base64,${png.toString('base64')}',`)
}
await browser.close()
writeFileSync(
  join(folder, 'ampel-icons.ts'),
  `import type { Light } from '../../../policies/pack/terms.js'\n\n/** Made from icons/*.svg by \`npm run icons\`; 48 × 48 pixels. */\nexport const AMPEL_ICONS: Record<Light, string> = {\n${lines.join('\n')}\n}\n`,
)
