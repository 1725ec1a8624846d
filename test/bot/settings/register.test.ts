import { describe, expect, test } from '@jest/globals'
import { FIELDS } from '../../../bot/settings/entry.js'
import { Environment, readEnvironment } from '../../../bot/settings/environment.js'
import { readModels } from '../../../bot/settings/models.js'
import { GROUPS, REGISTER } from '../../../bot/settings/register.js'
import { readSingle, settingOf } from '../../../bot/settings/single.js'
import { settingsTable } from '../../../bot/settings/table.js'
import { ENTRA, filesOf, OIDC } from '../../support/sign-in-settings.js'

const PER_TOOL = ['KOMPASS_MODEL_KEY_<WERKZEUG>', 'KOMPASS_MODEL_URL_<WERKZEUG>']
const line = (name: string) => REGISTER.find(setting => setting.name === name)

test('no setting without a line, no line without a setting, none twice', () => {
  const settings = [...Object.keys(Environment.shape), ...[...FIELDS].map(settingOf), ...PER_TOOL]
  expect(REGISTER.map(({ name }) => name).sort()).toEqual(settings.sort())
})

test('what stands for every tool is read as such', () => {
  const names = PER_TOOL.map(name => name.replace('<WERKZEUG>', 'X'))
  const read = readModels(Object.fromEntries(names.map(name => [name, 'https://ki.example'])))
  const one = new Map([['X', 'https://ki.example']])
  expect(read).toEqual({ ok: true, value: { keys: one, urls: one } })
})

describe('the usual value in the table is the one that holds', () => {
  const { settings } = readEnvironment({})
  const usual = Object.entries(settings).filter(([, value]) => value !== undefined)
  test.each(usual)('%s', (name, value) => {
    expect(line(name)?.standard).toBe(String(value))
  })

  test('of one municipality', () => {
    const [local, entra, oidc] = [{}, ENTRA, OIDC].map(given => readSingle(given, filesOf({})))
    expect(local).toMatchObject({
      value: { pack: line('KOMPASS_PACK')?.standard, signIn: { kind: line('KOMPASS_IDENTITY')?.standard } },
    })
    expect(entra).toMatchObject({
      value: {
        signIn: {
          scope: 'access_as_user',
          claims: {
            roles: line('KOMPASS_ROLES_CLAIM')?.standard,
            groups: line('KOMPASS_GROUPS_CLAIM')?.standard,
            department: line('KOMPASS_DEPARTMENT_CLAIM')?.standard,
            names: {
              digitallotse: line('KOMPASS_ROLE_DIGITALLOTSE')?.standard,
              'ki-team': line('KOMPASS_ROLE_KI_TEAM')?.standard,
              datenschutz: line('KOMPASS_ROLE_DATENSCHUTZ')?.standard,
            },
          },
        },
      },
    })
    expect(oidc).toMatchObject({ value: { signIn: { scope: 'openid profile' } } })
    expect(line('KOMPASS_SCOPE')?.standard).toBe('entra: access_as_user, oidc: openid profile')
  })
})

test('every example is one its setting takes, but for secrets, which are to be replaced', () => {
  const examples = Object.fromEntries(
    REGISTER.filter(({ name, secret }) => !secret && name in Environment.shape).map(({ name, example }) => [
      name,
      example,
    ]),
  )
  expect(readEnvironment(examples).problems).toEqual([])
})

describe('the table', () => {
  const table = settingsTable()

  test('shows every setting once, below its group', () => {
    for (const { name } of REGISTER) expect(table.split(`| \`${name}\``)).toHaveLength(2)
    for (const group of GROUPS) expect(table).toContain(`**${group}**`)
  })

  test('has the same number of cells in every row, and nothing a browser would swallow', () => {
    const rows = table.split('\n').filter(row => row.startsWith('|'))
    expect(rows.filter(row => row.split('|').length !== 6)).toEqual([])
    expect(rows.filter(row => /<[^>]*>/.test(row.replaceAll(/`[^`]*`/g, '')))).toEqual([])
  })

  test('never shows what somebody might copy as a secret', () => {
    for (const { example } of REGISTER.filter(({ secret }) => secret)) expect(table).not.toContain(example)
  })
})
