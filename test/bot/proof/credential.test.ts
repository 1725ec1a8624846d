import { beforeAll, describe, expect, test } from '@jest/globals'
import { keyAddress, LARGEST_CREDENTIAL, signCredential, verifyCredential } from '../../../bot/proof/credential.js'
import type { IssuerKey } from '../../../bot/proof/issuer-key.js'
import { certificate, ISSUER, issuerKey, manyModules } from '../../support/certificates.js'

const NOW = new Date('2026-11-23T09:00:00Z')
let key: IssuerKey
let token: string
beforeAll(async () => {
  key = await issuerKey()
  token = await signCredential(certificate(), ISSUER, key, NOW)
})

const verify = (text: string, now = NOW, keys = key.verify) => verifyCredential(text, keys, now)
const part = (text: string, at: 0 | 1): Record<string, unknown> =>
  JSON.parse(Buffer.from(text.split('.')[at] ?? '', 'base64url').toString('utf8'))
const header = () => part(token, 0)
const payload = () => part(token, 1)

describe('the token is an Open Badge 3.0 as VC-JWT', () => {
  test('its header holds algorithm, address of the key and type, and nothing else', () => {
    expect(header()).toEqual({ alg: 'EdDSA', kid: keyAddress(ISSUER, key.thumbprint), typ: 'JWT' })
    expect(header().kid).toMatch(/^https:\/\/kompass\.neustadt\.example\/nachweis\/schluessel\/[\w-]{43}\.json$/)
  })

  test('its payload is the credential itself, with the registered claims of it', () => {
    const id = 'urn:uuid:3f2b8c1e-58a3-4d0e-9b57-2a6c1d9e7f40'
    expect(payload()).toEqual({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: 'KI-Pass',
      issuer: {
        id: 'https://kompass.neustadt.example/nachweis#neustadt',
        type: ['Profile'],
        name: 'Neustadt',
        url: 'https://kompass.neustadt.example',
      },
      validFrom: '2026-11-23T00:00:00+01:00',
      validUntil: '2027-11-22T23:59:59+01:00',
      credentialSubject: {
        id: `${id}#inhaber`,
        type: ['AchievementSubject'],
        identifier: [
          { type: 'IdentityObject', hashed: false, identityHash: 'Jörg Müßig-Übermaß', identityType: 'name' },
        ],
        achievement: {
          id: 'https://kompass.neustadt.example/nachweis#neustadt/grundkurs',
          type: ['Achievement'],
          achievementType: 'CertificateOfCompletion',
          name: 'KI-Pass',
          description: expect.stringContaining('Grundkurs'),
          criteria: { narrative: expect.stringContaining('Lektion gelesen') },
        },
      },
      evidence: [
        { type: ['Evidence'], name: 'Was KI kann und was nicht', description: 'Fassung 2, 20.11.2026' },
        {
          type: ['Evidence'],
          name: 'Gute Prompts schreiben',
          description: 'Schulung bei Studieninstitut Süd, 21.11.2026',
        },
      ],
      iss: 'https://kompass.neustadt.example/nachweis#neustadt',
      jti: id,
      sub: `${id}#inhaber`,
      nbf: Date.parse('2026-11-22T23:00:00Z') / 1000,
      exp: Date.parse('2027-11-22T22:59:59Z') / 1000,
      iat: NOW.getTime() / 1000,
    })
  })

  test('without a name there is no identity, and no id of the person either', async () => {
    const nameless = certificate({ holder: { id: 'joerg-4711', name: undefined } })
    const signed = await signCredential(nameless, ISSUER, key, NOW)
    expect(part(signed, 1).credentialSubject).not.toHaveProperty('identifier')
    expect(JSON.stringify(part(signed, 1))).not.toContain('joerg-4711')
    expect(await verify(signed)).toMatchObject({ kind: 'valid', content: { name: undefined } })
  })

  test('an example says so where every badge reader shows it, and where we find it again', async () => {
    const example = certificate({ municipality: { id: 'neustadt', name: 'Neustadt', example: true } })
    const signed = await signCredential(example, ISSUER, key, NOW)
    expect(part(signed, 1).issuer).toMatchObject({ name: 'Beispielkommune Neustadt' })
    expect(await verify(signed)).toMatchObject({ kind: 'valid', content: { example: true } })
  })

  test('holds nothing about answers, results or attempts', () => {
    const { credentialSubject } = payload()
    expect(credentialSubject).not.toHaveProperty('result')
    expect(Object.keys(payload()).filter(name => /result|score|attempt|answer/i.test(name))).toEqual([])
  })

  test('of forty modules is short enough to be read again', async () => {
    const signed = await signCredential(certificate({ modules: manyModules(40) }), ISSUER, key, NOW)
    expect(signed.length).toBeLessThan(LARGEST_CREDENTIAL)
    expect((await verify(signed)).kind).toBe('valid')
  })
})

describe('a genuine credential', () => {
  test('is read', async () => {
    expect(await verify(token)).toEqual({
      kind: 'valid',
      content: {
        id: '3f2b8c1e-58a3-4d0e-9b57-2a6c1d9e7f40',
        title: 'KI-Pass',
        name: 'Jörg Müßig-Übermaß',
        issuer: 'Neustadt',
        example: false,
        from: '2026-11-23',
        until: '2027-11-22',
        modules: [
          { title: 'Was KI kann und was nicht', basis: 'Fassung 2, 20.11.2026' },
          { title: 'Gute Prompts schreiben', basis: 'Schulung bei Studieninstitut Süd, 21.11.2026' },
        ],
      },
    })
  })

  test.each([
    { why: 'the second before its first day', now: '2026-11-22T22:59:59Z', kind: 'not-yet' },
    { why: 'from German midnight on', now: '2026-11-22T23:00:00Z', kind: 'valid' },
    { why: 'in the evening of its last day', now: '2027-11-22T22:59:58Z', kind: 'valid' },
    { why: 'when its last day is over', now: '2027-11-22T23:00:00Z', kind: 'expired' },
  ])('is $kind $why', async ({ now, kind }) => {
    expect(await verify(token, new Date(now))).toMatchObject({ kind, content: { name: 'Jörg Müßig-Übermaß' } })
  })

  test.each([
    { why: 'with a line break at the end', text: () => `${token}\n` },
    { why: 'broken into lines by a mail program', text: () => (token.match(/.{1,76}/g) ?? []).join('\r\n') },
    { why: 'with a byte order mark', text: () => `\uFEFF${token}` },
  ])('is read $why', async ({ text }) => {
    expect((await verify(text())).kind).toBe('valid')
  })

  test('stays valid under a retired key, and after the service has moved', async () => {
    const next = await issuerKey()
    expect((await verify(token, NOW, [...next.verify, ...key.verify])).kind).toBe('valid')
  })
})
