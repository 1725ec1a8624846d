import type { RequestHandler } from 'express'
import { builtPage, type SignInOrigins } from './tab-page.js'

/** The built pane, and where Office.js comes from: undefined is Microsoft's own address. */
export type PanePage = { readonly folder: string; readonly officeJs: string | undefined }

const MICROSOFT = 'https://appsforoffice.microsoft.com'

/** Where Office.js comes from. */
export const officeOrigin = (officeJs: string | undefined): string =>
  officeJs === undefined ? MICROSOFT : new URL(officeJs).origin

/**
 * Where a pane may be framed: Word on the web and the addresses Microsoft documents for it. Word on the desktop shows it in a
 * window of its own. Which of them a municipality allows is decided where Office is set up.
 */
const HOSTS = [
  "'self'",
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.sharepoint.com',
]

/** The built pane below /pane/, and /pane/settings.json with what it must know before it asks anybody. */
export function panePage({ folder, officeJs }: PanePage, origins: SignInOrigins): RequestHandler {
  const policy = async (): Promise<string> => policyFor(officeJs, await origins())
  const page = builtPage({ folder, mount: 'pane', policy })
  return (request, response, next) => {
    if (request.path !== '/pane/settings.json') return page(request, response, next)
    response.set('cache-control', 'no-cache').json(officeJs === undefined ? {} : { officeJs })
  }
}

/**
 * Office.js loads the rest of itself and its words from where it came from, and asks there, in a frame, about a window around
 * it that it does not know; everything else stays in the house.
 */
function policyFor(officeJs: string | undefined, signIn: readonly string[]): string {
  const office = officeOrigin(officeJs)
  return [
    "default-src 'none'",
    `script-src 'self' ${office}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: ${office}`,
    "font-src 'self'",
    [`connect-src 'self' ${office}`, ...signIn].join(' '),
    `frame-src ${office}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${HOSTS.join(' ')}`,
  ].join('; ')
}
