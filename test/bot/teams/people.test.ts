import { describe, expect, test } from '@jest/globals'
import { helpFor, lineFor, lotseFor } from '../../../bot/teams/people.js'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import { ContactRole } from '../../../policies/pack/terms.js'
import type { Person } from '../../../policies/tools/principal.js'
import { musterstadt } from '../../support/musterstadt.js'

const PACK = await musterstadt()
const NOBODY: Pack = { ...PACK, contacts: { roles: {}, departments: [] } }

const from = (department?: string): Person => ({
  kind: 'person',
  id: 'person-1',
  municipality: 'musterstadt',
  roles: ['beschaeftigt'],
  ...(department === undefined ? {} : { department }),
})

const FINANCE = /^\*\*.*Finanzen\*\*: Bogdan Marinescu, Tel\. 040 66969-340/
const ANY = /^\*\*Digitallotsinnen und Digitallotsen\*\*: Maren Tietjen, Tel\. 040 66969-110/
const PROTECTION = /^\*\*Datenschutz\*\*: Dr\. Hanne Oltmanns, Tel\. 040 66969-130/

describe('the Digitallotse of a person', () => {
  test.each([
    { why: 'the one of the own Fachbereich', department: 'finanzen', line: FINANCE },
    { why: 'the general one if the Fachbereich is unknown', department: 'raumfahrt', line: ANY },
    { why: 'the general one without Fachbereich', department: undefined, line: ANY },
  ])('is $why', ({ department, line }) => {
    const lines = lotseFor(from(department), PACK)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(line)
  })

  test('is nobody where the pack names nobody: an empty line would be a dead end', () => {
    expect(lotseFor(from('finanzen'), NOBODY)).toEqual([])
  })
})

describe('whom to ask about a rule', () => {
  const help = (role: ContactRole) => ({ role, contact: PACK.contacts.roles[role] })

  test('first the own Digitallotse, then whoever the rule names', () => {
    const [first, second, ...others] = helpFor(from('finanzen'), help('datenschutz'), PACK)
    expect(first).toMatch(FINANCE)
    expect(second).toMatch(PROTECTION)
    expect(others).toEqual([])
  })

  test('the Digitallotse once, if the rule names that role itself', () => {
    expect(helpFor(from('finanzen'), help('digitallotse'), PACK)).toHaveLength(1)
  })

  test('nobody where the pack names nobody', () => {
    expect(helpFor(from('finanzen'), { role: 'datenschutz', contact: undefined }, NOBODY)).toEqual([])
  })
})

describe('one line for a role', () => {
  test.each(ContactRole.options.map(role => ({ role })))('$role: telephone and who stands in', ({ role }) => {
    const contact = PACK.contacts.roles[role]
    const lines = lineFor({ role, contact }, 'Vertretung')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`Tel. ${contact?.phone}`)
    expect(lines[0]).toContain(`Vertretung: ${contact?.deputy?.name}`)
  })

  test('the word for the stand-in is the caller’s', () => {
    expect(lineFor({ role: 'datenschutz', contact: PACK.contacts.roles.datenschutz }, 'deputy')[0]).toContain(
      'deputy: Mirko',
    )
  })
})
