import type { RequestHandler, Response } from 'express'
import { page } from './page.js'

/**
 * The built page may load only from here and talk only to here, and Teams may frame it. Hosts of Teams: teams.microsoft.com,
 * teams.cloud.microsoft and Microsoft 365 (office.com).
 */
const policyFor = (signIn: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...signIn].join(' '),
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self' https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.office.com",
  ].join('; ')

/** Below it names hold a hash of their content (Vite), so they never change. */
const HASHED = 'assets'

/** Where a page may go for a token, as origins. */
export type SignInOrigins = () => Promise<readonly string[]>

export const tabPage = (folder: string, origins: SignInOrigins): RequestHandler =>
  builtPage({ folder, mount: 'tab', policy: async () => policyFor(await origins()) })

/** A built page below its name; where it was not built, it says so in German. */
export function builtPage({ folder, mount, policy }: BuiltPage): RequestHandler {
  return async (request, response, next) => {
    const file = fileOf(request.params.file)
    if (!request.path.startsWith(`/${mount}/`)) {
      response.redirect(301, `${mount}/${/\?.*$/s.exec(request.url)?.[0] ?? ''}`)
      return
    }
    const kept = file.startsWith(`${HASHED}/`) ? 'public, max-age=31536000, immutable' : 'no-cache'
    response.removeHeader('x-frame-options')
    response.set({ 'content-security-policy': await policy(), 'cache-control': kept })
    response.sendFile(file, { root: folder, cacheControl: false }, (error?: Error) => {
      if (error === undefined || response.headersSent) return
      response.removeHeader('cache-control')
      if (file === INDEX) notBuilt(response)
      else next()
    })
  }
}

type BuiltPage = {
  readonly folder: string
  readonly mount: string
  readonly policy: () => string | Promise<string>
}

const INDEX = 'index.html'

const fileOf = (path: unknown): string => {
  const parts = Array.isArray(path) ? path : []
  return parts.filter(part => part !== '').join('/') || INDEX
}

function notBuilt(response: Response): void {
  response
    .status(503)
    .set({ 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'", 'cache-control': 'no-store' })
    .type('html')
    .send(
      page(
        'KI-Kompass',
        `<h1>KI-Kompass</h1>
<p class="note">Diese Seite ist hier noch nicht fertig eingerichtet. Wollten Sie einen Text prüfen? Bitte geben Sie ihn so lange nirgends ein.</p>
<p>Im Chat können Sie weiter fragen und lernen, am besten ohne Namen und Nummern. Wer den Dienst betreut, richtet die Seite mit <code>npm install</code> und <code>npm run build</code> ein.</p>
<p><a href="/">Zur Startseite</a></p>`,
      ),
    )
}
