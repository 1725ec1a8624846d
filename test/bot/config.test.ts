import { describe, expect, test } from '@jest/globals'
import { readConfig } from '../../bot/config.js'

type Settings = Readonly<Record<string, string | undefined>>

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
    pack: 'musterstadt',
    identity: 'local',
    logLevel: 'info',
    playgroundPort: 56150,
    publicUrl: undefined,
    models: { keys: new Map(), urls: new Map() },
    metricsToken: undefined,
    officeJs: undefined,
  })
})

describe('settings that are fine', () => {
  test.each([
    { why: 'a port of one’s own', settings: { KOMPASS_PORT: '4000' }, leads: { port: 4000 } },
    {
      why: 'an empty setting counts as none',
      settings: { KOMPASS_PORT: '', KOMPASS_PACK: '' },
      leads: { port: 3978, pack: 'musterstadt' },
    },
    { why: 'this machine by name', settings: { KOMPASS_HOST: 'localhost' }, leads: { host: 'localhost' } },
    { why: 'this machine on IPv6', settings: { KOMPASS_HOST: '::1' }, leads: { host: '::1' } },
    {
      why: 'a pack by path',
      settings: { KOMPASS_PACK: '/srv/packs/neustadt' },
      leads: { pack: '/srv/packs/neustadt' },
    },
    { why: 'no log at all', settings: { KOMPASS_LOG_LEVEL: 'silent' }, leads: { logLevel: 'silent' } },
    {
      why: 'the address people use, the slash at its end makes no difference',
      settings: { KOMPASS_PUBLIC_URL: 'https://intern.musterstadt.example/kompass/' },
      leads: { publicUrl: 'https://intern.musterstadt.example/kompass' },
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
      why: 'a way to sign in that does not exist yet',
      settings: { KOMPASS_IDENTITY: 'entra' },
      says: /^KOMPASS_IDENTITY kennt bisher nur den Wert „local“$/,
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
  ])('$why', ({ settings, says }) => {
    expect(problems(settings)).toEqual([expect.stringMatching(says)])
  })

  test('all at once, so that nobody starts six times', () => {
    const found = problems({
      KOMPASS_HOST: '0.0.0.0',
      KOMPASS_PORT: 'x',
      KOMPASS_IDENTITY: 'entra',
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
    expect(problems({ KOMPASS_HOST: host })).toEqual([
      expect.stringMatching(/^KOMPASS_HOST=.* von außen erreichbar\. .*Bitte 127\.0\.0\.1/),
    ])
  })
})
