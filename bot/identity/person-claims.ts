import { type Person, ROLES, type Role } from '../../policies/tools/principal.js'
import type { Claims } from './municipality-settings.js'

type Payload = Readonly<Record<string, unknown>>

/** A name is for display; whoever writes a longer one into a directory does not mean to be addressed by it. */
const LONGEST_NAME = 200

/** What a verified token says about a person beyond who it is. Whoever is signed in is `beschaeftigt`. */
export function personFrom(payload: Payload, id: string, municipality: string, claims: Claims): Person {
  const groups = textsAt(payload, claims.groups)
  const [department] = textsAt(payload, claims.department)
  const { name } = payload
  return {
    kind: 'person',
    id,
    municipality,
    roles: rolesIn(payload, claims),
    ...(typeof name === 'string' && name !== '' ? { name: name.slice(0, LONGEST_NAME) } : {}),
    ...(department === undefined ? {} : { department }),
    ...(groups.length > 0 ? { groups } : {}),
  }
}

function rolesIn(payload: Payload, { roles, names }: Claims): readonly Role[] {
  const given = new Set(textsAt(payload, roles))
  return ROLES.filter(role => role === 'beschaeftigt' || given.has(names[role]))
}

/** One text or a list of them at a place in the token; whatever else stands there counts as nothing. */
function textsAt(payload: Payload, place: string): string[] {
  const found = Object.hasOwn(payload, place) ? payload[place] : follow(payload, place.split('.'))
  const list: readonly unknown[] = Array.isArray(found) ? found : [found]
  return list.flatMap(item => (typeof item === 'string' && item !== '' ? [item] : []))
}

function follow(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  return isObject(value) && Object.hasOwn(value, key) ? follow(value[key], rest) : undefined
}

const isObject = (value: unknown): value is Payload => typeof value === 'object' && value !== null
