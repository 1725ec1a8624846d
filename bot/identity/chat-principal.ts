import type { Principal, Role } from '../../policies/tools/principal.js'
import type { Services } from '../teams/services.js'
import { entraPersonId } from './entra.js'

/** What Entra says a person is, by their object id. Activities of Teams carry no roles. */
export type ChatRoles = (objectId: string) => Promise<readonly Role[]>

/** Known to be staff, and nothing more: where no directory is asked. */
export const STAFF_ONLY: ChatRoles = async () => ['beschaeftigt']

const OBJECT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Who writes in Teams: the object id of Entra, the same that a token on the page names, so that both are one person here.
 * Whoever has none (guests of a channel, other bots) is nobody.
 */
export const chatPrincipal =
  (municipality: string, rolesOf: ChatRoles): Services['principalOf'] =>
  async (user): Promise<Principal | undefined> => {
    if (!OBJECT_ID.test(user)) return undefined
    const objectId = user.toLowerCase()
    return { kind: 'person', id: entraPersonId(objectId), municipality, roles: await rolesOf(objectId) }
  }
