/** Placeholder as it stands in the text, e.g. "[PERSON 1 NACHNAME]" → the value it stands for. */
export type PlaceholderMap = ReadonlyMap<string, string>

/** Which part of a name stands in a place; '' is the whole name, or a value that has no parts. */
export type Form = '' | 'NACHNAME' | 'VORNAME' | 'NACHNAME, VORNAME'

/** What a placeholder says: "[PERSON 1 NACHNAME SCHREIBWEISE 2]" is the second way in which this surname is written. */
export type Said = {
  readonly word: string
  readonly number: number
  readonly form: Form
  /** From 1; 1 is not written. */
  readonly spelling: number
}

/** Stands where something was that nobody gets back. */
export const REMOVED = '[ENTFERNT]'

export function writePlaceholder({ word, number, form, spelling }: Said): string {
  const parts = [word, `${number}`, form, spelling > 1 ? `SCHREIBWEISE ${spelling}` : '']
  return `[${parts.filter(part => part !== '').join(' ')}]`
}

const WRITTEN = /^\[(\S{1,60}) (\d{1,6})(?: (NACHNAME, VORNAME|NACHNAME|VORNAME))?(?: SCHREIBWEISE (\d{1,6}))?\]$/

/** Reads what `writePlaceholder` wrote, nothing else. */
export function readPlaceholder(text: string): Said | undefined {
  const [, word, number, form, spelling] = WRITTEN.exec(text) ?? []
  if (word === undefined) return undefined
  return { word, number: Number(number), form: (form ?? '') as Form, spelling: Number(spelling ?? 1) }
}
