import type { Detector } from '../detector.js'
import { knownTokens, privateKeys } from '../secrets/known-formats.js'
import { namedValues } from '../secrets/named-values.js'
import { urlCredentials } from '../secrets/url-credentials.js'

/** Passwords, PINs, tokens and keys: by the form their issuer gave them, or because the text names them so. */
export const secret: Detector = {
  kind: 'SECRET',
  class: 'D3',
  replaceable: 'identifier',
  source: 'daten-arten.md § 4.14; RFC 7468 (PEM), RFC 7519 (JWT), RFC 3986 (userinfo), Token-Formate der Anbieter',
  context: [
    '*passwort',
    'passwort*',
    '*kennwort',
    'kennwort*',
    'losungswort',
    '*password',
    'password*',
    '*passwd',
    '*passphrase',
    'passcode',
    '*pwd',
    'pw',
    'psw',
    '*pass',
    'pin',
    'puk',
    'tan',
    'can',
    'kartenpin',
    'geheimzahl',
    'geheimnummer',
    '*code',
    '*token',
    '*secret',
    '*apikey',
    '*accesskey',
    '*secretkey',
    '*privatekey',
    '*encryptionkey',
    'key',
    '*schlüssel',
    'psk',
    'accountkey',
    'sharedaccesskey',
    'sharedkey',
    'sig',
    'signature',
    'login*',
    'zugangsdaten',
    'anmeldedaten',
    'credentials',
    'zugang',
    'anmeldung',
    'account',
    'authorization',
    'bearer',
    'curl',
  ],
  stage: 'value',
  *find({ doc }) {
    for (const stretch of privateKeys(doc.text)) yield { ...stretch, certainty: 'sicher', reason: 'known-format' }
    for (const stretch of knownTokens(doc)) yield { ...stretch, certainty: 'sicher', reason: 'known-format' }
    for (const stretch of urlCredentials(doc.text)) yield { ...stretch, certainty: 'sicher', reason: 'known-format' }
    for (const { sure, ...stretch } of namedValues(doc))
      yield { ...stretch, certainty: sure ? 'sicher' : 'wahrscheinlich', reason: 'named-as-secret' }
  },
  examples: {
    found: [],
    ignored: [],
  },
}
