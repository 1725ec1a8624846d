import type { Principal, Role } from './principal.js'

/** `open`: without any identity. Otherwise one of the roles is needed. */
type Access = 'open' | readonly Role[]

/** Every route, chat command, card button and message extension with who may use it. A test compares it with what exists. */
export const ACCESS = {
  'GET /': 'open',
  'GET /healthz': 'open',
  'GET /readyz': 'open',
  'GET /tab{/*file}': 'open',
  'GET /api/pack': ['beschaeftigt'],
  'POST /api/check': ['beschaeftigt'],
  'POST /api/messages': 'open',
  'POST /local/person': 'open',
  'chat ask': ['beschaeftigt'],
  'chat breach': ['beschaeftigt'],
  'chat check': ['beschaeftigt'],
  'chat help': ['beschaeftigt'],
  'chat rules': ['beschaeftigt'],
  'chat rule': ['beschaeftigt'],
  'chat privacy': ['beschaeftigt'],
  'chat person': ['beschaeftigt'],
  'button feedback': ['beschaeftigt'],
  'button rule': ['beschaeftigt'],
  'button area': ['beschaeftigt'],
  'button breach': ['beschaeftigt'],
  'extension search': ['beschaeftigt'],
  'extension dialog': ['beschaeftigt'],
  'extension done': ['beschaeftigt'],
} as const satisfies Record<string, Access>

export type Door = keyof typeof ACCESS

export function mayUse(door: Door, principal: Principal | undefined): boolean {
  const access: Access = ACCESS[door]
  if (access === 'open') return true
  return principal?.kind === 'person' && access.some(role => principal.roles.includes(role))
}
