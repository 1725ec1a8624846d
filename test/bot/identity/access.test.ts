import { describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { ACCESS, type Door, mayUse } from '../../../bot/identity/access.js'
import { createServer } from '../../../bot/server.js'
import { BUTTONS, CHAT_COMMANDS, EXTENSIONS } from '../../../bot/teams/activities/index.js'
import type { Principal } from '../../../policies/tools/principal.js'
import { servicesFor } from '../../support/scenes.js'
import { serverDeps } from '../../support/server-deps.js'
import { smallPack } from '../../support/small-pack.js'

type Layer = {
  readonly route?: { readonly path: unknown; readonly stack: readonly { method?: string }[] }
  handle?: unknown
}

/** Method and path of every route, those of routers inside routers too. */
function routesIn(stack: readonly Layer[]): string[] {
  return stack.flatMap(({ route, handle }) => {
    if (route) return [`${String(route.stack[0]?.method).toUpperCase()} ${String(route.path)}`]
    const inner = typeof handle === 'function' && 'stack' in handle ? handle.stack : undefined
    return Array.isArray(inner) ? routesIn(inner) : []
  })
}

async function routes(): Promise<string[]> {
  const deps = await serverDeps(
    {
      services: servicesFor(smallPack()),
      log: pino({ level: 'silent' }),
      whoAsks: async () => undefined,
      endpoint: async () => undefined,
    },
    { tab: '', pane: { folder: '', officeJs: undefined }, chat: undefined },
  )
  const [{ routes: own }] = deps.municipalities
  return [...routesIn(createServer(deps).router.stack), ...routesIn(own.stack)]
}

const DOORS = Object.keys(ACCESS)
const doors = (prefix: string): string[] => DOORS.filter(door => door.startsWith(prefix)).sort()

describe('the table of doors and what exists agree', () => {
  test('routes', async () => {
    expect(DOORS.filter(door => /^[A-Z]+ \//.test(door)).sort()).toEqual((await routes()).sort())
  })

  test('chat commands, and asking, which needs no word', () => {
    expect(doors('chat ')).toEqual(['chat ask', ...CHAT_COMMANDS.map(command => command.door)].sort())
  })

  test('buttons, each under its verb', () => {
    expect(doors('button ')).toEqual(BUTTONS.map(button => button.door).sort())
    expect(BUTTONS.map(({ verb }) => `button ${verb}`)).toEqual(BUTTONS.map(button => button.door))
  })

  test('message extensions and dialogs, each under its kind', () => {
    expect(doors('extension ')).toEqual(EXTENSIONS.map(({ door }) => door).sort())
    expect(EXTENSIONS.map(({ kind }) => `extension ${kind}`)).toEqual(EXTENSIONS.map(({ door }) => door))
  })

  test('nothing else stands in the table', () => {
    expect(DOORS.filter(door => !/^(?:[A-Z]+ \/|chat |button |extension )/.test(door))).toEqual([])
  })
})

const person = (roles: readonly ('beschaeftigt' | 'digitallotse')[]): Principal => ({
  kind: 'person',
  id: 'person-1',
  municipality: 'klein',
  roles,
})
const program: Principal = {
  kind: 'program',
  id: 'program-1',
  municipality: 'klein',
  tools: [],
  purposes: [],
  procedure: undefined,
  declared: 'D1',
  answersFor: 'Hauptamt',
}

describe('who may use a door', () => {
  test.each([
    { why: 'everybody may see the start page', door: 'GET /', who: undefined, may: true },
    { why: 'the page "Text prüfen" holds nothing of anybody', door: 'GET /tab{/*file}', who: undefined, may: true },
    { why: 'nobody known has a text checked', door: 'POST /api/check', who: undefined, may: false },
    { why: 'staff have a text checked', door: 'POST /api/check', who: person(['beschaeftigt']), may: true },
    { why: 'a program does not read the pack', door: 'GET /api/pack', who: program, may: false },
    {
      why: 'staff do not see the list of proofs',
      door: 'GET /api/proofs.csv',
      who: person(['beschaeftigt']),
      may: false,
    },
    { why: 'nor does a Digitallotse', door: 'GET /api/proofs.csv', who: person(['digitallotse']), may: false },
    { why: 'nor do they enter training', door: 'POST /api/proofs', who: person(['digitallotse']), may: false },
    { why: 'statistics are not for everybody', door: 'GET /api/statistics', who: person(['beschaeftigt']), may: false },
    { why: 'whoever gets a credential checks it without login', door: 'POST /nachweis', who: undefined, may: true },
    { why: 'nobody known has learning state', door: 'GET /api/learning', who: undefined, may: false },
    { why: 'a program has no data of its own to see', door: 'GET /api/me', who: program, may: false },
    { why: 'monitoring has no identity', door: 'GET /healthz', who: undefined, may: true },
    { why: 'nobody known asks nothing', door: 'chat ask', who: undefined, may: false },
    { why: 'staff ask', door: 'chat ask', who: person(['beschaeftigt']), may: true },
    { why: 'a role without being staff is not enough', door: 'chat ask', who: person(['digitallotse']), may: false },
    { why: 'a person without any role may nothing', door: 'button breach', who: person([]), may: false },
    { why: 'a program is no person, whatever it declares', door: 'chat ask', who: program, may: false },
    {
      why: 'one of several roles is enough',
      door: 'button rule',
      who: person(['digitallotse', 'beschaeftigt']),
      may: true,
    },
  ] satisfies { why: string; door: Door; who: Principal | undefined; may: boolean }[])('$why', ({ door, who, may }) => {
    expect(mayUse(door, who)).toBe(may)
  })

  test('no chat command, no button and no extension is open', () => {
    const open = Object.entries(ACCESS).filter(([door, access]) => access === 'open' && !/^[A-Z]+ \//.test(door))
    expect(open).toEqual([])
  })
})
