import { describe, expect, test } from '@jest/globals'
import type { TeamsClient } from '../../addin/teams/client.js'
import { connect, signFor } from '../../addin/teams/connect.js'

const PATIENCE = { hello: 20, token: 20 }
const silence = <Value>(): Promise<Value> => new Promise(() => {})

const client = (token: () => Promise<string>): TeamsClient => ({
  theme: 'dark',
  subPage: undefined,
  watchTheme: () => {},
  token,
})

describe('where the page is shown', () => {
  test('a window of its own asks nobody', async () => {
    const never = async (): Promise<TeamsClient> => {
      throw new Error('asked')
    }
    expect(await connect(false, never, PATIENCE)).toEqual({ kind: 'plain' })
  })
  test.each<[string, () => Promise<TeamsClient>]>([
    ['says nothing', silence],
    ['refuses', () => Promise.reject(new Error('no Teams'))],
  ])('a frame whose window %s is a plain page', async (_, open) =>
    expect(await connect(true, open, PATIENCE)).toEqual({ kind: 'plain' }),
  )
  test.each<[string, () => Promise<string>, string | undefined]>([
    ['gives a token', async () => 'token', 'token'],
    ['refuses one', () => Promise.reject(new Error('resourceRequiresConsent')), undefined],
    ['does not answer', silence, undefined],
  ])('Teams that %s', async (_, token, expected) => {
    const found = await connect(true, async () => client(token), PATIENCE)
    expect(found).toMatchObject({ kind: 'teams', token: expected })
  })
})

describe('signing requests', () => {
  test('a plain page has nothing to sign with', async () => {
    const sign = signFor({ kind: 'plain' })
    expect([await sign(false), await sign(true)]).toEqual([undefined, undefined])
  })
  test('in Teams the first token serves until a new one is wanted', async () => {
    const sign = signFor({ kind: 'teams', client: client(async () => 'second'), token: 'first' })
    expect([await sign(false), await sign(false), await sign(true), await sign(false)]).toEqual([
      'first',
      'first',
      'second',
      'second',
    ])
  })
})
