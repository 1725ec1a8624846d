import { app, authentication } from '@microsoft/teams-js'

/** What of Teams this page uses. Loaded inside a frame only. */
export type TeamsClient = {
  readonly theme: string
  /** Where a deep link leads: the sub page it names. */
  readonly subPage: string | undefined
  readonly watchTheme: (changed: (theme: string) => void) => void
  /** The tenant Teams is signed in to, if it says so. */
  readonly tenant: string | undefined
  /** The token of the signed-in person; rejects if Teams gives none, with its word for the reason. */
  readonly token: () => Promise<string>
}

/** Says hello to the window around; rejects if nobody there speaks the language of Teams. */
export async function openTeams(): Promise<TeamsClient> {
  await app.initialize()
  const context = await app.getContext()
  // Only hosts that show a loading sign wait for this; others do not answer.
  app.notifySuccess().catch(() => {})
  return {
    theme: context.app.theme,
    subPage: context.page.subPageId,
    tenant: context.user?.tenant?.id,
    watchTheme: changed => app.registerOnThemeChangeHandler(changed),
    token: () => authentication.getAuthToken(),
  }
}
