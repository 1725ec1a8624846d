import type { TeamsClient } from './client.js'
import { within } from './connect.js'

/** The token of Teams, or why there is none. `consent`: the administration has to allow the application once. */
export type TeamsToken =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'none'; readonly because: 'consent' | 'failed' }

const PATIENCE = 10_000

/** The words by which Teams and Entra ask for a consent that only the administration can give. */
const CONSENT = ['resourceRequiresConsent', 'consent_required', 'AADSTS65001']

export async function teamsToken(client: Pick<TeamsClient, 'token'>, patience = PATIENCE): Promise<TeamsToken> {
  try {
    return { kind: 'token', token: await within(patience, client.token()) }
  } catch (failure) {
    const said = failure instanceof Error ? failure.message : String(failure)
    return { kind: 'none', because: CONSENT.some(word => said.includes(word)) ? 'consent' : 'failed' }
  }
}
