import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packageRoot } from '../../bot/paths.js'

const run = promisify(execFile)

/** A script with `office-pane.ts` and all it imports, to stand in a page. */
export async function bundlePane(): Promise<string> {
  const file = join(packageRoot(), 'test/support/office-script.mjs')
  const { stdout } = await run(process.execPath, [file], { cwd: packageRoot(), maxBuffer: 10_000_000 })
  return stdout.replaceAll('</script', '<\\/script')
}
