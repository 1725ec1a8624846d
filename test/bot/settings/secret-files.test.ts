import { describe, expect, test } from '@jest/globals'
import { withSecretFiles } from '../../../bot/settings/secret-files.js'
import { filesOf } from '../../support/sign-in-settings.js'

const FILES = filesOf({ '/run/secrets/s': 'the-secret\r\n', '/run/secrets/empty': ' \n' })
const SECRET = '/run/secrets/s'

describe('a secret from a file', () => {
  test.each([
    { why: 'the bot', given: { KOMPASS_BOT_SECRET_FILE: SECRET }, leads: { KOMPASS_BOT_SECRET: 'the-secret' } },
    { why: 'the database', given: { DATABASE_URL_FILE: SECRET }, leads: { DATABASE_URL: 'the-secret' } },
    {
      why: 'the learning key',
      given: { KOMPASS_LEARNING_KEY_FILE: SECRET },
      leads: { KOMPASS_LEARNING_KEY: 'the-secret' },
    },
    {
      why: 'the key of credentials',
      given: { KOMPASS_BADGE_KEY_FILE: SECRET },
      leads: { KOMPASS_BADGE_KEY: 'the-secret' },
    },
    {
      why: 'monitoring',
      given: { KOMPASS_METRICS_TOKEN_FILE: SECRET },
      leads: { KOMPASS_METRICS_TOKEN: 'the-secret' },
    },
    {
      why: 'any model',
      given: { KOMPASS_MODEL_KEY_LLM_RATHAUS_FILE: SECRET },
      leads: { KOMPASS_MODEL_KEY_LLM_RATHAUS: 'the-secret' },
    },
    {
      why: 'a tool called “file” is none',
      given: { KOMPASS_MODEL_KEY_FILE: 'x' },
      leads: { KOMPASS_MODEL_KEY_FILE: 'x' },
    },
    {
      why: 'what is no secret stays as it is',
      given: { KOMPASS_CA_FILE: 'ca.pem', OTHER_FILE: 'x' },
      leads: { KOMPASS_CA_FILE: 'ca.pem', OTHER_FILE: 'x' },
    },
  ])('$why', ({ given, leads }) => {
    expect(withSecretFiles(given, FILES)).toEqual({ given: leads, problems: [] })
  })

  test.each([
    {
      why: 'both ways at once',
      given: { DATABASE_URL_FILE: SECRET, DATABASE_URL: 'x' },
      says: /^DATABASE_URL und DATABASE_URL_FILE sind beide/,
    },
    {
      why: 'no such file',
      given: { DATABASE_URL_FILE: '/nirgends' },
      says: /^DATABASE_URL_FILE nennt die Datei \/nirgends, die sich nicht lesen/,
    },
    {
      why: 'an empty file',
      given: { DATABASE_URL_FILE: '/run/secrets/empty' },
      says: /^DATABASE_URL_FILE nennt die Datei .*, die leer ist/,
    },
  ])('$why', ({ given, says }) => {
    expect(withSecretFiles(given, FILES).problems).toEqual([expect.stringMatching(says)])
  })
})
