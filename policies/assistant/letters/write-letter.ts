import type { Letter } from '../../pack/letter-schema.js'
import { bodyOf } from './body.js'
import { BUILT_IN } from './built-in.js'
import { type DayDoubt, spelledDay } from './dates.js'
import { type Gap, gapsIn } from './gaps.js'
import { type LetterContext, type LetterInput, UNPLACED, type Values, valuesOf } from './input.js'
import { written } from './rendering.js'
import { readTemplate } from './template.js'
import { tidy } from './tidy.js'

export type WrittenLetter = {
  readonly text: string
  readonly gaps: readonly Gap[]
  /** Days that should be looked at again. */
  readonly doubts: readonly { readonly field: string; readonly doubt: DayDoubt }[]
}

/** Writes a letter from building blocks. Nothing is invented: what nobody said stays as `[ERGÄNZEN: …]`. */
export function writeLetter(letter: Letter, input: LetterInput, context: LetterContext): WrittenLetter {
  const fields = [...letter.fields, ...BUILT_IN]
  const values = valuesOf(letter, input, context)
  const { parts } = readTemplate(letter.text)
  const text = tidy(written(parts, fields, values) + unplaced(letter, values))
  return { text, gaps: gapsIn(text, fields), doubts: doubtsOf(letter, values) }
}

const unplaced = (letter: Letter, values: Values): string => {
  const points = values.get(UNPLACED)
  return points && letter.fields.every(({ kind }) => kind !== 'points') ? `\n\n${bodyOf(points, undefined)}` : ''
}

const doubtsOf = ({ fields }: Letter, values: Values): { field: string; doubt: DayDoubt }[] =>
  fields.flatMap(({ id, kind }) => {
    const doubt = kind === 'date' ? spelledDay(values.get(id)?.[0] ?? '').doubt : undefined
    return doubt === undefined ? [] : [{ field: id, doubt }]
  })
