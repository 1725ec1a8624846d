import type { DataKind } from '../pack/lexicon-schema.js'
import type { Pack } from '../pack/pack-schema.js'
import type { DataClass } from '../pack/terms.js'
import type { Topic } from './types.js'
import type { Meant, Understood } from './understand.js'

/** More would make a card heavy and say nothing new. */
const MOST_IDS = 20
const RULES_KEPT = 2

/** What stays of a turn: ids of what was understood, never text. */
export function topicOf(understood: Understood, ranked: readonly string[]): Topic {
  const { tools, purposes, entering, expressly, person, attempt } = understood
  const ids = (entries: readonly { readonly id: string }[]): string[] =>
    entries.map(entry => entry.id).slice(0, MOST_IDS)
  const data = understood.data.slice(0, MOST_IDS)
  return {
    rules: ranked.slice(0, RULES_KEPT),
    data: ids(data),
    classes: data.map(kind => kind.class),
    tools: ids(tools),
    purposes: ids(purposes),
    entering,
    expressly,
    person,
    attempt,
  }
}

/** What was meant, from what stayed of it; ids the pack does not know are left out. */
export function meantBy(topic: Topic, { tools, lexicon }: Pack): Meant {
  const named = <Entry extends { readonly id: string }>(entries: readonly Entry[], ids: readonly string[]): Entry[] =>
    entries.filter(entry => ids.includes(entry.id))
  const { entering, expressly, person, attempt } = topic
  return {
    tools: named(tools, topic.tools),
    data: dataOf(topic, lexicon.data),
    purposes: named(lexicon.purposes, topic.purposes),
    entering,
    expressly,
    person,
    attempt,
  }
}

/** Only these classes are ever lifted by a qualifier; a topic comes back from cards and must not claim more. */
const SOFTENED: ReadonlySet<DataClass> = new Set(['D0', 'D1', 'D2'])

/** The kinds of data of a topic, each with the class it was meant with. */
export function dataOf({ data, classes }: Topic, kinds: readonly DataKind[]): DataKind[] {
  return data.flatMap((id, at) => {
    const kind = kinds.find(candidate => candidate.id === id)
    return kind ? [{ ...kind, class: SOFTENED.has(kind.class) ? (classes[at] ?? kind.class) : kind.class }] : []
  })
}

/** A topic that came back from outside, reduced to ids the pack knows: anything else could be any word. */
export function knownTopic(topic: Topic, pack: Pack): Topic {
  const known = (ids: readonly string[], entries: readonly { readonly id: string }[]): string[] =>
    ids.filter(id => entries.some(entry => entry.id === id))
  const data = dataOf(topic, pack.lexicon.data)
  return {
    ...topic,
    rules: known(topic.rules, pack.rules),
    data: data.map(kind => kind.id),
    classes: data.map(kind => kind.class),
    tools: known(topic.tools, pack.tools),
    purposes: known(topic.purposes, pack.lexicon.purposes),
  }
}
