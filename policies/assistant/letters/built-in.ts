import type { LetterField } from '../../pack/letter-schema.js'
import type { Day } from '../../pack/terms.js'
import { spelledToday } from './dates.js'

const line = (id: string, label: string, label_en: string): LetterField => ({
  id,
  label,
  label_en,
  kind: 'line',
  optional: false,
})

/** Fields every letter may use without declaring them. */
export const BUILT_IN: readonly LetterField[] = [
  line('heute', 'Datum von heute', 'today’s date'),
  line('kommune', 'Name der Kommune', 'name of the municipality'),
  line('name', 'Ihr Name', 'your name'),
]

export const builtInValues = (context: {
  readonly today: Day
  readonly municipality: string
  readonly author: string | undefined
}): [string, string[]][] => [
  ['heute', [spelledToday(context.today)]],
  ...(context.municipality ? [['kommune', [context.municipality]] satisfies [string, string[]]] : []),
  ...(context.author ? [['name', [context.author]] satisfies [string, string[]]] : []),
]
