import { describe, expect, test } from '@jest/globals'
import { createLocalIdentity } from '../../../bot/identity/local.js'
import { musterstadt } from '../../support/musterstadt.js'

describe('the people of a demonstration', () => {
  const { people } = createLocalIdentity('musterstadt')

  test('are four, each known and of this municipality', () => {
    expect(people.map(({ id }) => id)).toEqual(['sachbearbeiterin', 'digitallotse', 'ki-team', 'datenschutz'])
    expect(people.every(({ person }) => person.municipality === 'musterstadt')).toBe(true)
  })

  test('are all staff, three of them with a role more', () => {
    expect(people.map(({ person }) => person.roles)).toEqual([
      ['beschaeftigt'],
      ['beschaeftigt', 'digitallotse'],
      ['beschaeftigt', 'ki-team'],
      ['beschaeftigt', 'datenschutz'],
    ])
  })

  test('work in departments the example pack knows, or their Digitallotse would not be found', async () => {
    const known = (await musterstadt()).contacts.departments.map(({ id }) => id)
    expect(people.filter(({ person }) => !known.includes(person.department ?? ''))).toEqual([])
  })

  test('have ids of their own that no real directory gives out', () => {
    expect(people.map(({ person }) => person.id)).toEqual(people.map(({ id }) => `local:${id}`))
  })
})

describe('becoming somebody else', () => {
  test('starts as the one with the fewest rights', () => {
    expect(createLocalIdentity('klein').current().person.roles).toEqual(['beschaeftigt'])
  })

  test('changes who asks', () => {
    const local = createLocalIdentity('klein')
    expect(local.become('ki-team')).toBe(true)
    expect(local.current().person.name).toBe('Miriam Okafor')
  })

  test.each(['buergermeisterin', '', 'KI-Team', '__proto__'])('refuses %j and stays who one was', id => {
    const local = createLocalIdentity('klein')
    local.become('datenschutz')
    expect(local.become(id)).toBe(false)
    expect(local.current().id).toBe('datenschutz')
  })

  test('two services do not share it', () => {
    const [one, other] = [createLocalIdentity('klein'), createLocalIdentity('klein')]
    one.become('ki-team')
    expect(other.current().id).toBe('sachbearbeiterin')
  })
})
