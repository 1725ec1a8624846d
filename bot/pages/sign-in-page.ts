import type { RequestHandler } from 'express'
import { officeOrigin, type PanePage } from './pane-page.js'
import { builtPage } from './tab-page.js'

/**
 * The built page below /anmeldung/: where the provider sends people back to, and the dialog of Word. It frames nobody and
 * is framed by nobody.
 */
export function signInPage({ folder, officeJs }: PanePage): RequestHandler {
  const office = officeOrigin(officeJs)
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${office}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: ${office}`,
    `connect-src 'self' ${office}`,
    `frame-src ${office}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  const page = builtPage({ folder, mount: 'anmeldung', policy: () => policy })
  return (request, response, next) => {
    // A dialog of Word on the web answers through the window that opened it.
    response.removeHeader('cross-origin-opener-policy')
    return page(request, response, next)
  }
}
