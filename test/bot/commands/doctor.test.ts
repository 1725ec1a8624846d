import { chmod, chown, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { doctor } from '../../../bot/commands/doctor.js'
import { type Ran, run } from '../../support/command-line.js'
import { type Listening, listenAlone } from '../../support/listen.js'
import { opening } from '../../support/opening.js'
import { type PacksFolder, packsFolder } from '../../support/packs-folder.js'
import { temporaryFolder } from '../../support/storage.js'

type Environment = Readonly<Record<string, string>>

const OURS = /^(?:KOMPASS_|DATABASE_URL|HTTPS_PROXY|NO_PROXY|NODE_EXTRA_CA_CERTS)/

/** Runs the command with these settings and no others. */
async function examined(environment: Environment, ...args: readonly string[]): Promise<Ran> {
  const before = { ...process.env }
  for (const name of Object.keys(process.env)) if (OURS.test(name)) delete process.env[name]
  Object.assign(process.env, environment)
  try {
    return await run(doctor, args, { packs: '' })
  } finally {
    for (const name of Object.keys(environment)) delete process.env[name]
    Object.assign(process.env, before)
  }
}

const Report = z.object({
  ok: z.boolean(),
  errors: z.int(),
  warnings: z.int(),
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      findings: z.array(z.object({ level: z.string(), what: z.string(), mend: z.string().optional() })),
    }),
  ),
})

const reported = ({ output }: Ran) => Report.parse(JSON.parse(output))

const folder = temporaryFolder()
let packs: PacksFolder
let model: Listening
let places = 0

beforeAll(async () => {
  packs = await packsFolder('neustadt', {
    'pack.yaml': 'id: neustadt\nname: Neustadt\nextends: basis\nversion: 1\nstand: 2026-11-23\n',
  })
  model = await listenAlone((request, response) => {
    const known = request.headers.authorization === 'Bearer richtiger-schluessel'
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' })
    response.end(known ? '{"data":[{"id":"gross"}]}' : '{}')
  })
})
afterAll(async () => {
  await Promise.all([packs.remove(), model.close()])
})

/** A data folder with a database in it, as a service leaves it; and the settings of a whole installation. */
async function installed(): Promise<Environment & { readonly KOMPASS_DATA: string }> {
  const data = join(folder(), String(++places))
  await mkdir(data, { mode: 0o700 })
  const storage = await opening({ kind: 'sqlite', file: join(data, 'kompass.db') })
  await storage.close()
  return { KOMPASS_PACK: packs.path('neustadt'), KOMPASS_DATA: data, KOMPASS_PORT: '39781' }
}

test('an installation in order: code 0, readable by people and by programs', async () => {
  const environment = await installed()
  const before = await readdir(environment.KOMPASS_DATA)
  const { code, output, errors } = await examined(environment)
  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  expect(output).toContain('SQLite 3')
  expect(output).toMatch(/\n0 Fehler, \d Warnungen\.\n$/)
  const report = reported(await examined(environment, '--json'))
  expect(report).toMatchObject({ ok: true, errors: 0 })
  expect((await readdir(environment.KOMPASS_DATA)).filter(name => !name.startsWith('kompass.db-'))).toEqual(
    before.filter(name => !name.startsWith('kompass.db-')),
  )
})

test('wrong use is said', async () => {
  expect(await examined({}, '--jsn')).toMatchObject({ code: 2, output: '' })
  expect(await examined({}, '--json', 'x')).toMatchObject({ code: 2, output: '' })
})

type Row = {
  readonly why: string
  /** Breaks it; what it returns is set besides. */
  readonly plant: (environment: Environment & { readonly KOMPASS_DATA: string }) => Promise<Environment>
  readonly check: string
  readonly what: RegExp
  readonly mend: RegExp
}

const PLANTED: readonly Row[] = [
  {
    why: 'a typing error in a setting',
    plant: async () => ({ KOMPASS_LOG_LEVEL: 'laut' }),
    check: 'settings',
    what: /KOMPASS_LOG_LEVEL/,
    mend: /betrieb\.md/,
  },
  {
    why: 'a pack that is not there',
    plant: async () => ({ KOMPASS_PACK: 'gibt-es-nicht' }),
    check: 'pack',
    what: /gibt-es-nicht/,
    mend: /pack -- check/,
  },
  {
    why: 'an emptied database file',
    // In a folder of its own: a database once open may mend its file from its log.
    plant: async ({ KOMPASS_DATA }) => {
      const data = join(KOMPASS_DATA, 'anderswo')
      await mkdir(data, { mode: 0o700 })
      await writeFile(join(data, 'kompass.db'), '')
      return { KOMPASS_DATA: data }
    },
    check: 'database',
    what: /leer \(0 Byte\)/,
    mend: /betrieb\.md/,
  },
  {
    why: 'a PostgreSQL that does not run',
    plant: async () => ({ DATABASE_URL: 'postgresql://kompass:sehr-geheim@127.0.0.1:1/kompass' }),
    check: 'database',
    what: /nicht erreichbar/,
    mend: /betrieb\.md/,
  },
  {
    why: 'a damaged learning key',
    plant: async ({ KOMPASS_DATA }) => {
      await writeFile(join(KOMPASS_DATA, 'learning.key'), 'kurz', { mode: 0o600 })
      return {}
    },
    check: 'folder',
    what: /beschädigt/,
    mend: /Sichern/,
  },
  {
    why: 'a key everybody can read',
    plant: async ({ KOMPASS_DATA }) => {
      await chmod(join(KOMPASS_DATA, 'kompass.db'), 0o644)
      return {}
    },
    check: 'folder',
    what: /kompass\.db/,
    mend: /chmod 600/,
  },
  {
    why: 'a port another program has',
    plant: async () => ({ KOMPASS_PORT: new URL(model.address).port }),
    check: 'ports',
    what: /anderes Programm/,
    mend: /KOMPASS_PORT/,
  },
  {
    why: 'a public address that serves something else',
    plant: async () => ({ KOMPASS_PUBLIC_URL: model.address }),
    check: 'publicly',
    what: /nicht der KI-Kompass/,
    mend: /Reverse Proxy/,
  },
]

describe('planted faults are found', () => {
  test.each(PLANTED)('$why', async ({ plant, check, what, mend }) => {
    const environment = await installed()
    const broken = { ...environment, ...(await plant(environment)) }
    const ran = await examined(broken, '--json')
    expect(ran.code).toBe(1)
    const found = reported(ran).sections.filter(({ id }) => id === check)
    expect(found.flatMap(({ findings }) => findings)).toContainEqual({
      level: 'fehler',
      what: expect.stringMatching(what),
      mend: expect.stringMatching(mend),
    })
  })
})

// Only root may give a folder away.
const asRoot = process.getuid?.() === 0 ? test : test.skip
asRoot('the database of another user is not touched', async () => {
  const environment = await installed()
  await chown(environment.KOMPASS_DATA, 65_534, 65_534)
  const file = join(environment.KOMPASS_DATA, 'kompass.db')
  // Whoever opened it would say so.
  await writeFile(file, 'keine Datenbank')
  const { output } = await examined(environment)
  expect(output).toContain('Die Datenbank wurde nicht geprüft')
  expect(output).not.toContain('keine Datenbank des KI-Kompass')
})

test('no secret of the settings is ever printed', async () => {
  const secrets = {
    DATABASE_URL: 'postgresql://kompass:streng-vertraulich@127.0.0.1:1/kompass',
    KOMPASS_METRICS_TOKEN: 'streng-vertraulich-und-lang-genug',
    KOMPASS_LEARNING_KEY: 'streng-vertraulich-streng-vertraulich-streng-x',
    KOMPASS_BADGE_KEY: 'streng-vertraulich',
    KOMPASS_MODEL_KEY_MUCGPT: 'streng-vertraulich',
  }
  const environment = { ...(await installed()), ...secrets }
  for (const args of [[], ['--json']]) {
    const { code, output, errors } = await examined(environment, ...args)
    expect(code).toBe(1)
    expect(output + errors).not.toContain('streng-vertraulich')
  }
})
