import type { ToolFacts } from '../pack/tool-schema.js'
import type { Person } from './principal.js'

/** Whether this person has the tool: it is for everybody, or for their department, role or licence group. */
export function hasTool({ audience }: ToolFacts, { department, roles, groups = [] }: Person): boolean {
  if (audience === undefined) return false
  if (audience === 'alle') return true
  return (
    (department !== undefined && audience.departments.includes(department)) ||
    audience.roles.some(role => roles.includes(role)) ||
    audience.groups.some(group => groups.includes(group))
  )
}
