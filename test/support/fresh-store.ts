import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import type { Store } from '../../bot/storage/store.js'
import { opening } from './opening.js'

/** Every method of every part of the storage; a test compares it with the real one. */
const METHODS: { readonly [Part in keyof Store]: readonly (keyof Store[Part])[] } = {
  counters: ['increment', 'read'],
  memory: ['recall', 'keep', 'replyTo', 'forget'],
  learning: ['learner', 'saveLearner', 'states', 'review', 'erase', 'eraseInactive'],
  proofs: [
    'of',
    'add',
    'all',
    'holders',
    'erasePerson',
    'eraseOlder',
    'noteRetrieval',
    'retrievals',
    'eraseRetrievals',
  ],
  conversations: ['save', 'of', 'erase', 'eraseOlder'],
  reminders: ['of', 'set', 'off', 'all', 'claim'],
  departures: ['note', 'before', 'erase'],
  outbox: ['put', 'take', 'sent', 'retry', 'failed', 'counts', 'ofPerson', 'erasePerson', 'eraseDone'],
  tokens: ['add', 'all', 'withDigest', 'revoke', 'enter', 'eraseEnded'],
  pace: ['enter', 'eraseOlder'],
  budgets: ['spent', 'spend', 'eraseOlder'],
  usage: ['salt', 'note', 'open', 'close', 'closed', 'eraseOlder'],
}

/**
 * A real storage on a new SQLite file, opened when something of it is first used: most tests of the bot never do. Files of
 * a test file are gone after it.
 */
export function freshStore(municipality = 'musterstadt'): Store {
  let opened: Promise<Store> | undefined
  const store = (): Promise<Store> => {
    opened ??= opening({ kind: 'sqlite', file: join(folderOfRun(), String(++files), 'kompass.db') }).then(storage =>
      storage.forMunicipality(municipality),
    )
    return opened
  }
  const parts = Object.entries(METHODS).map(([part, methods]) => [
    part,
    Object.fromEntries(
      methods.map(method => [
        method,
        async (...given: unknown[]) => {
          const real = Object.entries(await store()).find(([name]) => name === part)?.[1]
          const run = Object.entries(real ?? {}).find(([name]) => name === method)?.[1]
          return (run as (...given: unknown[]) => Promise<unknown>)(...given)
        },
      ]),
    ),
  ])
  return Object.fromEntries(parts) as Store
}

let files = 0
let folder: string | undefined
function folderOfRun(): string {
  if (folder === undefined) {
    folder = mkdtempSync(join(tmpdir(), 'kompass-run-'))
  }
  return folder
}

// Jest lends tests a process of its own whose end nobody hears of.
afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
})
