import { describe, expect, test } from '@jest/globals'
import { readMunicipalities } from '../../../bot/settings/municipalities-file.js'
import { selfSigned } from '../../support/sign-in-certificate.js'
import { BOT, CLIENT, filesOf, GOOD_SECRET, TENANT } from '../../support/sign-in-settings.js'

const FILE = '/etc/kompass/kommunen.yaml'
const PAIR = selfSigned()
const read = (yaml: string) =>
  readMunicipalities(
    FILE,
    { SECRET_OF_A: GOOD_SECRET },
    filesOf({
      [FILE]: yaml,
      '/etc/kompass/geheim/a.txt': `${GOOD_SECRET}\n`,
      '/srv/bot.crt': PAIR.certificate,
      '/srv/bot.key': PAIR.privateKey,
    }),
  )

const ENTRY = `
  - pack: a-stadt
    identity: entra
    tenant: ${TENANT}
    client_id: ${CLIENT}`

describe('several municipalities from one file', () => {
  test('each with its own sign-in, bot and secret', () => {
    const yaml = `# Unsere Kommunen
municipalities:${ENTRY}
    bot_app_id: ${BOT}
    bot_secret_file: geheim/a.txt
  - pack: ../packs/b-dorf
    identity: oidc
    issuer: https://anmeldung.b-dorf.example
    client_id: seite
    audience: 4711
    role_ki_team: KI Redaktion
    bot_app_id: ${BOT}
    bot_tenant: ${TENANT}
    bot_certificate: /srv/bot.crt
    bot_key: /srv/bot.key
`
    expect(read(yaml)).toMatchObject({
      ok: true,
      value: [
        {
          pack: 'a-stadt',
          signIn: { kind: 'entra', tenant: TENANT },
          bot: { credential: { kind: 'secret', secret: GOOD_SECRET } },
        },
        {
          pack: '/etc/packs/b-dorf',
          signIn: { kind: 'oidc', audience: '4711', claims: { names: { 'ki-team': 'KI Redaktion' } } },
          bot: { credential: { kind: 'certificate', certificate: PAIR.certificate.trim() } },
        },
      ],
    })
  })

  test('a secret may come from the environment', () => {
    expect(read(`municipalities:${ENTRY}\n    bot_app_id: ${BOT}\n    bot_secret_env: SECRET_OF_A\n`)).toMatchObject({
      value: [{ bot: { credential: { secret: GOOD_SECRET } } }],
    })
  })
})

describe('a problem names file, line, entry and field', () => {
  test.each([
    {
      why: 'nothing in it',
      yaml: '',
      says: [/^\/etc\/kompass\/kommunen\.yaml:1: Die Datei beginnt mit „municipalities:“/],
    },
    { why: 'an empty list', yaml: 'municipalities: []', says: [/:1: municipalities enthält noch keine Kommune/] },
    { why: 'no YAML', yaml: 'municipalities:\n\t- x', says: [/:2: Die Datei ist kein gültiges YAML/] },
    {
      why: 'a list of words',
      yaml: 'municipalities:\n  - a-stadt',
      says: [/:2: municipalities\.0 besteht aus Zeilen/],
    },
    {
      why: 'a field that is no text',
      yaml: `municipalities:${ENTRY}\n    scope: [a, b]`,
      says: [/:6: municipalities\.0\.scope /],
    },
    {
      why: 'a field misspelt',
      yaml: `municipalities:${ENTRY}\n    client-id: x`,
      says: [/:2: Eintrag 1 \(a-stadt\): client-id gibt es nicht\. Möglich sind: .*client_id/],
    },
    {
      why: 'a field missing, in the second entry',
      yaml: `municipalities:${ENTRY}\n  - pack: b\n    identity: entra\n    tenant: ${TENANT}`,
      says: [/:6: Eintrag 2 \(b\): client_id fehlt/],
    },
    {
      why: 'no way to sign in named',
      yaml: 'municipalities:\n  - pack: b',
      says: [/:2: Eintrag 1 \(b\): identity ist local, entra oder oidc/],
    },
    { why: 'no pack', yaml: 'municipalities:\n  - identity: local', says: [/:2: Eintrag 1: pack fehlt/] },
    {
      why: 'the secret itself',
      yaml: `municipalities:${ENTRY}\n    bot_app_id: ${BOT}\n    bot_secret: ${GOOD_SECRET}`,
      says: [/Eintrag 1 \(a-stadt\): bot_secret gehört nicht in diese Datei: Bitte bot_secret_file/],
    },
    {
      why: 'two ways to the secret',
      yaml: `municipalities:${ENTRY}\n    bot_app_id: ${BOT}\n    bot_secret_file: x\n    bot_secret_env: Y`,
      says: [/bot_secret_file und bot_secret_env sind beide/],
    },
    {
      why: 'a variable that is not there',
      yaml: `municipalities:${ENTRY}\n    bot_app_id: ${BOT}\n    bot_secret_env: NIRGENDS`,
      says: [/bot_secret_env nennt die Umgebungsvariable NIRGENDS/],
    },
    {
      why: 'a file that is not there',
      yaml: `municipalities:${ENTRY}\n    bot_app_id: ${BOT}\n    bot_secret_file: nirgends.txt`,
      says: [/bot_secret_file nennt die Datei \/etc\/kompass\/nirgends\.txt/],
    },
    {
      why: 'both entries wrong, both said',
      yaml: 'municipalities:\n  - pack: a\n    identity: ldap\n  - pack: b\n    identity: local\n    issuer: https://x.example',
      says: [/Eintrag 1 \(a\): identity/, /Eintrag 2 \(b\): issuer passt nicht zu identity=local/],
    },
  ])('$why', ({ yaml, says }) => {
    const result = read(yaml)
    const problems = result.ok ? [] : result.problems
    expect(problems).toEqual(says.map(line => expect.stringMatching(line)))
    expect(problems.join()).not.toContain(GOOD_SECRET)
  })
})
