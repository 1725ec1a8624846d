import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Services } from '../../../bot/teams/services.js'
import { ApiProblem } from '../../../policies/contract.js'
import { StatisticsView } from '../../../policies/learning-contract.js'
import type { Principal, Role } from '../../../policies/tools/principal.js'
import { type BotHost, hostBot } from '../../support/bot-host.js'
import { musterstadt } from '../../support/musterstadt.js'
import { servicesFor } from '../../support/scenes.js'

const PACK = await musterstadt()
const RULE = PACK.protect.kinds.find(({ id }) => id === 'IBAN')?.rule ?? ''
const personWith = (id: string, ...roles: Role[]): Principal => ({
  kind: 'person',
  id,
  municipality: 'musterstadt',
  roles: ['beschaeftigt', ...roles],
})
const ANNA = personWith('anna')

let services: Services
let host: BotHost
let asker: Principal | undefined
beforeAll(async () => {
  services = servicesFor(PACK)
  host = await hostBot(services, { whoAsks: async () => asker })
})
afterAll(() => host.close())

function report(who: Principal | undefined, body: unknown, type = 'application/json'): Promise<Response> {
  asker = who
  return fetch(`${host.address}/api/false-alarm`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: JSON.stringify(body),
  })
}

async function reported(kind: string): Promise<string | undefined> {
  asker = personWith('team', 'ki-team')
  const response = await fetch(`${host.address}/api/statistics`)
  return StatisticsView.parse(await response.json()).falseAlarms.find(one => one.kind === kind)?.reports
}

test('counts by kind, and the KI-Team reads it in steps of five, never a number below', async () => {
  expect(await reported('IBAN')).toBe('unter 5')
  for (let times = 1; times <= 7; times++) {
    expect((await report(ANNA, { kind: 'IBAN', rule: RULE })).status).toBe(204)
    if (times === 4) expect(await reported('IBAN')).toBe('unter 5')
  }
  expect(await reported('IBAN')).toBe('mindestens 5')
  expect(await reported('PERSON')).toBe('unter 5')
})

test('kept is a name of kind and rule and a number, nothing of who reported', async () => {
  const known = await services.counters.read()
  await report(personWith('somebody-else'), { kind: 'BIC', rule: RULE })
  const added = [...(await services.counters.read())].filter(([name]) => !known.has(name))
  expect(added).toEqual([[`false-alarm.BIC.${RULE}`, 1]])
})

describe('refuses, and counts nothing', () => {
  test.each([
    { why: 'a text has no place', body: { kind: 'IBAN', rule: RULE, text: 'DE00' }, status: 400 },
    { why: 'a kind nobody knows', body: { kind: 'MOOD', rule: RULE }, status: 400 },
    { why: 'a rule made up to say something with', body: { kind: 'IBAN', rule: 'erika-krause' }, status: 400 },
    { why: 'a rule of another kind', body: { kind: 'IBAN', rule: 'verschlusssachen' }, status: 400 },
    { why: 'no rule', body: { kind: 'IBAN' }, status: 400 },
    { why: 'a whole letter in the place of a rule', body: { kind: 'IBAN', rule: 'a'.repeat(2_000) }, status: 413 },
    { why: 'a form of another page', body: { kind: 'IBAN', rule: RULE }, type: 'text/plain', status: 415 },
    { why: 'nobody known', body: { kind: 'IBAN', rule: RULE }, who: 'nobody', status: 403 },
    { why: 'a program', body: { kind: 'IBAN', rule: RULE }, who: 'program', status: 403 },
  ])('$why', async ({ body, type, who, status }) => {
    const before = await services.counters.read()
    const program: Principal = {
      kind: 'program',
      id: 'program-1',
      municipality: 'musterstadt',
      tools: [],
      purposes: [],
      procedure: undefined,
      declared: 'D1',
      answersFor: 'Hauptamt',
    }
    const response = await report(who === 'nobody' ? undefined : who === 'program' ? program : ANNA, body, type)
    expect(response.status).toBe(status)
    expect(ApiProblem.parse(await response.json()).problem).not.toMatch(/DE00|erika/)
    expect(await services.counters.read()).toEqual(before)
  })
})

test('other methods say which there is', async () => {
  asker = ANNA
  const response = await fetch(`${host.address}/api/false-alarm`)
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
})
