import type { LetterInput } from '../letters/input.js'
import type { Completeness } from './check.js'

/** The letter that asks for what is missing, and its fields that are filled from a check; a test holds them together. */
export const REMINDER_LETTER = 'nachforderung'
const LIST_FIELD = 'unterlagen'
const MATTER_FIELD = 'anliegen'

/**
 * What the letter "Nachforderung von Unterlagen" starts with: the missing items, and of the unsure ones those a person has
 * decided to ask for. What the text is not clear about is never demanded by itself.
 */
export function toReminder({ items, matter }: Completeness, alsoUnsure: readonly string[] = []): LetterInput {
  const wanted = items.filter(
    ({ id, state }) => state.kind === 'missing' || (state.kind === 'unsure' && alsoUnsure.includes(id)),
  )
  return {
    points: '',
    fields: {
      [LIST_FIELD]: wanted.map(({ name }) => `${name}\n`).join(''),
      ...(matter === undefined ? {} : { [MATTER_FIELD]: matter }),
    },
  }
}
