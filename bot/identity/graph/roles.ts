import { z } from 'zod'
import { ROLES, type Role } from '../../../policies/tools/principal.js'
import type { Claims } from '../municipality-settings.js'
import { type Graph, GraphRefused } from './graph.js'

/** Roles by object id, in small letters; whoever is not in it is staff. */
export type AssignedRoles = {
  readonly roles: ReadonlyMap<string, readonly Role[]>
  /** Groups whose members could not be read: their roles are missing. */
  readonly unreadGroups: number
}

const Application = z.object({
  id: z.string().min(1),
  appRoles: z.array(z.object({ id: z.string(), value: z.string().nullish() })),
})
const Assignment = z.object({
  principalId: z.string().min(1),
  principalType: z.string(),
  appRoleId: z.string(),
})
const Member = z.object({ id: z.string().min(1) })

/**
 * Who has which role of an application, as the tokens of its people would say. Needs the application permission
 * `Application.Read.All`, and `GroupMember.Read.All` where roles are given to groups (learn.microsoft.com, "List
 * appRoleAssignments granted for a service principal", "List group members"). Members of a group inside a group do not
 * count: they do not for tokens either.
 * @param appId the application people sign in to
 */
export async function readAssignedRoles(graph: Graph, appId: string, names: Claims['names']): Promise<AssignedRoles> {
  const { id, appRoles } = Application.parse(await graph.get(`${application(appId)}?$select=id,appRoles`))
  const ours = new Map(appRoles.flatMap(role => toRole(role, names)))
  const given = new Map<string, Set<Role>>()
  const members = memberReader(graph)
  for await (const entry of graph.list(
    `/v1.0/servicePrincipals/${encodeURIComponent(id)}/appRoleAssignedTo?$top=999`,
  )) {
    const { principalId, principalType, appRoleId } = Assignment.parse(entry)
    const role = ours.get(appRoleId)
    if (role === undefined) continue
    for (const person of principalType === 'Group' ? await members.of(principalId) : [principalId]) {
      const known = given.get(person.toLowerCase()) ?? new Set<Role>()
      given.set(person.toLowerCase(), known.add(role))
    }
  }
  const roles = new Map([...given].map(([person, set]) => [person, inOrder(set)] as const))
  return { roles, unreadGroups: members.unread() }
}

const application = (appId: string): string => `/v1.0/servicePrincipals(appId='${encodeURIComponent(appId)}')`

type AppRole = z.infer<typeof Application>['appRoles'][number]

const toRole = ({ id, value }: AppRole, names: Claims['names']): (readonly [string, Role])[] =>
  SPECIAL.flatMap(role => (value === names[role] ? [[id, role] as const] : []))

const SPECIAL = ROLES.filter(role => role !== 'beschaeftigt')

const inOrder = (set: ReadonlySet<Role>): readonly Role[] =>
  ROLES.filter(role => role === 'beschaeftigt' || set.has(role))

/** Reads each group once. One that may not be read costs its own members their role, not everybody theirs. */
function memberReader(graph: Graph) {
  const known = new Map<string, readonly string[]>()
  let unread = 0
  const read = async (group: string): Promise<readonly string[]> => {
    const members: string[] = []
    try {
      const path = `/v1.0/groups/${encodeURIComponent(group)}/members/microsoft.graph.user?$select=id&$top=999`
      for await (const entry of graph.list(path)) members.push(Member.parse(entry).id)
    } catch (error) {
      if (!(error instanceof GraphRefused)) throw error
      unread++
      return []
    }
    return members
  }
  return {
    of: async (group: string): Promise<readonly string[]> => {
      const members = known.get(group) ?? (await read(group))
      known.set(group, members)
      return members
    },
    unread: () => unread,
  }
}
