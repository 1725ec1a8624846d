import { describe, expect, test } from '@jest/globals'
import { readSingle } from '../../../bot/settings/single.js'
import { selfSigned } from '../../support/sign-in-certificate.js'
import { BOT, CLIENT, ENTRA, filesOf, GOOD_SECRET, OIDC, TENANT } from '../../support/sign-in-settings.js'

const PAIR = selfSigned()
const OTHER = selfSigned()
const FILES = filesOf({
  'bot.crt': PAIR.certificate,
  'bot.key': PAIR.privateKey,
  'other.key': OTHER.privateKey,
  'locked.key': '-----BEGIN ENCRYPTED PRIVATE KEY-----\nMII=\n-----END ENCRYPTED PRIVATE KEY-----\n',
  'empty.key': '\n',
})

const CLAIMS = {
  roles: 'roles',
  groups: 'groups',
  department: 'department',
  names: { digitallotse: 'digitallotse', 'ki-team': 'ki-team', datenschutz: 'datenschutz' },
}

describe('one municipality from the environment', () => {
  test.each([
    {
      why: 'nothing said: the demonstration',
      settings: {},
      leads: { pack: 'musterstadt', signIn: { kind: 'local' }, bot: undefined },
    },
    {
      why: 'Entra: everything that has a usual value has it',
      settings: ENTRA,
      leads: {
        pack: 'neustadt',
        signIn: {
          kind: 'entra',
          tenant: TENANT,
          clientId: CLIENT,
          audiences: [CLIENT, `api://${CLIENT}`],
          scope: 'access_as_user',
          claims: CLAIMS,
        },
        bot: undefined,
      },
    },
    {
      why: 'Entra: ids in small letters, as tokens carry them',
      settings: { ...ENTRA, KOMPASS_TENANT: 'AAAAAAAA-3333-4444-8555-666666666666' },
      leads: { signIn: { tenant: 'aaaaaaaa-3333-4444-8555-666666666666' } },
    },
    {
      why: 'Entra: the address Teams wants, beside the id',
      settings: { ...ENTRA, KOMPASS_AUDIENCE: `api://kompass.neustadt.example/${CLIENT}`, KOMPASS_SCOPE: 'kompass' },
      leads: { signIn: { audiences: [CLIENT, `api://kompass.neustadt.example/${CLIENT}`], scope: 'kompass' } },
    },
    {
      why: 'another provider',
      settings: OIDC,
      leads: {
        pack: 'neustadt',
        signIn: {
          kind: 'oidc',
          issuer: OIDC.KOMPASS_ISSUER,
          clientId: 'ki-kompass-seite',
          audience: 'ki-kompass',
          scope: 'openid profile',
          claims: CLAIMS,
        },
        bot: undefined,
      },
    },
    {
      why: 'roles as the house calls them',
      settings: {
        ...OIDC,
        KOMPASS_ROLES_CLAIM: 'realm_access.roles',
        KOMPASS_ROLE_KI_TEAM: 'KI Redaktion',
        KOMPASS_ROLE_DIGITALLOTSE: 'Lotsen',
        KOMPASS_ROLE_DATENSCHUTZ: 'DSB',
        KOMPASS_GROUPS_CLAIM: 'gruppen',
        KOMPASS_DEPARTMENT_CLAIM: 'amt',
      },
      leads: {
        signIn: {
          claims: {
            roles: 'realm_access.roles',
            groups: 'gruppen',
            department: 'amt',
            names: { digitallotse: 'Lotsen', 'ki-team': 'KI Redaktion', datenschutz: 'DSB' },
          },
        },
      },
    },
    {
      why: 'a bot in the tenant people sign in to, with a secret',
      settings: { ...ENTRA, KOMPASS_BOT_APP_ID: BOT, KOMPASS_BOT_SECRET: GOOD_SECRET },
      leads: { bot: { appId: BOT, tenant: TENANT, credential: { kind: 'secret', secret: GOOD_SECRET } } },
    },
    {
      why: 'a bot with a certificate',
      settings: { ...ENTRA, KOMPASS_BOT_APP_ID: BOT, KOMPASS_BOT_CERTIFICATE: 'bot.crt', KOMPASS_BOT_KEY: 'bot.key' },
      leads: {
        bot: {
          credential: { kind: 'certificate', certificate: PAIR.certificate.trim(), privateKey: PAIR.privateKey.trim() },
        },
      },
    },
    {
      why: 'a bot beside another provider, in a tenant of its own',
      settings: { ...OIDC, KOMPASS_BOT_APP_ID: BOT, KOMPASS_BOT_TENANT: TENANT, KOMPASS_BOT_SECRET: GOOD_SECRET },
      leads: { bot: { appId: BOT, tenant: TENANT } },
    },
  ])('$why', ({ settings, leads }) => {
    expect(readSingle(settings, FILES)).toMatchObject({ ok: true, value: leads })
  })
})

describe('a problem names the setting and what to do', () => {
  const bot = { ...ENTRA, KOMPASS_BOT_APP_ID: BOT }
  test.each([
    {
      why: 'a demonstration with a tenant',
      settings: { KOMPASS_TENANT: TENANT },
      says: [/^KOMPASS_TENANT passt nicht zu KOMPASS_IDENTITY=local: .*entra oder oidc/],
    },
    {
      why: 'a demonstration with a bot',
      settings: { KOMPASS_BOT_APP_ID: BOT },
      says: [/^KOMPASS_BOT_APP_ID passt nicht zu KOMPASS_IDENTITY=local/],
    },
    {
      why: 'Entra with an issuer',
      settings: { ...ENTRA, KOMPASS_ISSUER: 'https://x.example' },
      says: [/^KOMPASS_ISSUER passt nicht zu KOMPASS_IDENTITY=entra: Bitte weglassen/],
    },
    {
      why: 'Entra with nothing else',
      settings: { KOMPASS_IDENTITY: 'entra' },
      says: [/^KOMPASS_TENANT fehlt: die Verzeichnis-ID/, /^KOMPASS_CLIENT_ID fehlt: die Anwendungs-ID/],
    },
    {
      why: 'Entra with the name of a tenant',
      settings: { ...ENTRA, KOMPASS_TENANT: 'neustadt.onmicrosoft.com' },
      says: [/^KOMPASS_TENANT ist eine Kennung aus Entra/],
    },
    {
      why: 'Entra with every tenant',
      settings: { ...ENTRA, KOMPASS_TENANT: 'common' },
      says: [/^KOMPASS_TENANT ist eine Kennung/],
    },
    {
      why: 'Entra with two scopes',
      settings: { ...ENTRA, KOMPASS_SCOPE: 'openid access_as_user' },
      says: [/^KOMPASS_SCOPE ist ein Wort ohne Leerzeichen/],
    },
    {
      why: 'another provider with nothing else',
      settings: { KOMPASS_IDENTITY: 'oidc' },
      says: [
        /^KOMPASS_ISSUER fehlt/,
        /^KOMPASS_CLIENT_ID fehlt/,
        /^KOMPASS_AUDIENCE fehlt: der Wert, der im Token unter „aud“/,
      ],
    },
    {
      why: 'another provider without encryption',
      settings: { ...OIDC, KOMPASS_ISSUER: 'http://anmeldung.neustadt.example' },
      says: [/^KOMPASS_ISSUER ist die Adresse der Anmeldung.*https/],
    },
    {
      why: 'another provider, its address with more behind',
      settings: { ...OIDC, KOMPASS_ISSUER: 'https://a.example/?realm=x' },
      says: [/^KOMPASS_ISSUER ist die Adresse/],
    },
    {
      why: 'another provider that is no address',
      settings: { ...OIDC, KOMPASS_ISSUER: 'anmeldung' },
      says: [/^KOMPASS_ISSUER ist die Adresse/],
    },
    {
      why: 'Microsoft as if it were another provider',
      settings: { ...OIDC, KOMPASS_ISSUER: `https://login.microsoftonline.com/${TENANT}/v2.0` },
      says: [/^KOMPASS_ISSUER ist Microsoft Entra: Bitte .*„entra“/],
    },
    {
      why: 'another provider, asked for no sign-in',
      settings: { ...OIDC, KOMPASS_SCOPE: 'profile' },
      says: [/^KOMPASS_SCOPE enthält das Wort openid$/],
    },
    {
      why: 'a bot beside another provider, without a tenant',
      settings: { ...OIDC, KOMPASS_BOT_APP_ID: BOT, KOMPASS_BOT_SECRET: GOOD_SECRET },
      says: [/^KOMPASS_BOT_TENANT fehlt/],
    },
    {
      why: 'a bot without anything',
      settings: bot,
      says: [/^KOMPASS_BOT_APP_ID braucht KOMPASS_BOT_SECRET oder KOMPASS_BOT_CERTIFICATE und KOMPASS_BOT_KEY/],
    },
    {
      why: 'a bot with both',
      settings: {
        ...bot,
        KOMPASS_BOT_SECRET: GOOD_SECRET,
        KOMPASS_BOT_CERTIFICATE: 'bot.crt',
        KOMPASS_BOT_KEY: 'bot.key',
      },
      says: [/^KOMPASS_BOT_SECRET und KOMPASS_BOT_CERTIFICATE und KOMPASS_BOT_KEY sind angegeben: Bitte nur eines/],
    },
    {
      why: 'a secret without a bot',
      settings: { ...ENTRA, KOMPASS_BOT_SECRET: GOOD_SECRET },
      says: [/^KOMPASS_BOT_APP_ID fehlt: .*KOMPASS_BOT_SECRET/],
    },
    {
      why: 'a certificate without its key',
      settings: { ...bot, KOMPASS_BOT_CERTIFICATE: 'bot.crt' },
      says: [/^KOMPASS_BOT_KEY fehlt: Zertifikat und Schlüssel gehören zusammen/],
    },
    {
      why: 'a key without its certificate',
      settings: { ...bot, KOMPASS_BOT_KEY: 'bot.key' },
      says: [/^KOMPASS_BOT_CERTIFICATE fehlt/],
    },
    {
      why: 'the key of another certificate',
      settings: { ...bot, KOMPASS_BOT_CERTIFICATE: 'bot.crt', KOMPASS_BOT_KEY: 'other.key' },
      says: [/^KOMPASS_BOT_KEY gehört nicht zu KOMPASS_BOT_CERTIFICATE/],
    },
    {
      why: 'both files mixed up',
      settings: { ...bot, KOMPASS_BOT_CERTIFICATE: 'bot.key', KOMPASS_BOT_KEY: 'bot.crt' },
      says: [/^KOMPASS_BOT_CERTIFICATE ist kein Zertifikat als PEM/],
    },
    {
      why: 'a key that is locked',
      settings: { ...bot, KOMPASS_BOT_CERTIFICATE: 'bot.crt', KOMPASS_BOT_KEY: 'locked.key' },
      says: [/^KOMPASS_BOT_KEY ist kein unverschlüsselter privater Schlüssel/],
    },
    {
      why: 'files that are not there, or empty',
      settings: { ...bot, KOMPASS_BOT_CERTIFICATE: 'nirgends.crt', KOMPASS_BOT_KEY: 'empty.key' },
      says: [
        /^KOMPASS_BOT_CERTIFICATE nennt die Datei nirgends\.crt, die sich nicht lesen/,
        /^KOMPASS_BOT_KEY nennt die Datei empty\.key, die leer ist/,
      ],
    },
  ])('$why', ({ settings, says }) => {
    const read = readSingle(settings, FILES)
    expect(read.ok ? [] : read.problems).toEqual(says.map(line => expect.stringMatching(line)))
  })
})
