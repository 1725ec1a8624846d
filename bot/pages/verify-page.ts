import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import { z } from 'zod'
import { germanDate } from '../../policies/language/german-date.js'
import { type CredentialContent, keyAddress, type Verified, verifyCredential } from '../proof/credential.js'
import type { VerificationKey } from '../proof/issuer-key.js'
import type { Issuer } from '../proof/open-badge.js'
import { FILE_FIELD, submitted, TEXT_FIELD } from '../proof/submitted.js'
import { escapeHtml, page } from './page.js'

export type VerifyDeps = {
  readonly keys: readonly VerificationKey[]
  readonly issuer: Issuer
  readonly now: () => Date
}

/** A text is at most 20 kB; a PDF that carries one has 20 to 30. */
const LARGEST_FORM = '32kb'
const LARGEST_FILE = '64kb'
/** Whoever asks: enough for every office, too few to keep a core busy. */
const CHECKS_A_MINUTE = 300

/** The public page that checks credentials, without login, script or storage; and the public keys. */
export function verifyRoutes(deps: VerifyDeps): Router {
  const { keys, issuer, now } = deps
  const routes = Router({ strict: true })
  routes.get('/nachweis', (_, response) => void html(response, 200, formPage()))
  routes.post(
    '/nachweis',
    paced(now),
    express.urlencoded({ extended: false, limit: LARGEST_FORM, parameterLimit: 10 }),
    express.raw({ type: 'multipart/form-data', limit: LARGEST_FILE }),
    check(deps),
  )
  const published = keys.map(({ thumbprint, jwk }) => ({
    ...jwk,
    kid: keyAddress(issuer, thumbprint),
    alg: 'EdDSA',
    use: 'sig',
  }))
  routes.get('/nachweis/schluessel.json', open, (_, response) => {
    response.type('application/jwk-set+json').send(JSON.stringify({ keys: published }))
  })
  routes.get('/nachweis/schluessel/:name', open, (request, response, next) => {
    const address = `/${request.params.name}`
    const key = published.find(({ kid }) => kid.endsWith(address))
    if (key) response.type('application/jwk+json').send(JSON.stringify(key))
    else next()
  })
  routes.use(onBadForm)
  return routes
}

const check =
  ({ keys, now }: VerifyDeps): RequestHandler =>
  async (request, response) => {
    const text = await submitted(request.headers['content-type'] ?? '', request.body)
    if (text === '') html(response, 400, formPage('Bitte wählen Sie eine Datei oder fügen Sie den Text ein.'))
    else html(response, 200, resultPage(await verifyCredential(text, keys, now())))
  }

/** Checking programs run elsewhere; what they get is public. */
const open: RequestHandler = (_, response, next) => {
  response.set({ 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' })
  next()
}

const html = (response: express.Response, status: number, body: string): void =>
  void response.status(status).set('cache-control', 'no-store').type('html').send(body)

function paced(now: () => Date): RequestHandler {
  let minute = 0
  let checks = 0
  return (_, response, next) => {
    const current = Math.floor(now().getTime() / 60_000)
    checks = current === minute ? checks + 1 : 1
    minute = current
    if (checks <= CHECKS_A_MINUTE) next()
    else html(response, 429, formPage('Gerade prüfen sehr viele. Bitte versuchen Sie es in einer Minute noch einmal.'))
  }
}

/** What Express says of a body it does not take. */
const Refused = z.object({ status: z.number() })

const onBadForm: ErrorRequestHandler = (error: unknown, _, response, next) => {
  const { status } = Refused.safeParse(error).data ?? { status: 500 }
  if (status === 413)
    html(
      response,
      413,
      formPage('Das ist zu groß für einen Nachweis von uns. Bitte wählen Sie das PDF oder die Datei nachweis.jwt.'),
    )
  else if (status < 500) html(response, 400, resultPage({ kind: 'unreadable' }))
  else next(error)
}

const formPage = (problem?: string): string =>
  page(
    'Nachweis prüfen',
    `<h1>Nachweis prüfen</h1>
${problem === undefined ? '' : `<p class="note" role="alert">${problem}</p>`}
<p>Ist ein KI-Pass echt, und gilt er noch? Hier sehen Sie es sofort, ohne Anmeldung.</p>
<form method="post" action="nachweis" enctype="multipart/form-data">
<p><label for="${FILE_FIELD}">Das PDF oder die Datei nachweis.jwt</label>
<input type="file" id="${FILE_FIELD}" name="${FILE_FIELD}" accept=".pdf,.jwt,.txt"></p>
<p><label for="${TEXT_FIELD}">Oder der Text aus dieser Datei</label>
<textarea id="${TEXT_FIELD}" name="${TEXT_FIELD}" rows="5" cols="32" spellcheck="false" autocomplete="off"></textarea></p>
<button type="submit">Prüfen</button>
</form>
<p class="note">${NOTHING_KEPT}</p>
<h2>Wo finde ich die Datei?</h2>
<p>Sie ist dem PDF angehängt: In Ihrem Leseprogramm steht sie unter „Anlagen“, oft mit einer Büroklammer. Den Text sehen Sie, wenn Sie sie mit einem Editor öffnen, in Windows mit der rechten Maustaste und „Öffnen mit“. Kopieren Sie ihn ganz, er beginnt mit „ey“.</p>
<h2>Für Prüfprogramme</h2>
<p>Die Nachweise sind Open Badges 3.0 als VC-JWT. Unsere <a href="nachweis/schluessel.json">öffentlichen Schlüssel</a> liegen als JWKS bereit.</p>`,
  )

const NOTHING_KEPT = 'Gespeichert oder protokolliert wird nichts: weder der Nachweis noch, dass Sie ihn geprüft haben.'

function resultPage(result: Verified): string {
  const { title, body } = wordsOf(result)
  return page(
    `${title}: Nachweis prüfen`,
    `<h1>${title}</h1>
${body}
<p class="note">${NOTHING_KEPT}</p>
<p><a href="nachweis">Einen weiteren Nachweis prüfen</a></p>`,
  )
}

function wordsOf(result: Verified): { readonly title: string; readonly body: string } {
  switch (result.kind) {
    case 'valid':
      return {
        title: 'Gültig',
        body: `<p>Der Nachweis ist echt, unverändert und gilt bis ${germanDate(result.content.until)}.</p>${contentList(result.content)}`,
      }
    case 'expired':
      return {
        title: 'Abgelaufen',
        body: `<p>Der Nachweis ist echt und unverändert, galt aber nur bis ${germanDate(result.content.until)}. Vielleicht gibt es schon einen neuen.</p>${contentList(result.content)}`,
      }
    case 'not-yet':
      return {
        title: 'Noch nicht gültig',
        body: `<p>Der Nachweis ist echt und unverändert, gilt aber erst ab ${germanDate(result.content.from)}.</p>${contentList(result.content)}`,
      }
    case 'wrong-signature':
      return {
        title: 'Nicht gültig',
        body: '<p>Der Nachweis nennt uns als Aussteller, aber Unterschrift und Inhalt passen nicht zusammen. Oft fehlt nur ein Stück vom Text: Bitte nehmen Sie die Datei noch einmal. Bleibt es dabei, verlassen Sie sich nicht darauf.</p>',
      }
    case 'unknown-key':
    case 'not-ours':
      return {
        title: 'Nicht von uns',
        body: '<p>Diesen Nachweis haben wir nicht ausgestellt. Er kann trotzdem echt sein: Bitte fragen Sie die Stelle, die darin genannt ist.</p>',
      }
    case 'unreadable':
      return {
        title: 'Nicht lesbar',
        body: '<p>Darin haben wir keinen Nachweis gefunden. Wählen Sie bitte das PDF oder die Datei nachweis.jwt, die daran hängt; wurde das PDF mit einem anderen Programm gespeichert, hilft meist die Datei.</p>',
      }
  }
}

function contentList({ title, name, issuer, example, from, until, id, modules }: CredentialContent): string {
  const rows = [
    ['Nachweis', title],
    ['Ausgestellt für', name ?? 'ohne Namen'],
    ['Ausgestellt von', issuer],
    ['Ausgestellt am', germanDate(from)],
    ['Gültig bis', germanDate(until)],
    ['Nummer', id],
  ] as const
  return `
${example ? '<p class="note"><strong>Beispielkommune:</strong> Sie und ihre Menschen sind erfunden. Dieser Nachweis dient nur zum Ausprobieren.</p>' : ''}
<ul>
${rows.map(([what, value]) => `<li>${what}: <strong>${escapeHtml(value)}</strong></li>`).join('\n')}
</ul>
${modules.length === 0 ? '' : `<h2>Module</h2>\n<ul>\n${modules.map(module => `<li>${escapeHtml(module.title)} (${escapeHtml(module.basis)})</li>`).join('\n')}\n</ul>`}
<p>Vergleichen Sie bitte Name und Daten mit dem, was Ihnen vorliegt. Ob die Person selbst vor Ihnen steht, sagt ein Nachweis nicht; ob inzwischen eine Auffrischung fällig ist, weiß die ausstellende Stelle.</p>`
}
