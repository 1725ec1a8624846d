import type { Erased } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { plusMonths } from '../../policies/training/index.js'
import type { Person } from '../identity/principal.js'
import type { Store } from '../storage/store.js'
import { conversationIn, pageConversation } from './conversations.js'

export type OwnDataDeps = {
  readonly store: Store
  readonly learning: { readonly pseudonymOf: (person: string) => string }
  readonly pack: () => Pack
  readonly now: () => Date
}

/** Everything kept about one person, as it stands in the storage. */
export async function exportOwnData(person: Person, deps: OwnDataDeps) {
  const { store, learning, pack, now } = deps
  const pseudonym = learning.pseudonymOf(person.id)
  const conversation = await store.conversations.of(person.id)
  const [proofs, learner, questions, reminder, messages, retrievals, topics] = await Promise.all([
    store.proofs.of(person.id),
    store.learning.learner(pseudonym),
    store.learning.states(pseudonym),
    store.reminders.of(person.id),
    store.outbox.ofPerson(person.id),
    store.proofs.retrievals(),
    Promise.all(
      conversationsOf(person, conversation?.reference).map(async id => ({
        unterhaltung: id,
        themen: await store.memory.recall(id, now()),
      })),
    ),
  ])
  return {
    stand: now().toISOString(),
    kommune: pack().manifest.name,
    person: { kennung: person.id, name: person.name ?? null },
    nachweise: proofs,
    lernstand: { pseudonym, einstellungen: learner ?? null, fragen: questions },
    erinnerung: reminder ?? null,
    chat: conversation ? { zuletzt: conversation.seen, verweis: conversation.reference } : null,
    gespraechsgedaechtnis: topics.filter(({ themen }) => themen.length > 0),
    nachrichten: messages,
    abrufe_der_nachweisliste: retrievals.filter(({ by }) => by === person.id),
  }
}

/** Deletes what is kept about a person; proof stays where the municipality must be able to show it, and this says so. */
export async function eraseOwnData(person: Person, deps: OwnDataDeps): Promise<Erased> {
  const { store, learning, pack } = deps
  const { retention } = pack().manifest
  const conversation = await store.conversations.of(person.id)
  for (const id of conversationsOf(person, conversation?.reference)) await store.memory.forget(id)
  const proofs = await store.proofs.of(person.id)
  const erased = [
    { what: 'Lernstand', rows: await store.learning.erase(learning.pseudonymOf(person.id)) },
    { what: 'Erinnerung', rows: await store.reminders.off(person.id) },
    { what: 'Verweis auf unseren Chat', rows: await store.conversations.erase(person.id) },
    { what: 'Nachrichten an Sie', rows: await store.outbox.erasePerson(person.id) },
    ...(retention.keep_proof ? [] : [{ what: 'Nachweise', rows: await store.proofs.erasePerson(person.id) }]),
  ]
  const newest = proofs.at(-1)
  const kept =
    retention.keep_proof && newest
      ? [
          {
            what: proofs.length === 1 ? '1 Nachweis' : `${proofs.length} Nachweise`,
            why: 'Ihre Dienststelle muss zeigen können, dass die Schulung vor der Nutzung stattfand. Gespeichert sind nur Person, Modul, Fassung und Datum.',
            until: plusMonths(newest.day, retention.proof_months),
          },
        ]
      : []
  const noted = (await store.proofs.retrievals()).filter(({ by }) => by === person.id)
  const own =
    noted.length > 0
      ? [
          {
            what: noted.length === 1 ? '1 Abruf der Nachweisliste' : `${noted.length} Abrufe der Nachweisliste`,
            why: 'Wer die Nachweise anderer einsieht, wird vermerkt, damit das nachvollziehbar bleibt.',
          },
        ]
      : []
  return { erased, kept: [...kept, ...own] }
}

const conversationsOf = (person: Person, reference: string | undefined): string[] => {
  const chat = reference === undefined ? undefined : conversationIn(reference)
  return [pageConversation(person.id), ...(chat === undefined ? [] : [chat])]
}
