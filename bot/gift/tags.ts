import { Day, Id } from '../../policies/pack/terms.js'
import { FORMS, type Form, type Question } from '../../policies/pack/training-schema.js'

/** What the comment above a question says about it, as far as it says anything. */
export type Tags = {
  readonly id?: string
  readonly form?: Form
  readonly rules: readonly string[]
  readonly stand?: Day
  readonly reviewBy?: Day
}

/** Moodle's own form for an id and tags: a comment line before the question. */
export const tagsOf = ({ id, form, rules, stand, review_by }: Question): string =>
  [
    `// [id:${id}]`,
    ...[`form-${form}`, ...rules.map(rule => `regel-${rule}`), `stand-${stand}`, `pruefen-bis-${review_by}`].map(
      tag => `[tag:${tag}]`,
    ),
  ].join(' ')

/** Reads the comment lines of a question; what is no tag of ours says nothing. */
export function tagsRead(comments: readonly string[]): Tags {
  const entries = comments.flatMap(comment => entriesIn(comment))
  const tagged = (beginning: string): string[] =>
    entries.flatMap(({ kind, text }) =>
      kind === 'tag' && text.startsWith(beginning) ? [text.slice(beginning.length)] : [],
    )
  const id = entries.find(({ kind }) => kind === 'id')?.text
  const form = FORMS.find(known => tagged('form-').includes(known))
  const stand = tagged('stand-').find(isDay)
  const reviewBy = tagged('pruefen-bis-').find(isDay)
  return {
    rules: [...new Set(tagged('regel-').filter(rule => Id.safeParse(rule).success))],
    ...(id === undefined ? {} : { id }),
    ...(form === undefined ? {} : { form }),
    ...(stand === undefined ? {} : { stand }),
    ...(reviewBy === undefined ? {} : { reviewBy }),
  }
}

const isDay = (text: string): boolean => Day.safeParse(text).success && !Number.isNaN(Date.parse(text))

/** Splitting instead of a pattern: a comment full of "[id:" without an end would cost its length squared. */
function entriesIn(comment: string): { kind: string; text: string }[] {
  return comment.split('[').flatMap(part => {
    const end = part.indexOf(']')
    const colon = part.indexOf(':')
    if (end < 0 || colon < 0 || colon > end) return []
    return [{ kind: part.slice(0, colon), text: part.slice(colon + 1, end).trim() }]
  })
}
