import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { type Config, readConfig } from '../../bot/config.js'
import { startProblems } from '../../bot/settings/start-problems.js'
import { BOT, ENTRA, GOOD_SECRET, OIDC, PUBLIC } from '../support/sign-in-settings.js'

type Settings = Readonly<Record<string, string | undefined>>

const FOLDER = mkdtempSync(join(tmpdir(), 'ki-kompass-settings-'))

/** A list of municipalities on this machine's disk. */
function listOf(...names: readonly string[]): string {
  const file = join(FOLDER, `${names.join('-')}.yaml`)
  const entry = (name: string): string =>
    `  - pack: ${name}\n    identity: oidc\n    issuer: https://${name}.example\n    client_id: k\n    audience: k\n`
  writeFileSync(file, `municipalities:\n${names.map(entry).join('')}`)
  return file
}
const TWO = listOf('a', 'b')
afterAll(() => rmSync(FOLDER, { recursive: true }))

function accepted(settings: Settings) {
  const result = readConfig(settings)
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.config
}

function problems(settings: Settings): readonly string[] {
  const result = readConfig(settings)
  return result.ok ? [] : result.problems
}

test('without any setting the service runs for this machine alone, with Musterstadt', () => {
  expect(accepted({})).toEqual({
    badgeKey: undefined,
    data: '.data',
    databaseUrl: undefined,
    learningKey: undefined,
    host: '127.0.0.1',
    port: 3978,
    messagesPort: undefined,
    proxies: 0,
    replicas: 1,
    municipalitiesFile: undefined,
    municipalities: [
      {
        pack: 'musterstadt',
        signIn: { kind: 'local' },
        bot: undefined,
        models: { keys: new Map(), urls: new Map() },
      },
    ],
    logLevel: 'info',
    playgroundPort: 56150,
    publicUrl: undefined,
    metricsToken: undefined,
    officeJs: undefined,
    graph: { chatRoles: false, hideMessages: false },
    outbound: { proxy: undefined, noProxy: undefined, ca: undefined },
  })
})

describe('settings that are fine', () => {
  test.each([
    { why: 'a port of one’s own', settings: { KOMPASS_PORT: '4000' }, leads: { port: 4000 } },
    {
      why: 'an empty setting counts as none',
      settings: { KOMPASS_PORT: '', KOMPASS_PACK: '' },
      leads: { port: 3978, municipalities: [{ pack: 'musterstadt' }] },
    },
    { why: 'this machine by name', settings: { KOMPASS_HOST: 'localhost' }, leads: { host: 'localhost' } },
    { why: 'this machine on IPv6', settings: { KOMPASS_HOST: '::1' }, leads: { host: '::1' } },
    {
      why: 'a pack by path',
      settings: { KOMPASS_PACK: '/srv/packs/neustadt' },
      leads: { municipalities: [{ pack: '/srv/packs/neustadt' }] },
    },
    { why: 'no log at all', settings: { KOMPASS_LOG_LEVEL: 'silent' }, leads: { logLevel: 'silent' } },
    {
      why: 'the address people use, the slash at its end makes no difference',
      settings: { ...ENTRA, ...PUBLIC, KOMPASS_PUBLIC_URL: 'https://intern.musterstadt.example/kompass/' },
      leads: { publicUrl: 'https://intern.musterstadt.example/kompass' },
    },
    {
      why: 'for everybody in the house, with Entra, behind a proxy',
      settings: { ...ENTRA, ...PUBLIC },
      leads: { host: '0.0.0.0', proxies: 1, municipalities: [{ pack: 'neustadt', signIn: { kind: 'entra' } }] },
    },
    {
      why: 'the same with a provider of one’s own',
      settings: { ...OIDC, ...PUBLIC },
      leads: { municipalities: [{ signIn: { kind: 'oidc' } }] },
    },
    {
      why: 'signing in on this machine alone, to try it out',
      settings: { ...OIDC, KOMPASS_ISSUER: 'http://localhost:8080/realms/stadt' },
      leads: { host: '127.0.0.1', proxies: 0 },
    },
    {
      why: 'this machine’s own address as the public one',
      settings: { KOMPASS_PUBLIC_URL: 'http://localhost:3978' },
      leads: { publicUrl: 'http://localhost:3978' },
    },
    {
      why: 'a proxy on this machine in front',
      settings: { ...ENTRA, ...PUBLIC, KOMPASS_HOST: '127.0.0.1' },
      leads: { host: '127.0.0.1', proxies: 1 },
    },
    {
      why: 'a port of its own for the chat service',
      settings: { KOMPASS_MESSAGES_PORT: '3979' },
      leads: { messagesPort: 3979 },
    },
    {
      why: 'several services on one database, with keys they share',
      settings: {
        KOMPASS_REPLICAS: '2',
        DATABASE_URL: `postgresql://kompass:${GOOD_SECRET}@db.example/kompass`,
        KOMPASS_LEARNING_KEY: `${GOOD_SECRET}abc`,
        KOMPASS_BADGE_KEY: '{}',
      },
      leads: { replicas: 2 },
    },
    {
      why: 'a proxy on the way out',
      settings: { HTTPS_PROXY: 'http://proxy.neustadt.example:3128', NO_PROXY: 'localhost' },
      leads: { outbound: { proxy: 'http://proxy.neustadt.example:3128', noProxy: 'localhost' } },
    },
    {
      why: 'a model that wants any word as key',
      settings: { KOMPASS_MODEL_KEY_LLM_RATHAUS: 'test' },
      leads: { municipalities: [{ models: { keys: new Map([['LLM_RATHAUS', 'test']]) } }] },
    },
    {
      why: 'settings of other programs are not our concern',
      settings: { PATH: '/bin', PORT: 'x' },
      leads: { port: 3978 },
    },
  ])('$why', ({ settings, leads }) => {
    expect(accepted(settings)).toMatchObject(leads)
  })
})

test('several municipalities, from a file on this machine', () => {
  expect(accepted({ KOMPASS_MUNICIPALITIES: TWO }).municipalities.map(({ pack }) => pack)).toEqual(['a', 'b'])
})

describe('a problem names the setting and what to do, in German', () => {
  test.each([
    {
      why: 'a port that is no number',
      settings: { KOMPASS_PORT: 'achtzig' },
      says: /^KOMPASS_PORT muss eine Zahl sein$/,
    },
    { why: 'half a port', settings: { KOMPASS_PORT: '80.5' }, says: /^KOMPASS_PORT muss eine ganze Zahl sein$/ },
    { why: 'port 0', settings: { KOMPASS_PORT: '0' }, says: /^KOMPASS_PORT liegt zwischen 1 und 65535$/ },
    {
      why: 'a port too high',
      settings: { PLAYGROUND_PORT: '65536' },
      says: /^PLAYGROUND_PORT liegt zwischen 1 und 65535$/,
    },
    {
      why: 'a way to sign in that does not exist',
      settings: { KOMPASS_IDENTITY: 'ldap' },
      says: /^KOMPASS_IDENTITY ist local, entra oder oidc$/,
    },
    {
      why: 'a log level that does not exist',
      settings: { KOMPASS_LOG_LEVEL: 'laut' },
      says: /^KOMPASS_LOG_LEVEL ist eines von silent, error/,
    },
    ...[
      'kompass.musterstadt.example',
      'ftp://kompass.example',
      'https://kompass.example/?a=1',
      'https://k.example/#x',
      'https://a:b@k.example',
    ].map(url => ({
      why: `an address no link can be made from: ${url}`,
      settings: { KOMPASS_PUBLIC_URL: url },
      says: /^KOMPASS_PUBLIC_URL ist die Adresse, .* zum Beispiel https:/,
    })),
    {
      why: 'one port for two servers',
      settings: { KOMPASS_PORT: '4000', PLAYGROUND_PORT: '4000' },
      says: /^KOMPASS_PORT und PLAYGROUND_PORT sind beide 4000: Bitte/,
    },
    {
      why: 'one port for the chat service and everybody',
      settings: { KOMPASS_MESSAGES_PORT: '3978' },
      says: /^KOMPASS_PORT und KOMPASS_MESSAGES_PORT sind beide 3978: Bitte/,
    },
    {
      why: 'a number of proxies that is none',
      settings: { ...ENTRA, ...PUBLIC, KOMPASS_HOST: '127.0.0.1', KOMPASS_PUBLIC_URL: '', KOMPASS_PROXY_TRUST: 'true' },
      says: /^KOMPASS_PROXY_TRUST muss eine Zahl sein$/,
    },
    {
      why: 'a proxy without its scheme',
      settings: { HTTPS_PROXY: 'proxy.neustadt.example:3128' },
      says: /^HTTPS_PROXY ist die Adresse des Proxys/,
    },
    {
      why: 'several services on one file',
      settings: { KOMPASS_REPLICAS: '2', KOMPASS_LEARNING_KEY: `${GOOD_SECRET}abc`, KOMPASS_BADGE_KEY: '{}' },
      says: /^KOMPASS_REPLICAS=2 braucht PostgreSQL: Bitte DATABASE_URL/,
    },
    {
      why: 'several services, each with a key of its own',
      settings: {
        KOMPASS_REPLICAS: '2',
        DATABASE_URL: `postgresql://kompass:${GOOD_SECRET}@db.example/kompass`,
        KOMPASS_BADGE_KEY: '{}',
      },
      says: /^KOMPASS_REPLICAS=2 braucht KOMPASS_LEARNING_KEY/,
    },
    {
      why: 'a list of municipalities and one of them beside it',
      settings: { ...ENTRA, KOMPASS_MUNICIPALITIES: TWO },
      says: /^KOMPASS_MUNICIPALITIES nennt eine Datei .* weglassen .*: KOMPASS_IDENTITY, KOMPASS_PACK, KOMPASS_TENANT, KOMPASS_CLIENT_ID$/,
    },
    {
      why: 'a key of a model beside a list: it would hold for all of them',
      settings: { KOMPASS_MUNICIPALITIES: TWO, KOMPASS_MODEL_KEY_LLM_RATHAUS: GOOD_SECRET },
      says: /^KOMPASS_MODEL_KEY_LLM_RATHAUS gilt nur für eine einzelne Kommune: Bitte im Eintrag der Kommune model_key_llm_rathaus_env oder model_key_llm_rathaus_file angeben .* NEUSTADT_LLM_RATHAUS\.$/,
    },
    {
      why: 'the same from a file',
      settings: { KOMPASS_MUNICIPALITIES: TWO, KOMPASS_MODEL_KEY_MUCGPT_FILE: TWO },
      says: /^KOMPASS_MODEL_KEY_MUCGPT gilt nur für eine einzelne Kommune/,
    },
    {
      why: 'the address of a model beside a list',
      settings: { KOMPASS_MUNICIPALITIES: TWO, KOMPASS_MODEL_URL_MUCGPT: 'https://ki.example/v1' },
      says: /^KOMPASS_MODEL_URL_MUCGPT gilt nur für eine einzelne Kommune: .* model_url_mucgpt angeben\.$/,
    },
    {
      why: 'an address of a model that is none',
      settings: { KOMPASS_MODEL_URL_MUCGPT: 'ki.example' },
      says: /^KOMPASS_MODEL_URL_MUCGPT ist keine Adresse einer OpenAI-kompatiblen Schnittstelle/,
    },
    {
      why: 'a list with the same municipality twice',
      settings: { KOMPASS_MUNICIPALITIES: listOf('a', 'a') },
      says: /^Das Regelpaket a steht zweimal/,
    },
    {
      why: 'a list that is not there',
      settings: { KOMPASS_MUNICIPALITIES: '/nirgends.yaml' },
      says: /^KOMPASS_MUNICIPALITIES nennt die Datei \/nirgends\.yaml, die sich nicht lesen lässt/,
    },
    {
      why: 'certificates of the house that are not there',
      settings: { KOMPASS_CA_FILE: '/nirgends.pem' },
      says: /^KOMPASS_CA_FILE nennt die Datei \/nirgends\.pem, die kein lesbares Zertifikat/,
    },
    {
      why: 'certificates for the whole process that Node would only warn of',
      settings: { NODE_EXTRA_CA_CERTS: '/nirgends.pem' },
      says: /^NODE_EXTRA_CA_CERTS nennt die Datei \/nirgends\.pem/,
    },
  ])('$why', ({ settings, says }) => {
    expect(problems(settings)).toEqual([expect.stringMatching(says)])
  })

  test('all at once, so that nobody starts six times', () => {
    const found = problems({
      KOMPASS_HOST: '0.0.0.0',
      KOMPASS_PORT: 'x',
      KOMPASS_IDENTITY: 'ldap',
      KOMPASS_LOG_LEVEL: 'laut',
      PLAYGROUND_PORT: '-1',
    }).join('\n')
    for (const name of ['KOMPASS_HOST', 'KOMPASS_PORT', 'KOMPASS_IDENTITY', 'KOMPASS_LOG_LEVEL', 'PLAYGROUND_PORT'])
      expect(found).toContain(name)
  })
})

describe('where nobody signs in, nobody else can reach the service', () => {
  test.each([
    '0.0.0.0',
    '::',
    '192.168.1.10',
    'kompass.musterstadt.example',
    '127.0.0.1.boese.example',
    '127.0.0.2',
    ' ',
  ])('refuses to listen on %j', host => {
    expect(
      problems({ KOMPASS_HOST: host, KOMPASS_PUBLIC_URL: PUBLIC.KOMPASS_PUBLIC_URL, KOMPASS_PROXY_TRUST: '1' }),
    ).toEqual([expect.stringMatching(/^KOMPASS_HOST=.* von außen erreichbar\. .*KOMPASS_HOST=127\.0\.0\.1/)])
  })

  test.each([
    {
      why: 'a proxy on this machine lets others in',
      settings: { KOMPASS_PROXY_TRUST: '1', KOMPASS_PUBLIC_URL: 'http://localhost:3978' },
      says: /^KOMPASS_PROXY_TRUST=1 macht/,
    },
    {
      why: 'an address others use',
      settings: { KOMPASS_PROXY_TRUST: '1', KOMPASS_PUBLIC_URL: 'https://kompass.example' },
      says: /^KOMPASS_PUBLIC_URL=https:\/\/kompass\.example und KOMPASS_PROXY_TRUST=1 macht/,
    },
  ])('$why', ({ settings, says }) => {
    expect(problems(settings)).toEqual([expect.stringMatching(says)])
  })
})

describe('whoever can reach it does so encrypted, and arrives', () => {
  test.each([
    {
      why: 'no address to arrive at',
      settings: { KOMPASS_PUBLIC_URL: undefined },
      says: [/^KOMPASS_PUBLIC_URL fehlt/],
    },
    {
      why: 'an address without encryption',
      settings: { KOMPASS_PUBLIC_URL: 'http://kompass.neustadt.example' },
      says: [/^KOMPASS_PUBLIC_URL=http:.* unverschlüsselt: Bitte .*https/],
    },
    {
      why: 'nobody in front who encrypts',
      settings: { KOMPASS_PROXY_TRUST: '0' },
      says: [/^KOMPASS_HOST=0\.0\.0\.0 braucht einen Proxy.*KOMPASS_PROXY_TRUST=1$/],
    },
    {
      why: 'nobody declared in front of this machine alone',
      settings: { KOMPASS_HOST: '127.0.0.1', KOMPASS_PROXY_TRUST: undefined },
      says: [/^Die Adresse in KOMPASS_PUBLIC_URL braucht einen Proxy/],
    },
    {
      why: 'all of it at once',
      settings: { KOMPASS_PUBLIC_URL: 'http://kompass.neustadt.example', KOMPASS_PROXY_TRUST: undefined },
      says: [/unverschlüsselt/, /braucht einen Proxy/],
    },
  ])('$why', ({ settings, says }) => {
    expect(problems({ ...ENTRA, ...PUBLIC, ...settings })).toEqual(says.map(line => expect.stringMatching(line)))
  })
})

describe('a secret that stands in our documents is none', () => {
  test.each([
    {
      why: 'the key for monitoring',
      settings: { KOMPASS_METRICS_TOKEN: 'change-me-change-me-change-me' },
      says: /^KOMPASS_METRICS_TOKEN ist ein Beispielwert/,
    },
    {
      why: 'the key of learning states',
      settings: { KOMPASS_LEARNING_KEY: 'geheim'.repeat(8) },
      says: /^KOMPASS_LEARNING_KEY ist ein Beispielwert/,
    },
    {
      why: 'the password of the database',
      settings: { DATABASE_URL: 'postgresql://kompass:geheim@db.example/kompass' },
      says: /^Das Passwort in DATABASE_URL ist ein Beispielwert/,
    },
    {
      why: 'the password of the example',
      settings: { DATABASE_URL: 'postgresql://kompass:bitte-%C3%A4ndern@db.example/kompass' },
      says: /^Das Passwort in DATABASE_URL ist ein Beispielwert/,
    },
    {
      why: 'the secret of the bot',
      settings: { ...ENTRA, KOMPASS_BOT_APP_ID: BOT, KOMPASS_BOT_SECRET: 'Geheim123' },
      says: /^KOMPASS_BOT_SECRET ist ein Beispielwert/,
    },
  ])('$why', ({ settings, says }) => {
    const found = problems(settings)
    expect(found).toEqual([expect.stringMatching(says)])
    expect(found.join()).not.toMatch(/geheimgeheim|change-me|Geheim123/)
  })
})

describe('what shows only when the packs have been read', () => {
  const config = (settings: Settings): Config => accepted({ ...ENTRA, ...settings })
  const neustadt = { pack: 'neustadt', id: 'neustadt', example: false }
  const example = { pack: 'musterstadt', id: 'musterstadt', example: true }
  test.each([
    { why: 'a pack of one’s own', settings: PUBLIC, packs: [neustadt], says: [] },
    { why: 'an example on this machine', settings: {}, packs: [example], says: [] },
    {
      why: 'an example others can reach',
      settings: PUBLIC,
      packs: [example],
      says: [/^Das Regelpaket musterstadt \(KOMPASS_PACK\) ist ein Beispielpaket.*npm run pack -- new/],
    },
    {
      why: 'an example behind a proxy on this machine',
      settings: { ...PUBLIC, KOMPASS_HOST: '127.0.0.1' },
      packs: [example],
      says: [/Beispielpaket/],
    },
    {
      why: 'two packs of one id',
      settings: PUBLIC,
      packs: [neustadt, { ...neustadt, pack: '/srv/kopie' }],
      says: [/^Das Regelpaket \/srv\/kopie trägt dieselbe id .*\(neustadt\)/],
    },
  ])('$why', ({ settings, packs, says }) => {
    expect(startProblems(config(settings), packs)).toEqual(says.map(line => expect.stringMatching(line)))
  })
})
