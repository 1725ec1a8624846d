import type { RequestHandler } from 'express'
import { builtPage } from './tab-page.js'

/** The built pane, and where Office.js comes from: undefined is Microsoft's own address. */
export type PanePage = { readonly folder: string; readonly officeJs: string | undefined }

const MICROSOFT = 'https://appsforoffice.microsoft.com'

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
export function panePage({ folder, officeJs }: PanePage): RequestHandler {
  const page = builtPage({ folder, mount: 'pane', policy: policyFor(officeJs) })
  return (request, response, next) => {
    if (request.path !== '/pane/settings.json') return page(request, response, next)
    response.set('cache-control', 'no-cache').json(officeJs === undefined ? {} : { officeJs })
  }
}

/**
 * Office.js loads the rest of itself and its words from where it came from, and asks there, in a frame, about a window around
 * it that it does not know; everything else stays in the house.
 */
function policyFor(officeJs: string | undefined): string {
  const office = officeJs === undefined ? MICROSOFT : new URL(officeJs).origin
  return [
    "default-src 'none'",
    `script-src 'self' ${office}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: ${office}`,
    "font-src 'self'",
    `connect-src 'self' ${office}`,
    `frame-src ${office}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${HOSTS.join(' ')}`,
  ].join('; ')
}
