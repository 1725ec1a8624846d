import { beforeAll, expect, test } from '@jest/globals'
import { CHAT_COMMANDS } from '../../bot/teams/activities/index.js'
import { GROUP_COMMANDS, PERSONAL_COMMANDS } from '../../manifest/commands.js'
import { plainWords } from '../../policies/language/fold.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { musterstadt } from '../support/musterstadt.js'

let pack: Pack
beforeAll(async () => {
  pack = await musterstadt()
})

/** What the chat does with a title, named by its door; undefined: it takes it for a question. */
const doorOf = (title: string): string | undefined =>
  CHAT_COMMANDS.find(({ match }) => match(plainWords(title), pack, title))?.door

const LANGUAGES = ['de', 'en'] as const

/** What the lists leave out, each with its reason; together with them that is every command the chat knows. */
const NOT_LISTED = [
  { door: 'chat rule', why: 'needs a name behind it' },
  { door: 'chat which-tool', why: 'is a question, not a word' },
  { door: 'chat register', why: 'ten are the most; help tells of it' },
  { door: 'chat pause', why: 'ten are the most; the card of progress has the button' },
  { door: 'chat remind', why: 'ten are the most; help tells of it' },
  { door: 'chat privacy', why: 'ten are the most; help tells of it' },
  { door: 'chat person', why: 'exists on one machine only, to try out roles' },
]

test.each(LANGUAGES)('whatever Teams offers in %s, the chat knows, and each does something else', language => {
  const doors = PERSONAL_COMMANDS.map(command => doorOf(command[language].title))
  expect(doors).not.toContain(undefined)
  expect(new Set(doors).size).toBe(doors.length)
})

test('both languages of an entry do the same', () => {
  for (const { de, en } of PERSONAL_COMMANDS) expect(doorOf(en.title)).toBe(doorOf(de.title))
})

test('every command of the chat is listed, or left out for a reason', () => {
  const known = [...PERSONAL_COMMANDS.map(({ de }) => doorOf(de.title)), ...NOT_LISTED.map(({ door }) => door)]
  expect(known.sort()).toEqual(CHAT_COMMANDS.map(({ door }) => door).sort())
})

test('a group is offered nothing that is about one person', () => {
  const doors = GROUP_COMMANDS.map(({ de }) => doorOf(de.title))
  expect(doors).toEqual(['chat help', 'chat check', 'chat rules', 'chat breach'])
})
