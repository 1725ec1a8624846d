import { describe, expect, test } from '@jest/globals'
import type { TeamsClient } from '../../../addin/teams/client.js'
import { connect } from '../../../addin/teams/connect.js'
import { type TeamsToken, teamsToken } from '../../../addin/teams/token.js'

const PATIENCE = 20
const silence = <Value>(): Promise<Value> => new Promise(() => {})

const client: TeamsClient = {
  theme: 'dark',
  subPage: undefined,
  tenant: 'tenant',
  watchTheme: () => {},
  token: async () => 'token',
}

describe('where the page is shown', () => {
  test('a window of its own asks nobody', async () => {
    const never = async (): Promise<TeamsClient> => {
      throw new Error('asked')
    }
    expect(await connect(false, never, PATIENCE)).toEqual({ kind: 'plain', inFrame: false })
  })
  test.each<[string, () => Promise<TeamsClient>]>([
    ['says nothing', silence],
    ['refuses', () => Promise.reject(new Error('no Teams'))],
  ])('a frame whose window %s is somebody else’s', async (_, open) =>
    expect(await connect(true, open, PATIENCE)).toEqual({ kind: 'plain', inFrame: true }),
  )
  test('a frame whose window answers is Teams', async () =>
    expect(await connect(true, async () => client, PATIENCE)).toEqual({ kind: 'teams', client }))
})

describe('the token of Teams', () => {
  test.each<{ why: string; token: () => Promise<string>; is: TeamsToken }>([
    { why: 'given', token: async () => 'token', is: { kind: 'token', token: 'token' } },
    {
      why: 'the administration has not consented',
      token: () => Promise.reject(new Error('resourceRequiresConsent')),
      is: { kind: 'none', because: 'consent' },
    },
    {
      why: 'the same, as some hosts say it',
      token: () => Promise.reject('resourceRequiresConsent'),
      is: { kind: 'none', because: 'consent' },
    },
    {
      why: 'refused for another reason',
      token: () => Promise.reject(new Error('resourceDisabled')),
      is: { kind: 'none', because: 'failed' },
    },
    { why: 'never answered', token: silence, is: { kind: 'none', because: 'failed' } },
  ])('$why', async ({ token, is }) => expect(await teamsToken({ token }, PATIENCE)).toEqual(is))
})
