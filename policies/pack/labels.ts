import { z } from 'zod'
import { DataClass, Phrase } from './terms.js'

/** How a text says that a tool helped with it; `free` leaves it to whoever takes the text over. */
export const LabelStyle = z.enum(['footnote', 'bracket', 'none', 'free'], {
  error: 'ist footnote (Fußnote), bracket (in Klammern), none (ohne Hinweis) oder free (wer übernimmt, entscheidet)',
})
export type LabelStyle = z.infer<typeof LabelStyle>

/** What the house's own sensitivity labels (Microsoft) mean: name or id of the label → class. */
export const SensitivityLabels = z.record(
  Phrase,
  DataClass.exclude(['SECRET'], 'Möglich sind D0 (öffentlich), D1, D2, D3 und VS'),
)
export type SensitivityLabels = z.infer<typeof SensitivityLabels>

/** A label of a document, as its properties hold it. */
export type NamedLabel = { readonly id: string; readonly name: string | undefined }

/**
 * What a label means; undefined binds nobody. A name that says VS is VS, whatever the house says; then the house's own names
 * count, then a few words that are the same everywhere. A name that says nothing counts like "I do not know" (D2), so that a
 * label never makes a text freer than no label.
 */
export function labelClass({ id, name = '' }: NamedLabel, house: SensitivityLabels): DataClass | undefined {
  if (saysClassified(name)) return 'VS'
  const own = Object.entries(house).find(([known]) => [foldedName(name), foldedName(id)].includes(foldedName(known)))
  if (own) return own[1] === 'D0' ? undefined : own[1]
  const says = saying(name)
  if (says('streng vertraulich', 'highly confidential', 'strictly confidential')) return 'D3'
  if (says('nichtöffentlich', 'nicht öffentlich')) return 'D3'
  if (says('öffentlich', 'public')) return undefined
  return says('intern', 'internal', 'general', 'allgemein') ? 'D1' : 'D2'
}

/** Words no house can give another meaning. */
export const saysClassified = (name: string): boolean =>
  saying(name)('vs', 'vsnfd', 'verschlusssache', 'geheim', 'secret')

/** Whole words only: "Internat" is not "intern". */
function saying(name: string): (...some: readonly string[]) => boolean {
  const words = ` ${foldedName(name)} `
  return (...some) => some.some(one => words.includes(` ${one} `))
}

/** As names are compared: lower case, words only. */
export const foldedName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
