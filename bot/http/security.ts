import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { STYLE } from '../pages/page.js'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/**
 * What every answer says to a browser: load nothing, frame nothing, guess no type. Built pages replace the policy by their
 * own. `https`: people reach the service over https only.
 */
export const securityHeaders = (https: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: [hashOf(STYLE)],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: https && { maxAge: YEAR_SECONDS, includeSubDomains: false },
    // Word on the web and Teams show the pages in frames of other origins.
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })

const hashOf = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`
