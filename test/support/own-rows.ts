import { createLearning } from '../../bot/learning/learning.js'
import type { Store } from '../../bot/storage/store.js'
import { NO_TOPIC } from '../../policies/answer/index.js'
import type { Manifest, Pack } from '../../policies/pack/pack-schema.js'
import type { Person } from '../../policies/tools/principal.js'
import { learnModule } from './learner.js'
import { musterstadt, NOW } from './musterstadt.js'
import { LEARNING_KEY } from './scenes.js'
import { type WholeStorage, wholeStorage } from './whole-storage.js'

const PACK = await musterstadt()

/** No name begins like another, so that a row about one is never taken for one about somebody else. */
export const personOf = (id: string): Person => ({
  kind: 'person',
  id: `id-${id}`,
  municipality: 'musterstadt',
  roles: ['beschaeftigt'],
  name: `Name ${id}`,
})
export const [ANNA, BERND] = [personOf('anna'), personOf('bernd')]
export const NAMELESS: Person = {
  kind: 'person',
  id: ANNA.id,
  municipality: ANNA.municipality,
  roles: ANNA.roles,
}

export const packWith = (retention: Partial<Manifest['retention']>): Pack => ({
  ...PACK,
  manifest: { ...PACK.manifest, retention: { ...PACK.manifest.retention, ...retention } },
})

export const depsOn = (store: Store, pack: Pack = PACK) => ({
  store,
  learning: createLearning({ store, pack: () => pack, now: () => NOW, key: LEARNING_KEY, seed: () => 1 }),
  pack: () => pack,
  now: () => NOW,
})

export const pseudonymOf = ({ id }: Person, { store }: WholeStorage): string => depsOn(store).learning.pseudonymOf(id)

/** Everything there is about somebody, under whatever name. */
export const rowsOf = (person: Person, whole: WholeStorage) =>
  whole.rowsWith(person.id, person.name ?? person.id, pseudonymOf(person, whole))

/** A storage with something in every table about Anna and about Bernd. */
export async function filledForTwo(file: string): Promise<WholeStorage> {
  const whole = await wholeStorage(file)
  for (const person of [ANNA, BERND]) await fill(person, whole.store)
  return whole
}

async function fill(person: Person, store: Store): Promise<void> {
  const { id } = person
  await learnModule(depsOn(store).learning, person, 'g1', PACK)
  await store.conversations.save(id, JSON.stringify({ conversation: { id: `chat-of-${id}` } }), '2026-11-23')
  await store.reminders.set(id, 9)
  await store.reminders.claim(id, '2026-11-23')
  await store.outbox.put({ key: `reminder/${id}/2026-11-23`, person: id, kind: 'reminder', content: '{}' }, NOW)
  await store.proofs.noteRetrieval({ id: `retrieval-of-${id}`, by: id, what: 'proofs.csv', day: '2026-11-20' })
  await store.memory.keep(`chat-of-${id}`, { topic: { ...NO_TOPIC, rules: ['anonymisieren'] }, replies: [] }, NOW)
  await store.memory.keep(`page:${id}`, { topic: { ...NO_TOPIC, rules: ['kennzeichnung'] }, replies: [] }, NOW)
  await store.departures.note(id, '2026-11-21')
}
