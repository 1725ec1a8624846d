import type { Pack } from '../pack/pack-schema.js'
import { isHarmless } from '../tools/matrix.js'
import type { PackIndex } from './pack-index.js'
import type { Retrieval } from './retrieval.js'
import type { Topic } from './types.js'
import { replacesNames, type Understood } from './understand.js'
import { WEIGHTS } from './weights.js'

type Ranked = { readonly id: string; readonly score: number }

export type Ranking = { readonly ranked: readonly Ranked[]; readonly retrieval: Retrieval }

/** A sign that speaks for a rule besides the words: `share` between 0 and 1 of the sign's full weight. */
export type Evidence = { readonly rule: string; readonly sign: keyof typeof WEIGHTS; readonly share: number }

/** All rules of the pack by how well they fit the question, best first: its words, plus what was understood. */
export function rank(understood: Understood, before: Topic | undefined, pack: Pack, index: PackIndex): Ranking {
  const retrieval = index.retriever.retrieve(understood.subject)
  const scores = Array.from(retrieval.rules)
  for (const { rule, sign, share } of evidenceOf(understood, before, pack)) {
    const at = index.position.get(rule)
    if (at !== undefined) scores[at] = (scores[at] ?? 0) + WEIGHTS[sign] * share
  }
  const ranked = pack.rules
    .map((rule, at) => ({ id: rule.id, score: scores[at] ?? 0 }))
    .sort((a, b) => b.score - a.score)
  return { ranked, retrieval }
}

export function evidenceOf(understood: Understood, before: Topic | undefined, pack: Pack): Evidence[] {
  const evidence: Evidence[] = dataEvidence(understood)
  const add = (rule: string | undefined, sign: Evidence['sign']): void => {
    if (rule !== undefined) evidence.push({ rule, sign, share: 1 })
  }
  for (const rule of new Set(understood.purposes.map(purpose => purpose.rule))) add(rule, 'purpose')
  if (understood.person) add('personenbezogene-daten', 'person')
  if (isBareTool(understood)) add('freigegebene-werkzeuge', 'bareTool')
  if (understood.breach) add('datenpanne-melden', 'breach')
  if (namesOnlyHarmless(understood)) for (const rule of secrecyRules(pack)) add(rule, 'harmless')
  if (before) for (const rule of newSubjects(understood, before)) add(rule, 'newSubject')
  add(before?.rules[0], 'lastTurn')
  add(before?.rules[1], 'lastTurnSecond')
  return evidence
}

/** Rules of what the last turn did not speak of: a new purpose, or data worse than harmless. */
function newSubjects(understood: Understood, before: Topic): Set<string> {
  const { purposes, data } = understood
  const replaced = replacesNames(understood)
  const worse = data.filter(kind => !kind.generic && !isHarmless(kind.class) && !(replaced && kind.class === 'D2'))
  const fresh = [
    ...purposes.filter(purpose => !before.purposes.includes(purpose.id)),
    ...worse.filter(kind => !before.data.includes(kind.id)),
  ]
  return new Set(fresh.flatMap(({ rule }) => rule ?? []))
}

/** Each rule that governs data of the question, once; a general document (Brief, Antrag) speaks half as loud. */
function dataEvidence(understood: Understood): Evidence[] {
  const { data, entering, purposes, expressly } = understood
  const beside = !expressly && purposes.some(purpose => !purpose.enters) ? 0.5 : 1
  const byRule = new Map<string, Evidence>()
  const replaced = replacesNames(understood)
  for (const { rule, generic, class: dataClass } of data) {
    if (rule === undefined || (replaced && dataClass === 'D2')) continue
    const found: Evidence =
      entering && !generic
        ? { rule, sign: 'dataEntered', share: 1 }
        : { rule, sign: 'dataNamed', share: (generic ? 0.5 : 1) * beside }
    const before = byRule.get(rule)
    if (!before || before.sign === 'dataNamed') byRule.set(rule, found)
  }
  return [...byRule.values()]
}

const isBareTool = ({ tools, data, purposes }: Understood): boolean =>
  tools.length > 0 && data.length === 0 && purposes.length === 0

/** Material is named, and all of it is public or merely internal. */
const namesOnlyHarmless = ({ data, person }: Understood): boolean =>
  !person && data.length > 0 && data.every(kind => isHarmless(kind.class))

/** Rules that keep a kind of data out; they are not what a question about harmless material is after. */
const secrecyRules = ({ rules }: Pack): string[] =>
  rules.filter(rule => rule.area === 'daten' && rule.light === 'verboten').map(rule => rule.id)
