import { weekOf } from '../../bot/generation/usage/week.js'
import { applyRetention, type RetentionReport } from '../../bot/people/retention.js'
import type { Store } from '../../bot/storage/store.js'
import type { Manifest } from '../../policies/pack/pack-schema.js'
import { programToken } from './program-token.js'
import { municipalPack } from './small-pack.js'

export type Retention = Manifest['retention']
export const NOTHING: RetentionReport = {
  inactiveLearners: 0,
  departed: 0,
  conversations: 0,
  proofs: 0,
  retrievals: 0,
  messages: 0,
  tokens: 0,
  budgets: 0,
  usageWeeks: 0,
}

const PACK = municipalPack()
const pseudonymOf = (person: string): string => `pseudonym of ${person}`

/** The daily run, at noon unless a moment is named. */
export const sweep = (store: Store, when: string, retention: Partial<Retention> = {}): Promise<RetentionReport> =>
  applyRetention({
    store,
    pseudonymOf,
    pack: () => ({
      ...PACK,
      manifest: { ...PACK.manifest, retention: { ...PACK.manifest.retention, ...retention } },
    }),
    now: () => new Date(when.includes('T') ? when : `${when}T12:00:00Z`),
  })

/** Something of one kind about somebody, as of a day. */
export type Fill = (store: Store, person: string, day: string) => Promise<unknown>

export const learned: Fill = ({ learning }, person, day) =>
  learning.saveLearner(pseudonymOf(person), { lessons: { g1: 1 }, pausedUntil: undefined, lastActive: day })
export const answered: Fill = ({ learning }, person, day) =>
  learning.review(pseudonymOf(person), undefined, {
    question: 'g1-1',
    due: day,
    stability: 1,
    difficulty: 5,
    phase: 'review',
    step: 0,
    lastReview: day,
    rules: 'r@1',
  })
export const reached: Fill = ({ conversations }, person, day) => conversations.save(person, '{}', day)
export const proved: Fill = ({ proofs }, person, day) =>
  proofs.add({ id: `${person}-${day}`, person, name: undefined, subject: 'g1', version: 1, day, provider: undefined })
export const looked: Fill = ({ proofs }, person, day) =>
  proofs.noteRetrieval({ id: `r-${person}-${day}`, by: person, what: 'proofs.csv', day })
export const waits: Fill = ({ outbox }, person, day) =>
  outbox.put({ key: `${person}/${day}`, person, kind: 'reminder', content: '{}' }, eightOn(day))

const eightOn = (day: string): Date => new Date(`${day}T08:00:00Z`)
const done =
  (how: 'sent' | 'failed'): Fill =>
  async (store, person, day) => {
    await waits(store, person, day)
    const moment = eightOn(day)
    for (const { id } of await store.outbox.take('w', 9, 1000, moment))
      await (how === 'sent' ? store.outbox.sent('w', id, moment) : store.outbox.failed('w', id, 'gone', moment))
  }
export const sent = done('sent')
export const givenUp = done('failed')

export const revoked: Fill = ({ tokens }, name, day) => tokens.add(programToken({ name, digest: name, revoked: day }))
export const runOut: Fill = ({ tokens }, name, day) => tokens.add(programToken({ name, digest: name, until: day }))
export const spent: Fill = ({ budgets }, tool, day) => budgets.spend(tool, day, 1)
export const countedWeek: Fill = async ({ usage }, tool, day) => {
  const week = weekOf(day)
  await usage.salt(week, 's')
  await usage.note(week, { tool, purpose: 'entwerfen', outcome: 'used' }, 'h')
  await usage.close(week, () => ({ people: 0, uses: 0 }))
}

/** Everything kept about a person but whether they looked at the list of proofs, which has its own deadline. */
export async function fillFor(store: Store, person: string, day: string): Promise<void> {
  for (const fill of [learned, answered, proved, reached, waits]) await fill(store, person, day)
  await store.reminders.set(person, 9)
}

export const PARTS = ['learner', 'answers', 'proofs', 'conversation', 'reminder', 'messages']

/** What is left of somebody, by name. */
export async function leftOf(
  { learning, proofs, conversations, reminders, outbox }: Store,
  person: string,
): Promise<string[]> {
  const there = [
    (await learning.learner(pseudonymOf(person))) !== undefined,
    (await learning.states(pseudonymOf(person))).length > 0,
    (await proofs.of(person)).length > 0,
    (await conversations.of(person)) !== undefined,
    (await reminders.of(person)) !== undefined,
    (await outbox.ofPerson(person)).length > 0,
  ]
  return PARTS.filter((_, at) => there[at])
}
