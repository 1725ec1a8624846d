import type { Logger } from 'pino'
import type { ChatRoles } from '../chat-principal.js'
import type { Claims } from '../municipality-settings.js'
import type { Graph } from './graph.js'
import { type AssignedRoles, readAssignedRoles } from './roles.js'

export type GraphRolesDeps = {
  readonly graph: Graph
  /** The application people sign in to, whose roles are meant. */
  readonly appId: string
  readonly names: Claims['names']
  readonly now: () => Date
  readonly log: Pick<Logger, 'warn'>
}

/** How long what was read counts; a role taken away ends by then. */
const FRESH_MS = 15 * 60_000
/** Graph that is away is not asked again with every message; where the permission is missing, no sooner than usual. */
const REST_MS = 60_000
const MISSING: readonly (number | undefined)[] = [401, 403]

type Known = { readonly until: number; readonly roles: AssignedRoles['roles'] }
const NOBODY: AssignedRoles['roles'] = new Map()

/**
 * The roles of chat users: activities of Teams carry none. Where Graph cannot be read everybody is staff, which is enough
 * to ask, check and learn; the log says so, without names.
 */
export function rolesFromGraph(deps: GraphRolesDeps): ChatRoles {
  const { now, log } = deps
  let known: Known | undefined
  let reading: Promise<Known> | undefined
  const renew = async (): Promise<Known> => {
    known = await read(deps).catch(error => {
      const status = statusOf(error)
      log.warn({ error: nameOf(error), status }, 'roles could not be read: in chat everybody is staff')
      return { until: now().getTime() + (MISSING.includes(status) ? FRESH_MS : REST_MS), roles: NOBODY }
    })
    reading = undefined
    return known
  }
  return async objectId => {
    if (!known || now().getTime() >= known.until) reading ??= renew()
    const { roles } = (await reading) ?? known ?? { roles: NOBODY }
    return roles.get(objectId.toLowerCase()) ?? ['beschaeftigt']
  }
}

async function read({ graph, appId, names, now, log }: GraphRolesDeps): Promise<Known> {
  const { roles, unreadGroups } = await readAssignedRoles(graph, appId, names)
  if (unreadGroups > 0)
    log.warn({ groups: unreadGroups }, 'members of groups could not be read: their roles are missing in chat')
  return { until: now().getTime() + FRESH_MS, roles }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined
