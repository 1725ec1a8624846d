import type { Prompt } from '../pack/prompt-schema.js'
import type { Given } from './assemble.js'

/** What a person still has to say before a model is asked: `material`, `wish`, or the id of a question. */
export function missingFrom(
  { material: needs, wish_required, asks }: Pick<Prompt, 'material' | 'wish_required' | 'asks'>,
  { material, wish, answers }: Given,
): string[] {
  const said = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''
  return [
    ...asks.flatMap(({ id, required }) => (required && !(Object.hasOwn(answers, id) && said(answers[id])) ? [id] : [])),
    ...(wish_required && !said(wish) ? ['wish'] : []),
    ...(needs === 'needed' && !said(material) ? ['material'] : []),
  ]
}
