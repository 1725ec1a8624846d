import { dirname } from 'node:path'
import type { Command } from '../../bot/commands/command.js'
import { writeBackup } from '../../bot/storage/backup/write.js'
import { openDatabase } from '../../bot/storage/database.js'
import type { ProgramToken } from '../../bot/storage/store.js'
import type { StorageTarget } from '../../bot/storage/target.js'
import { type Ran, run } from './command-line.js'
import { opening } from './opening.js'

/** Runs a command line whose environment names this storage. */
export async function at(target: StorageTarget, command: Command, ...args: readonly string[]): Promise<Ran> {
  const before = { KOMPASS_DATA: process.env.KOMPASS_DATA, DATABASE_URL: process.env.DATABASE_URL }
  setEnvironment({
    KOMPASS_DATA: target.kind === 'sqlite' ? dirname(target.file) : undefined,
    DATABASE_URL: target.kind === 'postgres' ? target.url : undefined,
  })
  try {
    return await run(command, args, { packs: '' })
  } finally {
    setEnvironment(before)
  }
}

function setEnvironment(values: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}

/** More than fit on one page of a backup. */
const PEOPLE = 1_203
/** Rows of all tables. */
export const ROWS = PEOPLE + 30
export const AWKWARD = 'Zeile 1\nZeile 2\u2028"Anführung" \\ 😀 ä '

const TOKEN: ProgramToken = {
  name: 'n',
  digest: 'd',
  tools: ['t'],
  purposes: ['entwerfen', 'kuerzen'],
  procedure: undefined,
  declared: 'D1',
  answersFor: AWKWARD,
  onFound: 'block',
  perMinute: 60,
  since: '2026-01-01',
  until: '2026-01-02',
  revoked: undefined,
}

/** Two municipalities, every table, more rows than fit on one page, and text of every kind. */
export async function filled(target: StorageTarget): Promise<StorageTarget> {
  const storage = await opening(target)
  for (const municipality of ['neustadt', 'altstadt']) {
    const own = storage.forMunicipality(municipality)
    await own.counters.increment('answer.rule')
    await own.memory.keep('c', { topic: undefined, replies: [['m', AWKWARD]] }, new Date())
    await own.learning.saveLearner('y', { lessons: { g1: 2 }, pausedUntil: undefined, lastActive: '2026-01-01' })
    const state = { question: 'g1-1', due: '2026-01-02', difficulty: 5, phase: 'new', step: 0, rules: 'r@1' } as const
    await own.learning.review('y', undefined, { ...state, stability: 0.1 + 0.2, lastReview: '2026-01-01' })
    const proof = { person: 'p', name: AWKWARD, subject: 's', version: 1, day: '2026-01-01', provider: undefined }
    await own.proofs.add({ id: 'i', ...proof })
    await own.proofs.noteRetrieval({ id: 'i', by: 'p', what: 'alle', day: '2026-01-01' })
    await own.reminders.set('p', 8)
    await own.departures.note('p', '2026-01-01')
    await own.outbox.put({ key: 'k', person: 'p', kind: 'reminder', content: '{}' }, new Date())
    await own.tokens.add(TOKEN)
    await own.tokens.enter('n', 1, new Date(0))
    await own.budgets.spend('t', '2026-01-01', 3)
    await own.usage.salt('2026-W01', 's')
    await own.usage.note('2026-W01', { tool: 't', purpose: 'p', outcome: 'used' }, 'h')
  }
  const { conversations } = storage.forMunicipality('neustadt')
  for (let at = 0; at < PEOPLE; at++) await conversations.save(`p${at}`, `{"a":${at}}`, '2026-01-01')
  await storage.close()
  return target
}

/** All lines but the first, which says when. */
export async function content(target: StorageTarget): Promise<readonly string[]> {
  const opened = await openDatabase(target, 'read', new Date())
  if (!opened.ok) throw new Error(opened.problem)
  const lines: string[] = []
  await writeBackup(opened.database, new Date(0), async line => void lines.push(line))
  await opened.database.close()
  return lines
}
