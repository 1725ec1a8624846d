import type { Principal, Role } from '../../policies/tools/principal.js'

/** `open`: without any identity; `program`: with a program's token. Otherwise one of the roles is needed. */
type Access = 'open' | 'program' | readonly Role[]

/** Every route, chat command, card button and message extension with who may use it. A test compares it with what exists. */
export const ACCESS = {
  'GET /': 'open',
  'GET /healthz': 'open',
  'GET /readyz': 'open',
  'GET /tab{/*file}': 'open',
  'GET /api/pack': ['beschaeftigt'],
  'POST /api/check': ['beschaeftigt'],
  'POST /api/messages': 'open',
  'GET /api/tools': ['beschaeftigt'],
  'POST /api/generate': ['beschaeftigt'],
  'GET /api/usage': ['ki-team', 'datenschutz'],
  'GET /metrics': 'open',
  'POST /v1/chat/completions': 'program',
  'GET /v1/models': 'program',
  'GET /v1/models/{*id}': 'program',
  'POST /api/chat': ['beschaeftigt'],
  'GET /api/rules': ['beschaeftigt'],
  'GET /api/learning': ['beschaeftigt'],
  'GET /api/learning/modules/:id': ['beschaeftigt'],
  'POST /api/learning/lesson': ['beschaeftigt'],
  'POST /api/learning/start': ['beschaeftigt'],
  'POST /api/learning/answer': ['beschaeftigt'],
  'POST /api/learning/pause': ['beschaeftigt'],
  'POST /api/learning/reminder': ['beschaeftigt'],
  'GET /api/proof/:file': ['beschaeftigt'],
  'GET /api/me': ['beschaeftigt'],
  'DELETE /api/me': ['beschaeftigt'],
  'GET /api/proofs.csv': ['ki-team'],
  'POST /api/proofs': ['ki-team'],
  'GET /api/statistics': ['ki-team', 'datenschutz'],
  'GET /nachweis': 'open',
  'POST /nachweis': 'open',
  'GET /nachweis/schluessel.json': 'open',
  'GET /nachweis/schluessel/:name': 'open',
  'POST /local/person': 'open',
  'chat ask': ['beschaeftigt'],
  'chat breach': ['beschaeftigt'],
  'chat check': ['beschaeftigt'],
  'chat help': ['beschaeftigt'],
  'chat rules': ['beschaeftigt'],
  'chat rule': ['beschaeftigt'],
  'chat privacy': ['beschaeftigt'],
  'chat person': ['beschaeftigt'],
  'chat learn': ['beschaeftigt'],
  'chat progress': ['beschaeftigt'],
  'chat proof': ['beschaeftigt'],
  'chat pause': ['beschaeftigt'],
  'chat remind': ['beschaeftigt'],
  'chat my-data': ['beschaeftigt'],
  'button feedback': ['beschaeftigt'],
  'button rule': ['beschaeftigt'],
  'button area': ['beschaeftigt'],
  'button breach': ['beschaeftigt'],
  'button learn': ['beschaeftigt'],
  'button modules': ['beschaeftigt'],
  'button lesson': ['beschaeftigt'],
  'button round': ['beschaeftigt'],
  'button portion': ['beschaeftigt'],
  'button next': ['beschaeftigt'],
  'button answer': ['beschaeftigt'],
  'button progress': ['beschaeftigt'],
  'button proof': ['beschaeftigt'],
  'button pause': ['beschaeftigt'],
  'button remind': ['beschaeftigt'],
  'button erase': ['beschaeftigt'],
  'extension search': ['beschaeftigt'],
  'extension dialog': ['beschaeftigt'],
  'extension done': ['beschaeftigt'],
} as const satisfies Record<string, Access>

export type Door = keyof typeof ACCESS

export function mayUse(door: Door, principal: Principal | undefined): boolean {
  const access: Access = ACCESS[door]
  if (access === 'open') return true
  if (access === 'program') return principal?.kind === 'program'
  return principal?.kind === 'person' && access.some(role => principal.roles.includes(role))
}
