import type { Pack } from '../pack/pack-schema.js'
import type { Module, Question } from '../pack/training-schema.js'
import { hashOf } from './shuffle.js'

/** A question with the module it belongs to. */
export type Known = { readonly question: Question; readonly module: Module }

const indexes = new WeakMap<Pack['training'], ReadonlyMap<string, Known>>()

/** Every question of a pack by id; built once for each pack. */
export function questionsOf({ training }: Pick<Pack, 'training'>): ReadonlyMap<string, Known> {
  const known = indexes.get(training)
  if (known) return known
  const made = new Map(
    training.modules.flatMap(module => module.questions.map(question => [question.id, { question, module }] as const)),
  )
  indexes.set(training, made)
  return made
}

/** Changes whenever a word of the question changes: an answer to an older edition is not graded by the new one. */
export const editionOf = (question: Question): string => hashOf(JSON.stringify(question)).toString(36)

/** The versions of a question's rules ("anonymisieren.1,kennzeichnung.2"): when one rises, the question is due again. */
export function rulesVersion(question: Question, { rules }: Pick<Pack, 'rules'>): string {
  return question.rules.map(id => `${id}.${rules.find(rule => rule.id === id)?.version ?? 0}`).join(',')
}

/**
 * Why a question must not be asked: a source it names changed after it was last checked. Either its rule cites that source
 * with a newer Stand, or training/settings.yaml names the source as changed.
 */
export function lockOf(question: Question, { rules, training }: Pick<Pack, 'rules' | 'training'>): string | undefined {
  const named = new Set(question.sources.map(({ article, seed }) => article ?? seed))
  const cited = rules.filter(({ id }) => question.rules.includes(id)).flatMap(({ sources }) => sources)
  const newer = cited.find(({ article, seed, stand }) => named.has(article ?? seed) && stand > question.stand)
  if (newer) return newer.article ?? newer.seed
  return training.settings.changed_sources.find(
    ({ article, changed_on }) => named.has(article) && changed_on > question.stand,
  )?.article
}
