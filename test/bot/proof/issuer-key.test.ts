import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { signCredential, verifyCredential } from '../../../bot/proof/credential.js'
import { openIssuerKey, PublicJwk } from '../../../bot/proof/issuer-key.js'
import { certificate, ISSUER, issuerKey, newJwk } from '../../support/certificates.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ki-kompass-key-'))
})
afterAll(() => rm(folder, { recursive: true }))

const NOW = new Date('2026-11-23T09:00:00Z')

describe('a key of its own', () => {
  test('is made once, for its owner only, and found again', async () => {
    const file = join(folder, 'deep', 'er', 'badge.jwk')
    const first = await openIssuerKey({ file })
    const again = await openIssuerKey({ file })
    if (!first.ok || !again.ok) throw new Error('no key')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(again.key.thumbprint).toBe(first.key.thumbprint)
    const token = await signCredential(certificate(), ISSUER, first.key, NOW)
    expect((await verifyCredential(token, again.key.verify, NOW)).kind).toBe('valid')
  })

  test('is the same for twenty starts at once, and nothing else stays in the folder', async () => {
    const here = await mkdtemp(join(folder, 'race-'))
    const opened = await Promise.all(Array.from({ length: 20 }, () => openIssuerKey({ file: join(here, 'badge.jwk') })))
    expect(new Set(opened.map(result => (result.ok ? result.key.thumbprint : result.problem))).size).toBe(1)
    expect(await readdir(here)).toEqual(['badge.jwk'])
  })

  test('given in the settings leaves the file alone', async () => {
    const jwk = newJwk()
    const file = join(folder, 'never.jwk')
    const opened = await openIssuerKey({ jwk: JSON.stringify(jwk), file })
    expect(opened.ok && opened.key.verify).toEqual([
      { thumbprint: expect.any(String), jwk: { kty: 'OKP', crv: 'Ed25519', x: jwk.x } },
    ])
    await expect(stat(file)).rejects.toThrow('ENOENT')
  })
})

describe('retired keys', () => {
  test('stay known, each once, after our own', async () => {
    const [now, old] = [newJwk(), newJwk()]
    const published = ({ kty, crv, x }: JsonWebKey) => PublicJwk.parse({ kty, crv, x, use: 'sig' })
    const opened = await openIssuerKey({
      jwk: JSON.stringify(now),
      retired: [published(old), published(now)],
    })
    expect(opened.ok && opened.key.verify.map(({ jwk }) => jwk.x)).toEqual([now.x, old.x])
  })

  test('are public ones: a private one is refused', () => {
    expect(PublicJwk.safeParse(newJwk()).success).toBe(false)
  })
})

describe('the secret part', () => {
  test('cannot be printed, written or exported', async () => {
    const jwk = newJwk()
    const key = await issuerKey(jwk)
    const printed = `${JSON.stringify(key)} ${inspect(key, { depth: 9, showHidden: true })}`
    expect(printed).not.toContain(String(jwk.d))
    await expect(crypto.subtle.exportKey('jwk', key.sign)).rejects.toThrow()
  })
})

describe('what is no key', () => {
  const good = newJwk()
  const rows = [
    { why: 'nothing', text: '' },
    { why: 'half a file', text: JSON.stringify(good).slice(0, 60) },
    { why: 'the public part alone', text: JSON.stringify({ ...good, d: undefined }) },
    { why: 'two halves of different keys', text: JSON.stringify({ ...good, x: newJwk().x }) },
    { why: 'another curve', text: JSON.stringify({ ...good, crv: 'X25519' }) },
    { why: 'a shared secret', text: JSON.stringify({ kty: 'oct', k: good.d }) },
    { why: 'a list', text: '[]' },
  ]
  test.each(rows)('in a file is said so, and stays as it is: $why', async ({ text }) => {
    const file = join(folder, 'damaged.jwk')
    await writeFile(file, text)
    const opened = await openIssuerKey({ file })
    expect(opened).toEqual({ ok: false, problem: expect.stringMatching(/damaged\.jwk ist beschädigt.*Sicherung/) })
    expect(JSON.stringify(opened)).not.toContain(String(good.d))
    expect(await readFile(file, 'utf8')).toBe(text)
  })

  test.each(rows)('in the settings is said so, without repeating it: $why', async ({ text }) => {
    const opened = await openIssuerKey({ jwk: text })
    expect(opened).toEqual({ ok: false, problem: expect.stringContaining('Ed25519') })
    expect(JSON.stringify(opened)).not.toContain(String(good.d))
  })

  test.each([
    { why: 'a folder in its place', file: () => folder, problem: /nicht lesen oder anlegen \(EISDIR\)/ },
    {
      why: 'a file where a folder should be',
      file: () => join(folder, 'damaged.jwk', 'x'),
      problem: /\((ENOTDIR|EEXIST)\)/,
    },
  ])('is a problem in words: $why', async ({ file, problem }) => {
    expect(await openIssuerKey({ file: file() })).toEqual({ ok: false, problem: expect.stringMatching(problem) })
  })

  test('neither setting nor file', async () => {
    expect((await openIssuerKey({})).ok).toBe(false)
  })
})
