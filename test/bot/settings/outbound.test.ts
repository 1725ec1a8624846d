import { describe, expect, test } from '@jest/globals'
import { readEnvironment } from '../../../bot/settings/environment.js'
import { readOutbound } from '../../../bot/settings/outbound.js'
import { selfSigned } from '../../support/sign-in-certificate.js'
import { filesOf } from '../../support/sign-in-settings.js'

const { certificate, privateKey } = selfSigned()
const FILES = filesOf({ 'ca.pem': certificate, 'key.pem': privateKey })
const read = (given: Record<string, string>) => readOutbound(readEnvironment(given).settings, FILES)

describe('what stands between this machine and the internet', () => {
  test.each([
    { why: 'nothing', given: {}, leads: { proxy: undefined, noProxy: undefined, ca: undefined } },
    { why: 'an authority of one’s own', given: { KOMPASS_CA_FILE: 'ca.pem' }, leads: { ca: certificate } },
    {
      why: 'both: beside one in the code Node forgets its own',
      given: { KOMPASS_CA_FILE: 'ca.pem', NODE_EXTRA_CA_CERTS: 'key.pem' },
      leads: { ca: `${certificate.trim()}\n${privateKey.trim()}` },
    },
    {
      why: 'one for the whole process: Node reads it',
      given: { NODE_EXTRA_CA_CERTS: 'ca.pem' },
      leads: { ca: undefined },
    },
  ])('$why', ({ given, leads }) => {
    expect(read(given)).toMatchObject({ ok: true, value: leads })
  })

  test.each([
    { why: 'a key instead of a certificate', given: { KOMPASS_CA_FILE: 'key.pem' } },
    { why: 'a file that is not there', given: { KOMPASS_CA_FILE: 'nirgends.pem' } },
    { why: 'a file Node would only warn of', given: { NODE_EXTRA_CA_CERTS: 'nirgends.pem' } },
  ])('$why', ({ given }) => {
    const [name] = Object.keys(given)
    expect(read(given)).toEqual({
      ok: false,
      problems: [expect.stringMatching(new RegExp(`^${name} nennt die Datei`))],
    })
  })
})
