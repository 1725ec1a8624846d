import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readConfig } from '../../../bot/config.js'
import { type Service, startService } from '../../../bot/wiring.js'
import { SignInAnswer } from '../../../policies/sign-in-contract.js'
import { freePort } from '../../support/free-port.js'
import { type PacksFolder, packsFolder } from '../../support/packs-folder.js'
import {
  AUDIENCE,
  type LocalProvider,
  localProvider,
  OTHER_CLIENT,
  PAGE_CLIENT,
  SCOPE,
} from '../../support/sign-in-provider.js'

let folder: string
let packs: PacksFolder
let provider: LocalProvider
let service: Service

/** A whole service as its settings describe it, and a real provider of OpenID Connect; nothing in between is made up. */
beforeAll(async () => {
  provider = await localProvider()
  packs = await packsFolder('neustadt', {
    'pack.yaml': 'id: neustadt\nname: Neustadt\nextends: basis\nversion: 1\nstand: 2026-11-23\n',
  })
  folder = await mkdtemp(join(tmpdir(), 'ki-kompass-signed-in-'))
  const list = join(folder, 'kommunen.yaml')
  await writeFile(
    list,
    `municipalities:
  - pack: ${packs.path('neustadt')}
    identity: oidc
    issuer: ${provider.address}
    client_id: ${PAGE_CLIENT}
    audience: ${AUDIENCE}
    scope: ${SCOPE}
`,
  )
  const settings = readConfig({
    KOMPASS_MUNICIPALITIES: list,
    KOMPASS_DATA: folder,
    KOMPASS_PORT: String(await freePort()),
    KOMPASS_LOG_LEVEL: 'silent',
  })
  if (!settings.ok) throw new Error(settings.problems.join('\n'))
  const started = await startService(settings.config, undefined, 'refused')
  if (!started.ok) throw new Error(started.problems.join('\n'))
  service = started.service
}, 60_000)
afterAll(async () => {
  await service.close()
  await provider.close()
  await packs.remove()
  await rm(folder, { recursive: true, force: true })
})

const get = (path: string, token?: string): Promise<Response> =>
  fetch(`${service.address}${path}`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } })

describe('a service whose people sign in', () => {
  test('tells its page where, which leads to a token it takes', async () => {
    const answer = SignInAnswer.parse(await (await get('/api/sign-in')).json())
    expect(answer).toMatchObject({ kind: 'oidc', clientId: PAGE_CLIENT, tokenEndpoint: `${provider.address}/token` })
    const { accessToken } = await provider.signIn('ayla')
    expect((await get('/api/pack', accessToken)).status).toBe(200)
  })

  test.each([
    { why: 'nobody', token: async () => undefined, path: '/api/pack', status: 401 },
    { why: 'an ID token', token: async () => (await provider.signIn('ayla')).idToken, path: '/api/pack', status: 401 },
    {
      why: 'another client',
      token: async () => (await provider.signIn('ayla', { client: OTHER_CLIENT })).accessToken,
      path: '/api/pack',
      status: 401,
    },
    { why: 'a program', token: () => provider.forProgram(), path: '/api/pack', status: 401 },
    {
      why: 'staff, at the list of proofs',
      token: async () => (await provider.signIn('ayla')).accessToken,
      path: '/api/proofs.csv',
      status: 403,
    },
    {
      why: 'the KI-Team, at the list of proofs',
      token: async () => (await provider.signIn('miriam')).accessToken,
      path: '/api/proofs.csv',
      status: 200,
    },
  ])('$why: $status', async ({ token, path, status }) => {
    expect((await get(path, await token())).status).toBe(status)
  })

  test('has no demo people to become', async () => {
    expect(await (await get('/')).text()).not.toContain('/local/person')
    const response = await fetch(`${service.address}/local/person`, {
      method: 'POST',
      body: new URLSearchParams({ person: 'ki-team' }),
    })
    expect(response.status).toBe(404)
  })
})
