import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A headless Chromium: CHROMIUM_PATH, else the system's, else the one that comes as a package. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

async function chromiumPath(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  const system = SYSTEM.find(existsSync)
  if (system) return system
  // The package unpacks the libraries Chromium needs only where it believes to be in such an environment.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}
