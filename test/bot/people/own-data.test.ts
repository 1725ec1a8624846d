import { beforeEach, describe, expect, test } from '@jest/globals'
import { createLearning } from '../../../bot/learning/learning.js'
import { eraseOwnData, exportOwnData } from '../../../bot/people/own-data.js'
import { NO_TOPIC } from '../../../policies/answer/index.js'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import { freshStore } from '../../support/fresh-store.js'
import { learnModule } from '../../support/learner.js'
import { musterstadt, NOW } from '../../support/musterstadt.js'
import { LEARNING_KEY } from '../../support/scenes.js'

const PACK = await musterstadt()
const personOf = (id: string) => ({
  kind: 'person' as const,
  id,
  municipality: 'musterstadt',
  roles: ['beschaeftigt'] as const,
  name: `Name ${id}`,
})

let store: ReturnType<typeof freshStore>
const depsWith = (pack: Pack = PACK) => ({
  store,
  learning: createLearning({ store, pack: () => pack, now: () => NOW, key: LEARNING_KEY, seed: () => 1 }),
  pack: () => pack,
  now: () => NOW,
})

/** Something in every part of the storage that holds people. */
async function fill(id: string): Promise<void> {
  const { learning } = depsWith()
  await learnModule(learning, personOf(id), 'g1', PACK)
  await store.conversations.save(id, JSON.stringify({ conversation: { id: `chat-of-${id}` } }), '2026-11-23')
  await store.reminders.set(id, 9)
  await store.outbox.put({ key: `key-of-${id}`, person: id, kind: 'reminder', content: '{}' }, NOW)
  await store.proofs.noteRetrieval({ id: `r-${id}`, by: id, what: 'proofs.csv', day: '2026-11-23' })
  await store.memory.remember(`chat-of-${id}`, { ...NO_TOPIC, rules: ['anonymisieren'] }, NOW)
  await store.memory.remember(`page:${id}`, { ...NO_TOPIC, rules: ['kennzeichnung'] }, NOW)
}

beforeEach(async () => {
  store = freshStore()
  await fill('anna')
  await fill('bernd')
})

test('the export holds everything about the asker and nothing about anybody else', async () => {
  const own = await exportOwnData(personOf('anna'), depsWith())
  expect(own.nachweise).toHaveLength(1)
  expect(own.lernstand.fragen).toHaveLength(5)
  expect(own.lernstand.einstellungen).not.toBeNull()
  expect(own.erinnerung).toMatchObject({ hour: 9 })
  expect(own.chat?.verweis).toContain('chat-of-anna')
  expect(own.gespraechsgedaechtnis.map(({ unterhaltung }) => unterhaltung).sort()).toEqual([
    'chat-of-anna',
    'page:anna',
  ])
  expect(own.nachrichten).toHaveLength(1)
  expect(own.abrufe_der_nachweisliste).toHaveLength(1)
  expect(JSON.stringify(own)).not.toContain('bernd')
})

describe('erasing', () => {
  test('leaves the proof, says why and until when, and touches nobody else', async () => {
    const before = await exportOwnData(personOf('bernd'), depsWith())
    const { erased, kept } = await eraseOwnData(personOf('anna'), depsWith())
    expect(erased.every(({ rows }) => rows > 0)).toBe(true)
    expect(kept).toEqual([
      { what: '1 Nachweis', why: expect.stringContaining('Dienststelle'), until: '2029-11-23' },
      { what: '1 Abruf der Nachweisliste', why: expect.stringContaining('vermerkt'), until: '2029-11-23' },
    ])
    const after = await exportOwnData(personOf('anna'), depsWith())
    expect(after).toMatchObject({
      lernstand: { einstellungen: null, fragen: [] },
      erinnerung: null,
      chat: null,
      gespraechsgedaechtnis: [],
      nachrichten: [],
    })
    expect(await exportOwnData(personOf('bernd'), depsWith())).toEqual(before)
  })

  test('takes the proof too where the municipality does not keep it', async () => {
    const retention = { ...PACK.manifest.retention, keep_proof: false }
    const pack = { ...PACK, manifest: { ...PACK.manifest, retention } }
    const { kept } = await eraseOwnData(personOf('anna'), depsWith(pack))
    expect(kept.map(({ what }) => what)).toEqual(['1 Abruf der Nachweisliste'])
    expect(await store.proofs.of('anna')).toEqual([])
  })

  test('twice does no harm, and a damaged reference does not stop it', async () => {
    await store.conversations.save('anna', 'kein JSON', '2026-11-23')
    await eraseOwnData(personOf('anna'), depsWith())
    const { erased } = await eraseOwnData(personOf('anna'), depsWith())
    expect(erased.every(({ rows }) => rows === 0)).toBe(true)
  })
})
