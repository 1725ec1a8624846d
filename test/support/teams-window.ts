import type { Page } from 'playwright-core'

/** How Teams answers the tab inside it. */
export type TeamsWindow = {
  readonly theme?: string
  readonly subPage?: string
  /** The token it gives, or why it gives none. */
  readonly token: { readonly given: string } | { readonly refused: string }
  /** Says nothing at all, as a page that is no Teams would. */
  readonly silent?: boolean
}

const TEAMS = 'https://teams.microsoft.com'
export const SERVICE = 'https://kompass.musterstadt.example'

/** The service under the name it has for Teams. What is still on its way when a window closes is let go. */
export async function passOn(page: Page, service: string): Promise<void> {
  await page.context().route(`${SERVICE}/**`, async route => {
    const { pathname, search } = new URL(route.request().url())
    try {
      await route.fulfill({ response: await route.fetch({ url: `${service}${pathname}${search}` }) })
    } catch (error) {
      if (!page.isClosed()) throw error
    }
  })
}

/**
 * A window of Teams with the tab in a frame. teams-js in the frame is the real one; the window around speaks its language
 * in a few lines (platform notes: each message `{id, uuid, func, args}` is answered with `{id, uuid, args}`).
 */
export async function openTeamsWindow(page: Page, service: string, path: string, teams: TeamsWindow): Promise<void> {
  await passOn(page, service)
  await page.route(`${TEAMS}/**`, route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="de"><title>Teams</title>
<script>
const teams = ${JSON.stringify(teams)}
const context = {
  theme: teams.theme ?? 'default', locale: 'de-de', subEntityId: teams.subPage, entityId: 'kompass', userObjectId: 'u',
  tid: 't', hostName: 'Teams', hostClientType: 'web',
}
const answers = {
  initialize: () => ['content', 'web', JSON.stringify({ apiVersion: 4, supports: {} }), '2.0.1'],
  getContext: () => [context],
  'authentication.getAuthToken': () => teams.token.given ? [true, teams.token.given] : [false, teams.token.refused],
}
addEventListener('message', ({ data, source }) => {
  const answer = teams.silent ? undefined : answers[data.func]
  if (answer) source.postMessage({ id: data.id, uuid: data.uuid, args: answer() }, '*')
})
window.changeTheme = name => frames[0].postMessage({ func: 'themeChange', args: [name] }, '*')
</script>
<iframe title="Tab" src="${SERVICE}${path}" style="width:1000px;height:1200px;border:0"></iframe></html>`,
    }),
  )
  await page.goto(`${TEAMS}/v2/`)
}
