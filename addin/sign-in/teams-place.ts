import type { TeamsClient } from '../teams/client.js'
import { teamsToken } from '../teams/token.js'
import type { Found } from './session.js'
import { type Door, type Entry, out } from './why.js'

/** Teams has signed the person in; its token is asked for, and asked for again when it has run out. Teams keeps the time. */
function teamsDoor(client: Pick<TeamsClient, 'token'>): Door {
  const token = async (): Promise<Entry> => {
    const given = await teamsToken(client)
    if (given.kind === 'none') return out(given.because === 'consent' ? 'consent' : 'teams')
    return { kind: 'in', token: given.token, ends: undefined, who: undefined }
  }
  return { shows: 'nothing', start: token, renew: token, open: token }
}

export const findInTeams = async (client: TeamsClient): Promise<Found> => ({ kind: 'door', door: teamsDoor(client) })
