import { describe, expect, test } from '@jest/globals'
import { personFrom } from '../../../bot/identity/person-claims.js'
import { CLAIMS } from '../../support/sign-in-tokens.js'

const KEYCLOAK = { ...CLAIMS, roles: 'realm_access.roles', names: { ...CLAIMS.names, 'ki-team': 'KI Redaktion' } }
const person = (payload: Record<string, unknown>, claims = CLAIMS) => personFrom(payload, 'oidc:x', 'stadt', claims)

describe('roles', () => {
  test.each([
    { why: 'whoever is signed in is staff', payload: {}, roles: ['beschaeftigt'] },
    { why: 'one, as AD FS writes a single one', payload: { roles: 'ki-team' }, roles: ['beschaeftigt', 'ki-team'] },
    {
      why: 'several',
      payload: { roles: ['datenschutz', 'digitallotse'] },
      roles: ['beschaeftigt', 'digitallotse', 'datenschutz'],
    },
    {
      why: 'those of other programs mean nothing',
      payload: { roles: ['admin', 'KI-Team', 'beschaeftigt'] },
      roles: ['beschaeftigt'],
    },
    { why: 'a text is not taken apart', payload: { roles: 'ki-team datenschutz' }, roles: ['beschaeftigt'] },
    {
      why: 'what is no text means nothing',
      payload: { roles: [{ value: 'ki-team' }, 7, null, ['ki-team']] },
      roles: ['beschaeftigt'],
    },
    { why: 'an object is no list', payload: { roles: { 0: 'ki-team' } }, roles: ['beschaeftigt'] },
    {
      why: 'inside an object',
      payload: { realm_access: { roles: ['KI Redaktion'] } },
      claims: KEYCLOAK,
      roles: ['beschaeftigt', 'ki-team'],
    },
    {
      why: 'the name of ours means nothing where it is called otherwise',
      payload: { realm_access: { roles: ['ki-team'] } },
      claims: KEYCLOAK,
      roles: ['beschaeftigt'],
    },
    {
      why: 'a name with dots stands for itself first',
      payload: { 'https://stadt.example/roles': ['ki-team'] },
      claims: { ...CLAIMS, roles: 'https://stadt.example/roles' },
      roles: ['beschaeftigt', 'ki-team'],
    },
    {
      why: 'nothing that every object has',
      payload: {},
      claims: { ...CLAIMS, roles: 'constructor.name', names: { ...CLAIMS.names, 'ki-team': 'Object' } },
      roles: ['beschaeftigt'],
    },
  ])('$why', ({ payload, claims, roles }) => {
    expect(person(payload, claims).roles).toEqual(roles)
  })
})

describe('what else is known of a person', () => {
  test.each([
    { why: 'nothing is made up', payload: {}, known: {} },
    {
      why: 'name, groups and department',
      payload: { name: 'Ayla', groups: ['g1'], department: 'soziales' },
      known: { name: 'Ayla', groups: ['g1'], department: 'soziales' },
    },
    { why: 'a long name is cut', payload: { name: 'x'.repeat(1000) }, known: { name: 'x'.repeat(200) } },
    {
      why: 'no texts, no knowledge',
      payload: { name: 7, groups: 'nur-eine', department: [] },
      known: { groups: ['nur-eine'] },
    },
  ])('$why', ({ payload, known }) => {
    expect(person(payload)).toEqual({
      kind: 'person',
      id: 'oidc:x',
      municipality: 'stadt',
      roles: ['beschaeftigt'],
      ...known,
    })
  })
})
