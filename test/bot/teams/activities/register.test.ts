import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { packageRoot } from '../../../../bot/paths.js'
import { BUTTONS, CHAT_COMMANDS, EXTENSIONS } from '../../../../bot/teams/activities/index.js'

const FOLDER = join(packageRoot(), 'bot/teams/activities')

type Exports = Readonly<Record<string, unknown>>

/** What every file of the folder exports; the register itself and the contract are no activities. */
const MODULES = await Promise.all(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !['index.ts', 'activity.ts'].includes(file))
    .map(async (file): Promise<Exports> => import(join(FOLDER, file))),
)

/** Exported values with these keys: what looks like a command or a button is one. */
const exported = (...keys: string[]): unknown[] =>
  MODULES.flatMap(module => Object.values(module)).filter(
    value => typeof value === 'object' && value !== null && keys.every(key => key in value),
  )

test('the folder was really read', () => {
  expect(MODULES.length).toBeGreaterThan(5)
})

describe('the register and the folder hold the same', () => {
  test('chat commands', () => {
    const found = exported('door', 'match', 'run')
    expect(new Set(CHAT_COMMANDS)).toEqual(new Set(found))
    expect(CHAT_COMMANDS).toHaveLength(found.length)
  })

  test('buttons', () => {
    const found = exported('door', 'verb', 'run')
    expect(new Set(BUTTONS)).toEqual(new Set(found))
    expect(BUTTONS).toHaveLength(found.length)
  })
})

test('message extensions: the register and the folder hold the same', () => {
  const found = exported('door', 'kind', 'show')
  expect(new Set(EXTENSIONS)).toEqual(new Set(found))
  expect(EXTENSIONS).toHaveLength(found.length)
})

test('every door and every verb is taken once', () => {
  const doors = [...CHAT_COMMANDS, ...BUTTONS, ...EXTENSIONS].map(({ door }) => door)
  expect(new Set(doors).size).toBe(doors.length)
  expect(new Set(BUTTONS.map(({ verb }) => verb)).size).toBe(BUTTONS.length)
})

test('every verb on a button of a card has a button in the register', () => {
  const folder = join(packageRoot(), 'bot/teams')
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
  const verbs = new Set([...source.matchAll(/\bexecute\([^)]*?'(?<verb>[a-z]+)',/g)].map(match => match.groups?.verb))
  expect([...verbs].sort()).toEqual(BUTTONS.map(({ verb }) => verb).sort())
})
