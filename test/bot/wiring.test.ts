import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Config } from '../../bot/config.js'
import type { MunicipalitySettings } from '../../bot/identity/municipality-settings.js'
import { listen as tryToListen } from '../../bot/listening.js'
import { type ServiceResult, startService } from '../../bot/wiring.js'
import { listen } from '../support/bot-host.js'
import { freePort } from '../support/free-port.js'
import { type PacksFolder, packsFolder } from '../support/packs-folder.js'

let packs: PacksFolder
let port: number

beforeAll(async () => {
  packs = await packsFolder('neustadt')
})
afterAll(() => packs.remove())

beforeAll(async () => {
  port = await freePort()
})

const demonstration = (pack: string): MunicipalitySettings => ({
  pack,
  signIn: { kind: 'local' },
  bot: undefined,
  models: { keys: new Map(), urls: new Map() },
})

const settings = (changes: Partial<Config> = {}): Config => ({
  host: '127.0.0.1',
  port,
  municipalitiesFile: undefined,
  municipalities: [demonstration(packs.path('neustadt'))],
  messagesPort: undefined,
  proxies: 0,
  replicas: 1,
  outbound: { proxy: undefined, noProxy: undefined, ca: undefined },
  logLevel: 'silent',
  playgroundPort: 56150,
  publicUrl: undefined,
  data: packs.path('.data'),
  databaseUrl: undefined,
  learningKey: undefined,
  badgeKey: undefined,
  metricsToken: undefined,
  officeJs: undefined,
  graph: { chatRoles: false, hideMessages: false },
  ...changes,
})

async function problemsOf(result: ServiceResult): Promise<readonly string[]> {
  if (!result.ok) return result.problems
  await result.service.close()
  return []
}

describe('a service that starts', () => {
  test('answers under its address, knows its municipality, and ends when told', async () => {
    const started = await startService(settings(), 'http://localhost:56150')
    if (!started.ok) throw new Error(started.problems.join('\n'))
    const { service } = started
    expect(service.municipality).toBe('Neustadt')
    expect(await (await fetch(`${service.address}/readyz`)).json()).toMatchObject({ status: 'ok', pack: 'neustadt' })
    expect(await (await fetch(service.address)).text()).toContain('Chat öffnen')
    await service.close()
    await expect(fetch(service.address)).rejects.toThrow()
  })

  test('leaves nothing behind: the same port can be used again', async () => {
    for (let round = 0; round < 2; round++)
      expect(await problemsOf(await startService(settings(), undefined))).toEqual([])
  })
})

describe('a service that cannot start says in German what to do', () => {
  test('when the port is taken: which other to use', async () => {
    const other = await listen((_, response) => response.end())
    const taken = Number(new URL(other.address).port)
    const problems = await problemsOf(await startService(settings({ port: taken }), undefined))
    await other.close()
    expect(problems).toEqual([
      `Port ${taken} ist schon belegt. Beenden Sie das andere Programm oder wählen Sie einen freien Port, zum Beispiel: KOMPASS_PORT=${taken + 1} npm start`,
    ])
  })

  test('when there is no such address', async () => {
    const listening = await tryToListen(createServer(), { host: '203.0.113.1', port })
    expect(listening).toEqual({
      ok: false,
      problems: [expect.stringMatching(/kann der Dienst nicht lauschen \(EADDRNOTAVAIL\)\. Bitte KOMPASS_HOST/)],
    })
  })

  test('when there is no such pack', async () => {
    const [first, ...others] = await problemsOf(
      await startService(settings({ municipalities: [demonstration(packs.path('gone'))] }), undefined),
    )
    expect(first).toMatch(/^Das Regelpaket .*gone \(KOMPASS_PACK\) lässt sich nicht verwenden:$/)
    expect(others.join('\n')).toContain('Die Datei pack.yaml fehlt')
  })

  test('when the pack has problems: all of them, with file and line', async () => {
    const broken = await packsFolder('kaputt', { 'contacts.yaml': 'roles: {}\n' })
    const [, ...problems] = await problemsOf(
      await startService(settings({ municipalities: [demonstration(broken.path('kaputt'))] }), undefined),
    )
    await broken.remove()
    expect(problems.length).toBeGreaterThan(1)
    for (const problem of problems) expect(problem).toMatch(/contacts\.yaml:\d+: Ansprechperson für „.*“ fehlt$/)
  })
})
