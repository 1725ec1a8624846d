// Writes docs/openapi.json from the schemas of the service: npm run openapi. A test compares the two.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { openApi } from '../../bot/api/openapi.js'
import { packageRoot } from '../../bot/paths.js'

export const OPENAPI_FILE = join(packageRoot(), 'docs/openapi.json')

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')))

/** The document as it must stand in docs/, but for line breaks: those are the formatter's. */
export const currentOpenApi = (): unknown => JSON.parse(JSON.stringify(openApi(version)))

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(OPENAPI_FILE, `${JSON.stringify(currentOpenApi(), null, 2)}\n`)
