import type { Erased } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Person } from '../../policies/tools/principal.js'
import { plusMonths } from '../../policies/training/index.js'
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
  const [proofs, learner, questions, reminder, messages, retrievals, left, topics] = await Promise.all([
    store.proofs.of(person.id),
    store.learning.learner(pseudonym),
    store.learning.states(pseudonym),
    store.reminders.of(person.id),
    store.outbox.ofPerson(person.id),
    store.proofs.retrievals(),
    hasLeft(person, store),
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
    ...(left ? { weggang: LEFT } : {}),
  }
}

/** Deletes what is kept about a person; what must stay stays, and this says why and until when. */
export async function eraseOwnData(person: Person, deps: OwnDataDeps): Promise<Erased> {
  const { store, learning, pack } = deps
  const { keep_proof } = pack().manifest.retention
  const conversation = await store.conversations.of(person.id)
  for (const id of conversationsOf(person, conversation?.reference)) await store.memory.forget(id)
  const erased = [
    { what: 'Lernstand', rows: await store.learning.erase(learning.pseudonymOf(person.id)) },
    { what: 'Erinnerung', rows: await store.reminders.off(person.id) },
    { what: 'Verweis auf unseren Chat', rows: await store.conversations.erase(person.id) },
    { what: 'Nachrichten an Sie', rows: await store.outbox.erasePerson(person.id) },
    ...(keep_proof ? [] : [{ what: 'Nachweise', rows: await store.proofs.erasePerson(person.id) }]),
  ]
  return { erased, kept: await keptOf(person, deps) }
}

/** What is still there; the newest of a kind says until when. */
async function keptOf(person: Person, { store, pack }: OwnDataDeps): Promise<Erased['kept']> {
  const { proof_months, retrieval_months, left_days } = pack().manifest.retention
  const proofs = await store.proofs.of(person.id)
  const retrievals = (await store.proofs.retrievals()).filter(({ by }) => by === person.id)
  const [proof, retrieval] = [proofs.at(-1), retrievals.at(-1)]
  const kept: Erased['kept'] = []
  if (proof)
    kept.push({
      what: proofs.length === 1 ? '1 Nachweis' : `${proofs.length} Nachweise`,
      why: 'Ihre Dienststelle muss zeigen können, dass die Schulung vor der Nutzung stattfand. Gespeichert sind nur Kennung, Name, Modul, Fassung, Datum und bei Schulungen anderer der Anbieter.',
      until: plusMonths(proof.day, proof_months),
    })
  if (retrieval)
    kept.push({
      what: retrievals.length === 1 ? '1 Abruf der Nachweisliste' : `${retrievals.length} Abrufe der Nachweisliste`,
      why: 'Wer die Nachweise anderer einsieht, wird vermerkt, damit das nachvollziehbar bleibt.',
      until: plusMonths(retrieval.day, retrieval_months),
    })
  if (await hasLeft(person, store))
    kept.push({
      what: LEFT,
      why: `Spätestens ${left_days} Tage nach Ihrem Weggang werden damit auch Ihre Nachweise gelöscht. Stimmt der Vermerk nicht, sagen Sie es bitte Ihrem KI-Team.`,
    })
  return kept
}

const LEFT = 'Vermerk, dass Sie gegangen sind'

async function hasLeft({ id }: Person, { departures }: Store): Promise<boolean> {
  return (await departures.before('9999-12-31')).includes(id)
}

const conversationsOf = (person: Person, reference: string | undefined): string[] => {
  const chat = reference === undefined ? undefined : conversationIn(reference)
  return [pageConversation(person.id), ...(chat === undefined ? [] : [chat])]
}
