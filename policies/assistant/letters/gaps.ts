import type { LetterField } from '../../pack/letter-schema.js'

/** A place where something is still to be filled in; offsets are UTF-16 units of the text, `end` is exclusive. */
export type Gap = {
  /** The field of the letter it belongs to; none where a person or the letter itself wrote the mark. */
  readonly field: string | undefined
  readonly label: string
  readonly start: number
  readonly end: number
}

const GAP = /\[ERGÄNZEN(?:: ?(?<label>[^\][\n]{1,120}))?\]/g

export const gapText = (label: string): string => `[ERGÄNZEN: ${label}]`

export const gapLabel = ({ gap, label }: LetterField): string => gap ?? label

/** Every gap of a text, in its order. */
export function gapsIn(text: string, fields: readonly LetterField[] = []): Gap[] {
  return [...text.matchAll(GAP)].map(({ 0: whole, index, groups }) => {
    const label = groups?.label?.trim() ?? ''
    return {
      field: fields.find(field => gapLabel(field) === label)?.id,
      label,
      start: index,
      end: index + whole.length,
    }
  })
}
