import type { Letter, LetterField } from '../../pack/letter-schema.js'
import type { Day } from '../../pack/terms.js'
import { BUILT_IN, builtInValues } from './built-in.js'
import { listItems, sortPoints } from './points.js'
import { clean, oneSpaced } from './tidy.js'

/**
 * What a person says: bullet points as typed, one per line, and values of single fields by id. Lists come one item per
 * line; only where there is no line break at all, commas part the items.
 */
export type LetterInput = { readonly points: string; readonly fields: Readonly<Record<string, string>> }

export type LetterContext = {
  readonly today: Day
  readonly municipality: string
  /** Who signs, where it is known. */
  readonly author: string | undefined
}

/** What was said for each field, by its id; fields nothing was said for are not in it. */
export type Values = ReadonlyMap<string, readonly string[]>

/** Where leftover points are kept if a letter has no field for them. */
export const UNPLACED = ''

/** Values typed into fields first, then the bullet points: what a field does not take goes on into the body. */
export function valuesOf({ fields }: Letter, input: LetterInput, context: LetterContext): Values {
  const values = new Map<string, readonly string[]>(builtInValues(context))
  const { filled, rest } = sortPoints(clean(input.points), fields)
  const body = [...rest]
  for (const field of [...fields, ...BUILT_IN]) {
    const typed = typedInto(field, clean(input.fields[field.id] ?? ''))
    const pointed = filled.get(field.id) ?? []
    const both = field.kind === 'list' || field.kind === 'sentences'
    const chosen = typed.length === 0 ? pointed : both ? [...typed, ...pointed] : typed
    if (typed.length > 0 && !both) body.push(...pointed.map(point => `${field.label}: ${point}`))
    if (chosen.length > 0) values.set(field.id, chosen)
  }
  const points = fields.find(({ kind }) => kind === 'points')
  const all = [...(points ? (values.get(points.id) ?? []) : []), ...body]
  if (all.length > 0) values.set(points?.id ?? UNPLACED, all)
  return values
}

function typedInto({ kind }: LetterField, typed: string): string[] {
  const lines = typed
    .split('\n')
    .map(line => oneSpaced(line).replace(/^[-–—•*·] /, ''))
    .filter(Boolean)
  if (kind === 'list') return lines.length === 1 && !typed.includes('\n') ? listItems(lines[0] ?? '') : lines
  return kind === 'points' || kind === 'sentences' ? lines : lines.length > 0 ? [lines.join(' ')] : []
}
